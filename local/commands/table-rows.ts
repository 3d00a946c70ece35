/** What the rows of a sheet are: the header, the products, and all that offices write around them. */
import { fold } from "../../shared/domain/text.ts";
import { type Column, columnOf } from "../../shared/usecases/import-columns.ts";
import { type GridRow, isBlank, type Skipped } from "./grid.ts";

export type Columns = readonly (Column | undefined)[];

const NEEDED: readonly (readonly Column[])[] = [["name"], ["producer"], ["unit", "units"]];
/** So far down a header is looked for. */
const MOST_TITLES = 20;

export const columnsOf = (cells: readonly string[]): Columns => cells.map((cell) => columnOf(cell));

/** What a header would need and these columns don't name. */
export const missingColumns = (columns: Columns): readonly (readonly Column[])[] =>
  NEEDED.filter((some) => !some.some((column) => columns.includes(column)));

/** The place of the first row that names what every product needs. */
export function findHeader(rows: readonly Pick<GridRow, "cells">[]): number | undefined {
  const place = rows.slice(0, MOST_TITLES).findIndex(({ cells }) => missingColumns(columnsOf(cells)).length === 0);
  return place < 0 ? undefined : place;
}

export type RowKind = "product" | "blank" | Skipped["why"];

/** `below`: how many rows stand between it and the header. */
export function kindOf({ cells, banner }: GridRow, columns: Columns, below: number): RowKind {
  const filled = cells.filter((cell) => !isBlank(cell));
  const [first = ""] = filled;
  if (filled.length === 0) return "blank";
  const at = (column: Column): string => cells[columns.indexOf(column)] ?? "";
  if (columnOf(at("name")) === "name") return "header again";
  if (below === 0 && areNumbers(filled)) return "column numbers";
  const sells = !isBlank(at("producer")) || !isBlank(at("unit")) || !isBlank(at("units"));
  if (!isBlank(at("producer")) && !isBlank(at("name"))) return "product";
  if (TOTAL.test(fold(first).trim()) && isBlank(at("unit"))) return "total";
  if (sells) return "product";
  if (filled.length === 1 && banner) return "heading";
  return filled.length <= 2 && HEADING.test(first.trim()) ? "heading" : "product";
}

const TOTAL = /^(?:tong cong|tong so|tong|cong)(?:$|[\s:.(])/;
/** "I", "II.", "A - Nhóm thực phẩm": how offices number the parts of a list. */
const HEADING = /^(?:[IVX]{1,5}|[A-H])(?:$|[.)]|\s*[-–:])/;

/** "(1) (2) (3)" or "A B 1 2" below a header. */
function areNumbers(cells: readonly string[]): boolean {
  return cells.length >= 3 && cells.every((cell) => /^\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?$/.test(cell.trim()));
}

/**
 * Signatures and dates below the last product: rows that say no more than one thing a product needs, once a blank row
 * or a total has ended the table. Right below the products such a row is one of them, at fault.
 */
export function footOf(rows: readonly GridRow[], columns: Columns): ReadonlySet<GridRow> {
  const wanted = (["name", "producer", "unit", "units", "price_vnd"] as const).map((column) => columns.indexOf(column));
  const last = rows.findLastIndex(({ cells }) => wanted.filter((place) => !isBlank(cells[place])).length > 1);
  const below = rows.slice(last + 1);
  const isTotal = (row: GridRow | undefined): boolean => row !== undefined && kindOf(row, columns, 1) === "total";
  if (isTotal(rows[last])) return new Set(below);
  const end = below.findIndex((row) => row.cells.every(isBlank) || isTotal(row));
  return new Set(end < 0 ? [] : below.slice(end));
}
