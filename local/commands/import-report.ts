/** What an import tells: rows, faults with their cure, what was left out or converted, and what is announced. */
import { type Announce, FEW } from "../../shared/usecases/import-announce.ts";
import { type ImportReport, inOrder } from "../../shared/usecases/import-catalogue.ts";
import { type Fault, type Place } from "../../shared/usecases/import-cells.ts";
import { type ReadRows, type Skipped } from "./grid.ts";

export type Told = {
  dryRun: boolean;
  announce: Announce | undefined;
  /** Milliseconds it took. */
  took: number;
};

/** Of longer files only the faults are told row by row. */
export const LONG = 1000;

export const allFaults = (read: ReadRows, report: ImportReport): readonly Fault[] =>
  inOrder([...read.faults, ...report.faults], read.rows);

export const reportLines = (read: ReadRows, report: ImportReport, told: Told): readonly string[] => [
  ...read.notes,
  ...(read.ignored.length > 0 ? [`Ignored columns: ${read.ignored.join(", ")}`] : []),
  ...skippedLines(read.skipped),
  ...convertedLines(read),
  ...read.doubtful.map(
    ({ column, encoding, text, ...place }) =>
      `${where(place)}, ${column}: is taken as it stands; look whether it is ${encoding} and means "${text}"`,
  ),
  ...rowLines(report, told),
  ...allFaults(read, report).map(
    ({ column, what, cure, ...place }) => `${where(place)}, ${column}: ${what}. To mend it: ${cure}.`,
  ),
  ...summary(read, report, told),
];

const where = ({ sheet, line }: Place): string =>
  sheet === undefined ? `line ${line}` : `sheet "${sheet}", line ${line}`;

/** One line for every kind of row and sheet, so that a page of signatures is not a page here. */
function skippedLines(skipped: readonly Skipped[]): readonly string[] {
  const groups = Map.groupBy(skipped, ({ sheet, why }) => JSON.stringify([sheet ?? "", why]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const of = first.sheet === undefined ? "" : `sheet "${first.sheet}", `;
    return [`Left out: ${of}${first.why}: line ${group.map(({ line }) => line).join(", ")}`];
  });
}

/** A long file that is in an old encoding as a whole needs no line for each of its cells. */
function convertedLines({ converted }: ReadRows): readonly string[] {
  if (converted.length > LONG) return [`Converted to Unicode: ${converted.length} cells.`];
  return converted.map(
    ({ column, encoding, text, ...place }) => `${where(place)}, ${column}: was in ${encoding}, is now "${text}"`,
  );
}

/** A preview shows every row, an import those that it writes. */
function rowLines({ rows }: ImportReport, { dryRun }: Told): readonly string[] {
  if (rows.length > LONG) return [];
  const shown = rows.filter(({ outcome }) => dryRun || outcome !== "same");
  return shown.map(({ outcome, name, product, ...place }) => {
    const become = dryRun ? WOULD_BE[outcome] : outcome;
    return `${where(place)}: ${become}: ${name} (${product})`;
  });
}

const WOULD_BE = { new: "would be new", changed: "would be changed", same: "would stay the same" } as const;

function summary(read: ReadRows, report: ImportReport, told: Told): readonly string[] {
  const count = (outcome: string): number => report.rows.filter((row) => row.outcome === outcome).length;
  const bad = new Set(allFaults(read, report).map(({ sheet, line }) => JSON.stringify([sheet ?? "", line]))).size;
  const head = `${count("new")} new, ${count("changed")} changed, ${count("same")} as before, ${bad} faulty (${(told.took / 1000).toFixed(1)} s)`;
  return [`${told.dryRun ? "Dry run, nothing was written: " : ""}${head}`, ...announcement(report, told, count("new"))];
}

/** What was chosen, and how to choose otherwise. */
function announcement(report: ImportReport, { dryRun, announce: wished }: Told, fresh: number): readonly string[] {
  const { announce, announced } = report;
  const would = dryRun ? "would be" : "is";
  if (wished === undefined && announce === "none" && fresh > FEW)
    return [
      `Nothing ${would} announced, as more than ${FEW} products are new. To post them, run it again with --announce all, or with --announce paced for two a day.`,
    ];
  if (announced === 0) return [];
  const how = announce === "paced" ? "To be announced, two a day" : dryRun ? "To be announced at once" : "Announced";
  const otherwise = wished === undefined ? " To post nothing, write --announce none." : "";
  return [`${how}: ${announced}. The posts go out while the server runs (npm start).${dryRun ? otherwise : ""}`];
}
