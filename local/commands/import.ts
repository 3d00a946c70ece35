/** `npm run import -- FILE.xlsx|.csv|.json [--dry-run] [--announce all|paced|none]`: takes a list of products in, row by row. */
import { parseArgs } from "node:util";
import { type Announce } from "../../shared/usecases/import-announce.ts";
import { importCatalogue, type ImportReport } from "../../shared/usecases/import-catalogue.ts";
import { rebuildCatalogue } from "../../shared/stores/catalogue.ts";
import { CommandError } from "./command-error.ts";
import { withData } from "./open-data.ts";
import { type ReadRows } from "./grid.ts";
import { allFaults, LONG, reportLines } from "./import-report.ts";
import { readRows } from "./read-rows.ts";

const USAGE = "Use: npm run import -- FILE.xlsx|.csv|.json [--dry-run] [--announce all|paced|none]";
const WAYS: readonly Announce[] = ["all", "paced", "none"];

type Wish = { file: string; dryRun: boolean; announce: Announce | undefined };

/** 0: every row is in; 1: some are not. */
export default async function importFile(args: readonly string[]): Promise<number> {
  const wish = readArgs(args);
  const read = await readRows(wish.file);
  const started = performance.now();
  const report = await withData(({ home }) => run(home.app, read, wish));
  console.log(reportLines(read, report, { ...wish, took: performance.now() - started }).join("\n"));
  return allFaults(read, report).length > 0 ? 1 : 0;
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
