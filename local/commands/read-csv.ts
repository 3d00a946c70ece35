/** CSV with whatever sign between the cells, and with what people's files really hold: stray quotes, short and long rows. */
import { parse } from "csv-parse/sync";
import { type Fault } from "../../shared/usecases/import-cells.ts";
import { CommandError } from "./command-error.ts";
import { type GridRow, type ReadRows } from "./grid.ts";
import { readLegacyCells } from "./legacy-cells.ts";
import { headerMissing, QUOTE, readTable } from "./read-table.ts";
import { findHeader } from "./table-rows.ts";

type Parsed = { record: string[]; raw: string; info: { lines: number } };

/** Of quotes that are opened and never closed, each costs a new beginning. */
const MOST_BEGINNINGS = 200;

export function readCsv(text: string): ReadRows {
  const lines = text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  const { delimiter, titles, header } = findBeginning(lines);
  const { records, faults } = readRecords(lines, { delimiter, from: header });
  const read = readTable({ rows: [...titles, ...records], strict: true });
  if (!read) throw headerMissing(records[0]?.cells ?? []);
  return { ...read, faults: [...faults, ...read.faults] };
}

/** Of a file that long titles stand above. */
const HEAD_LINES = 60;

type Beginning = { delimiter: string; titles: readonly GridRow[]; header: number };

/** The sign between the cells is the one by which a header is found; `header` is the place of its line. */
function findBeginning(text: string): Beginning {
  const head = text.split("\n").slice(0, HEAD_LINES).join("\n");
  for (const delimiter of [",", ";", "\t"]) {
    const rows = readHead(head, delimiter);
    const place = findHeader(readLegacyCells(rows).rows);
    const header = place === undefined ? undefined : rows[place];
    if (header) return { delimiter, titles: rows.slice(0, place), header: header.line - 1 };
  }
  return { delimiter: mostFrequent(text), titles: [], header: 0 };
}

/** As well as it goes: what is wrong in it is told when the table is read. */
const readHead = (head: string, delimiter: string): readonly GridRow[] => {
  const options = { delimiter, record_delimiter: "\n", info: true, raw: true } as const;
  const lax = { relax_column_count: true, relax_quotes: true, skip_records_with_error: true };
  const parsed = parse(head, { ...options, ...lax }) as unknown as readonly Parsed[];
  return parsed.map(({ record, raw, info }) => ({ line: beginning(info.lines, raw), cells: record }));
};

/** The sign that the first line holds most of. */
function mostFrequent(text: string): string {
  const header = (/^.*$/m.exec(text.trimStart())?.[0] ?? "").replaceAll(/"[^"]*"/g, "");
  const count = (sign: string): number => header.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** A quote that is opened and not closed eats the rows behind it: that row is a fault, and reading goes on behind its line. */
function readRecords(
  text: string,
  { delimiter, from: first }: { delimiter: string; from: number },
): { records: readonly GridRow[]; faults: Fault[] } {
  const lines = text.split("\n");
  const records: GridRow[] = [];
  const faults: Fault[] = [];
  let from = first;
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

type Part = { records: readonly GridRow[]; brokenLine?: number };
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
