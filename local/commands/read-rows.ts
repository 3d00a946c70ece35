/** A list of products from a file: a workbook, CSV as spreadsheets write it, or a JSON array. What can't be read is told, the rest goes on. */
import { extname } from "node:path";
import { readFile } from "node:fs/promises";
import { type Fault, type RawRow } from "../../shared/usecases/import-cells.ts";
import { type Column, columnOf } from "../../shared/usecases/import-columns.ts";
import { CommandError } from "./command-error.ts";
import { decodeText } from "./decode-text.ts";
import { type ReadRows } from "./grid.ts";
import { readCsv } from "./read-csv.ts";

export async function readRows(path: string): Promise<ReadRows> {
  const bytes = await read(path);
  if (startsWith(bytes, ZIP)) {
    // Only those who have a workbook wait for its reader to load.
    const { readWorkbook } = await import("./read-workbook.ts");
    return readWorkbook(path, bytes);
  }
  if (startsWith(bytes, OLE) || /^\.xls[xmb]?$/i.test(extname(path)))
    throw new CommandError(
      `${path} is an old .xls, or has a password: open it in Excel, choose "Save as" and "Excel Workbook (.xlsx)" without a password, then import that file.`,
    );
  const { text, notes } = decodeText(path, bytes);
  const rows = /^\s*[[{]/.test(text) ? readJson(path, text) : readCsv(text);
  return { ...rows, notes: [...notes, ...rows.notes] };
}

const ZIP = "PK\u0003\u0004";
/** What .xls and encrypted workbooks begin with. */
const OLE = "\u00d0\u00cf\u0011\u00e0";

const startsWith = (bytes: Buffer, mark: string): boolean => bytes.subarray(0, 4).toString("latin1") === mark;

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no reason given";
    throw new CommandError(`${path} can't be read (${code}): name a file of yours, such as products.csv.`, {
      cause: error,
    });
  }
}

/** Entries are counted from 1. */
function readJson(path: string, text: string): ReadRows {
  const list = parse(path, text);
  const ignored = new Set<string>();
  const faults: Fault[] = [];
  const rows = list.flatMap((entry, place): RawRow[] => {
    const line = place + 1;
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
      faults.push({ line, column: "-", what: "is no product", cure: 'write an object, such as {"name": …}' });
      return [];
    }
    const cells = new Map<Column, string>();
    const before = faults.length;
    for (const [header, value] of Object.entries(entry)) {
      const column = columnOf(header);
      if (column === undefined) ignored.add(header);
      else if (isNested(column, value)) faults.push({ line, column, ...NESTED });
      else if (!cells.has(column)) cells.set(column, cellOf(value));
    }
    return faults.length > before ? [] : [{ line, cells }];
  });
  return { rows, faults, ignored: [...ignored], skipped: [], converted: [], doubtful: [], notes: [] };
}

function parse(path: string, text: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${path} is broken JSON (${why}): mend it there, then import again.`, { cause: error });
  }
  if (!Array.isArray(value)) throw new CommandError(`${path} holds no list: write [ … ] around the products.`);
  return value;
}

const NESTED = {
  what: "holds an object or a list",
  cure: "write a text or a number; only units holds objects, and aliases a list of texts",
};

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

/** Where it would be taken for text that nobody wrote. */
function isNested(column: Column, value: unknown): boolean {
  if (column === "units") return Array.isArray(value) && value.some(Array.isArray);
  return Array.isArray(value) && column === "aliases" ? value.some(isObject) : isObject(value);
}

/** Lists are written as the columns take them: aliases with bars, units as unit:price:pack. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cellOf).join("|");
  if (typeof value !== "object") return typeof value === "string" ? value : JSON.stringify(value);
  const { unit, price_vnd: price, pack } = value as Readonly<Record<string, unknown>>;
  return [unit, price, pack].map(cellOf).join(":");
}
