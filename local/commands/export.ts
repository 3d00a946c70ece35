/** `npm run export -- products|orders|leads|customers|conversations|events|payments [--format json|csv]`: what the shop holds. */
import { once } from "node:events";
import { parseArgs } from "node:util";
import { stringify } from "csv-stringify/sync";
import { CommandError } from "./command-error.ts";
import { csvCell } from "./csv-cell.ts";
import { EXPORTS, type Row } from "./export-rows.ts";
import { withData } from "./open-data.ts";

const USAGE = `Use: npm run export -- ${Object.keys(EXPORTS).join("|")} [--format json|csv]`;

export default async function exportRows(args: readonly string[]): Promise<number> {
  const { what, format } = readArgs(args);
  return withData(async ({ home }) => {
    const rows = EXPORTS[what]?.(home.app);
    if (!rows) throw new CommandError(`There is no export "${what}". ${USAGE}`);
    await (format === "csv" ? writeCsv(rows) : writeJson(rows));
    return 0;
  });
}

function readArgs(args: readonly string[]): { what: string; format: "json" | "csv" } {
  try {
    const options = { format: { type: "string", default: "json" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { format } = values;
    const [what, ...more] = positionals;
    if (what === undefined || more.length > 0) throw new CommandError(USAGE);
    if (format !== "json" && format !== "csv") throw new CommandError(`--format takes json or csv. ${USAGE}`);
    return { what, format };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}. ${USAGE}`, { cause: error });
  }
}

/** Waits where whoever reads is slower, so that a large shop never lies in memory whole. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

async function writeJson(rows: AsyncIterable<Row>): Promise<void> {
  let separator = "[\n";
  for await (const row of rows) {
    await write(`${separator}${JSON.stringify(row)}`);
    separator = ",\n";
  }
  await write(separator === "[\n" ? "[]\n" : "\n]\n");
}

/** The columns are those of all rows; what is no text or number is JSON. */
async function writeCsv(rows: AsyncIterable<Row>): Promise<void> {
  const all = await Array.fromAsync(rows);
  const columns = [...new Set(all.flatMap((row) => Object.keys(row)))];
  const lines = all.map((row) => columns.map((column) => csvCell(row[column])));
  // The mark at the beginning tells Excel that it is UTF-8.
  await write(`\ufeff${stringify([columns, ...lines])}`);
}
