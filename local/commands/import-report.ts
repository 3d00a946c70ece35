/** What an import tells: rows, faults with their cure, what was left out or converted, and what is announced. */
import { formatDate, vietnamDate } from "../../shared/domain/time.ts";
import { type Announce, FEW } from "../../shared/usecases/import-announce.ts";
import { type ImportReport, inOrder, type Kept } from "../../shared/usecases/import-catalogue.ts";
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
  const { announce, announced, together } = report;
  if (announce === "none") return fresh > 0 ? ["Nothing is announced, as --announce none says."] : [];
  const silent = keptLines(report.kept);
  if (announced === 0 && together === 0) return silent;
  const others = WAYS_TOLD.filter(({ way }) => way !== announce).map(({ told }) => told);
  const many = wished === undefined && fresh > FEW ? `, as more than ${FEW} products are new` : "";
  const how =
    announce === "paced"
      ? `To be announced: ${paced(report)}${many}`
      : `${dryRun ? "To be announced at once" : "Announced"}: ${announced}`;
  return [
    `${how}. The posts go out while the server runs (npm start).`,
    ...silent,
    ...(dryRun && wished === undefined ? [`To choose otherwise: ${others.join(", ")}.`] : []),
  ];
}

/** "1 round-up of 53 products at once, then each by itself, 2 a day until 20/12/2026". */
function paced({ announced, together, until }: ImportReport): string {
  const each = until && `2 a day until ${formatDate(vietnamDate(until))}`;
  if (together === 0) return `${announced}, ${each ?? ""}`;
  const roundUp = `1 round-up of ${together} products at once`;
  return each === undefined ? roundUp : `${roundUp}, then each by itself, ${each}`;
}

/** By name, one line a reason: whoever reads it may have a name or a strength to mend. */
function keptLines(kept: readonly Kept[]): readonly string[] {
  const reasons = Map.groupBy(kept, ({ why, words }) => REASONS[why](words.map((word) => `"${word}"`).join(", ")));
  return [...reasons].map(([reason, some]) => {
    const names = some.slice(0, MOST_NAMED).map(({ name }) => `"${name}"`);
    const more = some.length > MOST_NAMED ? ` and ${some.length - MOST_NAMED} more` : "";
    return `Not announced: ${names.join(", ")}${more}: ${reason}.`;
  });
}

const MOST_NAMED = 10;

const REASONS: Readonly<Record<Kept["why"], (words: string) => string>> = {
  producer: () => "the producer is a draft or suspended",
  alcohol: () => "a strong drink, or a drink whose strength (abv) is not stated, may not be advertised",
  "needs-confirmed-content": () =>
    "a health food or cosmetic is advertised only with confirmed content, which can't be stated here yet",
  "claim-in-name": (words) => `an advertisement may not say ${words}, which stands in the name: give it another name`,
};

const WAYS_TOLD: readonly { way: Announce; told: string }[] = [
  { way: "all", told: "--announce all posts them at once" },
  { way: "paced", told: "--announce paced posts one round-up, then two a day" },
  { way: "none", told: "--announce none posts nothing" },
];
