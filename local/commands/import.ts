/** `npm run import -- FILE.csv|.json [--dry-run] [--announce all|paced|none]`: takes a list of products in, row by row. */
import { parseArgs } from "node:util";
import { type Fault } from "../../shared/usecases/import-cells.ts";
import { type Announce, FEW } from "../../shared/usecases/import-announce.ts";
import { importCatalogue, type ImportReport } from "../../shared/usecases/import-catalogue.ts";
import { rebuildCatalogue } from "../../shared/stores/catalogue.ts";
import { CommandError } from "./command-error.ts";
import { withData } from "./open-data.ts";
import { readRows, type ReadRows } from "./read-rows.ts";

const USAGE = "Use: npm run import -- FILE.csv|.json [--dry-run] [--announce all|paced|none]";
const WAYS: readonly Announce[] = ["all", "paced", "none"];
/** Longer files say how far they are. */
const LONG = 1000;

type Wish = { file: string; dryRun: boolean; announce: Announce | undefined };

/** 0: every row is in; 1: some are not. */
export default async function importFile(args: readonly string[]): Promise<number> {
  const wish = readArgs(args);
  const read = await readRows(wish.file);
  const started = performance.now();
  const report = await withData(({ home }) => run(home.app, read, wish));
  const faults = [...read.faults, ...report.faults].toSorted((one, other) => one.line - other.line);
  print(read, report, faults);
  console.log(summary(wish, { ...report, faults }, performance.now() - started));
  return faults.length > 0 ? 1 : 0;
}

function readArgs(args: readonly string[]): Wish {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  const announce = WAYS.find((way) => way === values.announce);
  if (file === undefined || more.length > 0) throw new CommandError(USAGE);
  if (values.announce !== undefined && announce === undefined)
    throw new CommandError(`--announce takes all, paced or none. ${USAGE}`);
  return { file, dryRun: values["dry-run"], announce };
}

function parse(args: readonly string[]) {
  const options = { "dry-run": { type: "boolean", default: false }, announce: { type: "string" } } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}. ${USAGE}`, { cause: error });
  }
}

type App = Parameters<typeof importCatalogue>[0];

async function run(app: App, { rows }: ReadRows, { dryRun, announce }: Wish): Promise<ImportReport> {
  const report = await importCatalogue(app, rows, {
    verifiedBy: "import",
    dryRun,
    ...(announce && { announce }),
    onProgress: (done, of) => {
      if (of >= LONG) process.stderr.write(`\r${done} of ${of}${done === of ? "\n" : ""}`);
    },
  });
  // So that it shows at once, also where no server runs; one that runs finds it done.
  if (!dryRun) await rebuildCatalogue(app);
  return report;
}

function print({ ignored }: ReadRows, { rows }: ImportReport, faults: readonly Fault[]): void {
  if (ignored.length > 0) console.log(`Ignored columns: ${ignored.join(", ")}`);
  const shown = rows.filter(({ outcome }) => outcome !== "same");
  if (rows.length <= LONG)
    for (const { line, name, product, outcome } of shown) console.log(`line ${line}: ${outcome}: ${name} (${product})`);
  for (const { line, column, what, cure } of faults)
    console.log(`line ${line}, ${column}: ${what}. To mend it: ${cure}.`);
}

function summary(
  { dryRun, announce: wished }: Wish,
  report: ImportReport & { faults: readonly Fault[] },
  ms: number,
): string {
  const count = (outcome: string): number => report.rows.filter((row) => row.outcome === outcome).length;
  const bad = new Set(report.faults.map(({ line }) => line)).size;
  const head = `${count("new")} new, ${count("changed")} changed, ${count("same")} as before, ${bad} faulty (${(ms / 1000).toFixed(1)} s)`;
  return [
    `${dryRun ? "Dry run, nothing was written: " : ""}${head}`,
    ...announcement(report, wished, count("new")),
  ].join("\n");
}

function announcement(
  { announce, announced }: ImportReport,
  wished: Announce | undefined,
  fresh: number,
): readonly string[] {
  if (wished === undefined && announce === "none" && fresh > FEW)
    return [
      `Nothing is announced, as more than ${FEW} products are new. To post them, run it again with --announce all, or with --announce paced for two a day.`,
    ];
  if (announced === 0) return [];
  return [
    announce === "paced"
      ? `To be announced, two a day: ${announced}. The posts go out while the server runs (npm start).`
      : `Announced: ${announced}. The posts go out while the server runs (npm start).`,
  ];
}
