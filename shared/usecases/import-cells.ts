/** The cells of one row, and what was found wrong in them. */
import { nfc } from "../domain/text.ts";
import { type Column, vietnameseHeader } from "./import-columns.ts";

/** Where a row begins in its file; `sheet` where the file has sheets. */
export type Place = { sheet?: string; line: number };

/** Columns the file does not have are absent, blank cells are "". */
export type RawRow = Place & { cells: ReadonlyMap<Column, string> };

export type Fault = Place & { column: string; what: string; cure: string };

export const placeOf = ({ sheet, line }: Place): Place => ({ ...(sheet !== undefined && { sheet }), line });

type Problem = readonly [what: string, cure: string];

const MOST_CHARACTERS = 5000;
const MOST_SHOWN = 40;
const SPREADSHEET_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

export class Cells {
  readonly faults: Fault[] = [];
  readonly #place: Place;
  readonly #cells: ReadonlyMap<Column, string>;

  constructor(row: RawRow) {
    this.#place = placeOf(row);
    this.#cells = new Map([...row.cells].map(([column, text]) => [column, clean(text)]));
    for (const [column, text] of this.#cells) {
      if (text.length > MOST_CHARACTERS)
        this.fault(column, [`has ${text.length} characters`, `shorten it to ${MOST_CHARACTERS}`]);
      if (SPREADSHEET_ERROR.test(text))
        this.fault(column, [`holds the error ${text}`, "mend its formula, or type what it should show"]);
    }
  }

  /** Undefined where it is blank or the file has no such column. */
  text(column: Column): string | undefined {
    return this.#cells.get(column) || undefined;
  }

  has(column: Column): boolean {
    return this.#cells.has(column);
  }

  /** True for a blank cell and for a column that is not there. */
  isBlank(column: Column): boolean {
    return this.text(column) === undefined;
  }

  /** Columns that are there and blank in this row. */
  blanks(): readonly Column[] {
    return [...this.#cells].filter(([, text]) => text === "").map(([column]) => column);
  }

  required(column: Column): string | undefined {
    const text = this.text(column)?.replaceAll("\n", " ");
    if (text === undefined) this.fault(column, ["is blank", `fill in ${column} (${vietnameseHeader(column)})`]);
    if (text !== undefined && text.length > 200) this.fault(column, ["is too long", "shorten it to 200 characters"]);
    return text;
  }

  /** What `parse` makes of the cell; what it can't read is a fault. `secret` cells are not repeated in it. */
  read<T>(
    column: Column,
    parse: (text: string) => T | undefined,
    [what, cure]: Problem,
    { secret = false }: { secret?: boolean } = {},
  ): T | undefined {
    const text = this.text(column);
    if (text === undefined || SPREADSHEET_ERROR.test(text)) return undefined;
    const value = parse(text);
    if (value === undefined) this.fault(column, [secret ? `it ${what}` : `"${shown(text)}" ${what}`, cure]);
    return value;
  }

  fault(column: Column, [what, cure]: Problem): void {
    this.faults.push({ ...this.#place, column, what, cure });
  }
}

/** One normal form, no control characters, no blanks around; the mark that keeps a spreadsheet from computing goes. */
const clean = (text: string): string =>
  nfc(text)
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f\u200b\ufeff]/g, " ")
    .replaceAll(/[ \u00a0]+/g, " ")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");

const shown = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
