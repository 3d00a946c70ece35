/** A sheet of a workbook, or a CSV file, as rows of text: what a table is looked for in. */
import { type Fault, type RawRow } from "../../shared/usecases/import-cells.ts";
import { type Legacy } from "./legacy-text.ts";

export type GridRow = {
  line: number;
  cells: readonly string[];
  /** Of the cells, by place, where the file tells them. */
  fonts?: readonly (string | undefined)[];
  /** One cell is merged over the width of the sheet. */
  banner?: boolean;
};

export type Grid = {
  /** Absent where the file has no sheets. */
  sheet?: string;
  rows: readonly GridRow[];
  /** A cell beyond the header means that a row was split wrong, rather than a remark beside the table. */
  strict?: boolean;
};

export type Skipped = {
  sheet?: string;
  line: number;
  why: "above the header" | "header again" | "column numbers" | "heading" | "total" | "below the table";
};

/** A cell that was in an old encoding, and what it is now. */
export type Converted = { sheet?: string; line: number; column: string; encoding: Legacy; text: string };

export type ReadRows = {
  rows: readonly RawRow[];
  faults: readonly Fault[];
  /** Headers that mean nothing to an import. */
  ignored: readonly string[];
  skipped: readonly Skipped[];
  converted: readonly Converted[];
  /** Left as they are, and worth a look: what they would be in an old encoding. */
  doubtful: readonly Converted[];
  /** What else somebody should know of how the file was read. */
  notes: readonly string[];
};

export const isBlank = (text: string | undefined): boolean =>
  text === undefined || text.replaceAll(/[\s\u00a0\u200b\ufeff]/g, "") === "";
