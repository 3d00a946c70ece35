/** Finds the list of products in a sheet, wherever it begins and whatever stands around it. */
import { type Fault, type RawRow } from "../../shared/usecases/import-cells.ts";
import { type Column, vietnameseHeader } from "../../shared/usecases/import-columns.ts";
import { CommandError } from "./command-error.ts";
import { type Converted, type Grid, type GridRow, isBlank, type ReadRows, type Skipped } from "./grid.ts";
import { type ReadCell, type ReadCells, readLegacyCells } from "./legacy-cells.ts";
import { type Columns, columnsOf, findHeader, footOf, kindOf, missingColumns } from "./table-rows.ts";

export const QUOTE = 'put quotes around a text that holds the sign between the cells, and write "" for a quote inside';

/** Undefined where no row names what every product needs. */
export function readTable(grid: Grid): ReadRows | undefined {
  const legacy = readLegacyCells(grid.rows);
  const at = findHeader(legacy.rows);
  const header = at === undefined ? undefined : legacy.rows[at];
  if (at === undefined || header === undefined) return undefined;
  const columns = columnsOf(header.cells);
  const above = legacy.rows.slice(0, at).filter(({ cells }) => !cells.every(isBlank));
  const skipped = above.map(({ line }): Skipped => ({ line, why: "above the header" }));
  const { products, skipped: more } = sortRows(legacy.rows.slice(at + 1), columns);
  const { whole, faults } = grid.strict ? withoutSplit(products, columns) : { whole: products, faults: [] };
  const sheet = grid.sheet === undefined ? {} : { sheet: grid.sheet };
  const cells = { columns, lines: new Set(whole.map(({ line }) => line)), legacy };
  const unsure = unsureOf(cells);
  const clear = whole.filter(({ line }) => !unsure.some((fault) => fault.line === line));
  return {
    rows: clear.map(({ line, cells: texts }): RawRow => ({ ...sheet, line, cells: cellsOf(columns, texts) })),
    faults: [...faults, ...unsure].map((fault) => ({ ...sheet, ...fault })),
    ignored: header.cells.filter((name, place) => columns[place] === undefined && !isBlank(name)),
    skipped: [...skipped, ...more].map((one) => ({ ...sheet, ...one })),
    converted: named(legacy.converted, cells).map((one) => ({ ...sheet, ...one })),
    doubtful: named(legacy.doubtful, cells).map((one) => ({ ...sheet, ...one })),
    notes: [],
  };
}

function sortRows(rows: readonly GridRow[], columns: Columns) {
  const foot = footOf(rows, columns);
  const products: GridRow[] = [];
  const skipped: Skipped[] = [];
  for (const [below, row] of rows.entries()) {
    const kind = kindOf(row, columns, below);
    if (kind === "blank") continue;
    if (kind === "product" && !foot.has(row)) products.push(row);
    else skipped.push({ line: row.line, why: kind === "product" ? "below the table" : kind });
  }
  return { products, skipped };
}

/** Rows with more cells than the header has places for hold a sign between cells that was meant as text. */
function withoutSplit(rows: readonly GridRow[], columns: Columns) {
  const isSplit = ({ cells }: GridRow): boolean => !cells.slice(columns.length).every(isBlank);
  const faults = rows.filter(isSplit).map(({ line, cells }): Fault => {
    return { line, column: "-", what: `has ${cells.length} cells, the header has ${columns.length}`, cure: QUOTE };
  });
  return { whole: rows.filter((row) => !isSplit(row)), faults };
}

/** A column that comes twice counts once, by its first cell. */
function cellsOf(columns: Columns, cells: readonly string[]): ReadonlyMap<Column, string> {
  const named = new Map<Column, string>();
  for (const [place, column] of columns.entries())
    if (column !== undefined && !named.has(column)) named.set(column, cells[place] ?? "");
  return named;
}

type Known = { columns: Columns; lines: ReadonlySet<number>; legacy: ReadCells };

/** Those of products, by column. */
const named = (cells: readonly ReadCell[], { columns, lines }: Known): readonly Converted[] =>
  cells.flatMap(({ line, place, encoding, text }) => {
    const column = columns[place];
    return column !== undefined && lines.has(line) ? [{ line, column, encoding, text }] : [];
  });

const unsureOf = ({ columns, lines, legacy }: Known): readonly Fault[] =>
  legacy.unsure.flatMap(({ line, place }) => {
    const column = columns[place];
    if (column === undefined || !lines.has(line)) return [];
    return [{ line, column, what: "is in TCVN3 or in VNI, which of them can't be told", cure: "type it in Unicode" }];
  });

/** For a file in which no row is a header: `first` is what might have been meant as one. */
export function headerMissing(first: readonly string[]): CommandError {
  const missing = missingColumns(columnsOf(first)).map((some) => some.join(" or "));
  const shown = first.filter((name) => !isBlank(name)).map((name) => name.trim());
  return new CommandError(
    `The header (${shown.join(" | ") || "nothing"}) names no column ${missing.join(", no ")}: ` +
      `one of the first 20 lines has to name at least name (Tên sản phẩm), producer (${title("producer")}) and unit (${title("unit")}).`,
  );
}

const title = (column: Column): string => vietnameseHeader(column).replace(/^./u, (letter) => letter.toUpperCase());
