/** CSV with whatever sign between the cells, and with what people's files really hold: stray quotes, short and long rows. */
import { parse } from "csv-parse/sync";
import { type Fault, type RawRow } from "../../shared/usecases/import-cells.ts";
import { type Column, columnOf } from "../../shared/usecases/import-columns.ts";
import { CommandError } from "./command-error.ts";
import { type ReadRows } from "./read-rows.ts";

type Row = { line: number; cells: readonly string[] };
type Parsed = { record: string[]; raw: string; info: { lines: number } };

const NEEDED: readonly (readonly Column[])[] = [["name"], ["producer"], ["unit", "units"]];
/** Of quotes that are opened and never closed, each costs a new beginning. */
const MOST_BEGINNINGS = 200;

export function readCsv(text: string): ReadRows {
  const lines = text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  const delimiter = delimiterOf(lines);
  const { records, faults } = readRecords(lines, delimiter);
  const [header, ...rest] = records;
  const columns = (header?.cells ?? []).map((name) => columnOf(name));
  refuseHeader(columns, header?.cells ?? []);
  const rows: RawRow[] = [];
  for (const { line, cells } of rest) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (cells.slice(columns.length).some((cell) => cell.trim() !== ""))
      faults.push({
        line,
        column: "-",
        what: `has ${cells.length} cells, the header has ${columns.length}`,
        cure: QUOTE,
      });
    else rows.push({ line, cells: cellsOf(columns, cells) });
  }
  const ignored = (header?.cells ?? []).filter((name, place) => columns[place] === undefined && name.trim() !== "");
  return { rows, faults, ignored };
}

const QUOTE = 'put quotes around a text that holds the sign between the cells, and write "" for a quote inside';

/** The sign that the header holds most of. */
function delimiterOf(text: string): string {
  const header = (/^.*$/m.exec(text.trimStart())?.[0] ?? "").replaceAll(/"[^"]*"/g, "");
  const count = (sign: string): number => header.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function refuseHeader(columns: readonly (Column | undefined)[], header: readonly string[]): void {
  const missing = NEEDED.filter((some) => !some.some((column) => columns.includes(column)));
  if (missing.length === 0) return;
  throw new CommandError(
    `The header (${header.map((name) => name.trim()).join(" | ") || "nothing"}) names no column ${missing.map((some) => some.join(" or ")).join(", no ")}: ` +
      `the first line has to name at least name (Tên sản phẩm), producer (Chủ thể) and unit (Đơn vị tính).`,
  );
}

/** A column that comes twice counts once, by its first cell. */
function cellsOf(columns: readonly (Column | undefined)[], cells: readonly string[]): ReadonlyMap<Column, string> {
  const named = new Map<Column, string>();
  for (const [place, column] of columns.entries())
    if (column !== undefined && !named.has(column)) named.set(column, cells[place] ?? "");
  return named;
}

/** A quote that is opened and not closed eats the rows behind it: that row is a fault, and reading goes on behind its line. */
function readRecords(text: string, delimiter: string): { records: readonly Row[]; faults: Fault[] } {
  const lines = text.split("\n");
  const records: Row[] = [];
  const faults: Fault[] = [];
  let from = 0;
  for (let beginning = 0; from < lines.length; beginning++) {
    if (beginning > MOST_BEGINNINGS) throw new CommandError(`The file has stray quotes all over: ${QUOTE}.`);
    const width = records[0]?.cells.length;
    const part = readPart(lines.slice(from).join("\n"), { delimiter, offset: from, width });
    for (const one of part.records) records.push(one);
    if (part.brokenLine === undefined) break;
    faults.push({ line: part.brokenLine, column: "-", what: "has a quote that is not closed", cure: QUOTE });
    from = part.brokenLine;
  }
  return { records, faults };
}

type Part = { records: readonly Row[]; brokenLine?: number };
type Place = { delimiter: string; offset: number; width: number | undefined };

function readPart(text: string, { delimiter, offset, width }: Place): Part {
  const broken: number[] = [];
  const parsed = parse(text, {
    delimiter,
    record_delimiter: "\n",
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error, raw) => {
      if (error) broken.push(beginning(Number(error["lines"]), raw ?? ""));
    },
  }) as unknown as readonly Parsed[];
  const records = parsed.map(({ record, raw, info }) => ({
    line: offset + beginning(info.lines, raw),
    cells: record,
    joined: record.some((cell) => holdsRow(cell, delimiter)),
    torn: record.some((cell) => cell.startsWith('"') && cell.includes("\n")),
  }));
  const wide = width ?? records[0]?.cells.length;
  // A stray quote joins rows: the reader gave the quote up, or the cells are not as many, and one looks like a row.
  const swallowing = records.find(({ cells, joined, torn }) => torn || (joined && cells.length !== wide))?.line;
  const brokenLine = Math.min(swallowing ?? Infinity, ...broken.map((line) => offset + line));
  if (brokenLine === Infinity) return { records };
  return { records: records.filter(({ line }) => line < brokenLine), brokenLine };
}

const holdsRow = (cell: string, delimiter: string): boolean =>
  cell.includes("\n") && cell.split("\n").some((line) => line.split(delimiter).length > 2);

/** The line a record begins in, from the line it ends in. */
const beginning = (end: number, raw: string): number => end - (raw.trim().split("\n").length - 1);
