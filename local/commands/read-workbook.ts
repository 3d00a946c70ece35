/** A workbook (.xlsx): every sheet with a list in it, merged cells carried down, dates and numbers as text. */
import { type Cell, type CellValue, type MergeRange, readXlsx, type Sheet, type Workbook } from "hucre/xlsx";
import { CommandError } from "./command-error.ts";
import { type Grid, type GridRow, isBlank, type ReadRows } from "./grid.ts";
import { headerMissing, readTable } from "./read-table.ts";

export async function readWorkbook(path: string, bytes: Buffer): Promise<ReadRows> {
  const hidden: string[] = [];
  const workbook = await open(path, bytes, hidden);
  const notes = hidden.map((name) => `Sheet "${name}" is hidden: left out.`);
  const tables: ReadRows[] = [];
  for (const sheet of workbook.sheets) {
    const grid = gridOf(sheet, workbook.defaultFont?.name);
    const table = readTable(grid);
    if (table) tables.push(table);
    else if (!grid.rows.every(({ cells }) => cells.every(isBlank)))
      notes.push(`Sheet "${sheet.name}" holds no list, as no row of it names name, producer and unit: left out.`);
  }
  if (tables.length === 0) throw headerMissing(fullestRow(workbook));
  return {
    rows: tables.flatMap(({ rows }) => rows),
    faults: tables.flatMap(({ faults }) => faults),
    ignored: [...new Set(tables.flatMap(({ ignored }) => ignored))],
    skipped: tables.flatMap(({ skipped }) => skipped),
    converted: tables.flatMap(({ converted }) => converted),
    doubtful: tables.flatMap(({ doubtful }) => doubtful),
    notes,
  };
}

async function open(path: string, bytes: Buffer, left: string[]): Promise<Workbook> {
  try {
    return await readXlsx(bytes, {
      readStyles: true,
      sheets: ({ name, hidden, veryHidden }) => {
        if (hidden !== true && veryHidden !== true) return true;
        left.push(name);
        return false;
      },
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `${path} is no workbook that can be read (${why}): open it in Excel, save it as .xlsx anew, then import that file.`,
      { cause: error },
    );
  }
}

/** Where no row is a header, the one that most looks like it is shown. */
function fullestRow({ sheets }: Workbook): readonly string[] {
  const rows = sheets.flatMap((sheet) => gridOf(sheet, undefined).rows.slice(0, 20)).map(({ cells }) => cells);
  const filled = (cells: readonly string[]): number => cells.filter((cell) => !isBlank(cell)).length;
  return rows.toSorted((one, other) => filled(other) - filled(one))[0] ?? [];
}

/** Cells that name no font of their own have the one of the workbook. */
function gridOf({ name, rows, cells, merges = [] }: Sheet, font: string | undefined): Grid {
  const texts = rows.map((row, line) => row.map((value, place) => textOf(value, cells?.get(`${line},${place}`))));
  const fonts = rows.map((row, line) =>
    row.map((_, place) => cells?.get(`${line},${place}`)?.style?.font?.name ?? font),
  );
  for (const merge of merges) carryDown(merge, texts, fonts);
  const banners = new Set(merges.filter(isBanner).map(({ startRow }) => startRow));
  return {
    sheet: name,
    rows: texts.map((row, line): GridRow => {
      return { line: line + 1, cells: row, fonts: fonts[line] ?? [], ...(banners.has(line) && { banner: true }) };
    }),
  };
}

/** So many columns a heading spans. */
const BANNER = 3;

const isBanner = ({ startCol, endCol, startRow, endRow }: MergeRange): boolean =>
  startRow === endRow && endCol - startCol >= BANNER - 1;

/** One cell over several rows says the same of each of them. */
function carryDown(
  { startRow, endRow, startCol }: MergeRange,
  texts: string[][],
  fonts: (string | undefined)[][],
): void {
  const text = texts[startRow]?.[startCol] ?? "";
  const font = fonts[startRow]?.[startCol];
  for (let line = startRow + 1; line <= Math.min(endRow, texts.length - 1); line++) {
    const row = texts[line];
    // A row whose last cells are blank may be shorter than the others.
    while (row && row.length <= startCol) row.push("");
    if (row) row[startCol] = text;
    const rowFonts = fonts[line];
    if (rowFonts) rowFonts[startCol] = font;
  }
}

function textOf(value: CellValue | undefined, cell: Cell | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  // 0.1 + 0.2 is shown as 0.3, and 0.295 in a cell of percents as 29.5%.
  const shown = (number: number): string => String(Number(number.toPrecision(15)));
  return cell?.style?.numFmt?.includes("%") === true ? `${shown(value * 100)}%` : shown(value);
}

/** The reader gives civil times as if they were in UTC. */
const dateText = (value: Date): string => (Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10));
