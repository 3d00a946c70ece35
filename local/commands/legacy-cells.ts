/** Cells in TCVN3 or VNI, turned into Unicode: by what they look like, by their font, or by the rest of their row. */
import { type GridRow } from "./grid.ts";
import { encodingOfFont, judge, type Judged, type Legacy, readAs, showsCapitals } from "./legacy-text.ts";

export type ReadCell = { line: number; place: number; encoding: Legacy; text: string };

/** A text in an old encoding, but in which of them can't be told. */
export type UnsureCell = { line: number; place: number };

export type ReadCells = {
  rows: readonly GridRow[];
  converted: readonly ReadCell[];
  /** Vietnamese as they stand, and left so, in a row that holds Unicode and an old encoding; `text` is the other reading. */
  doubtful: readonly ReadCell[];
  unsure: readonly UnsureCell[];
};

type Found = { encoding: Legacy; text: string };
type Settled = { is: "as it was" | "unsure" } | ({ is: "converted" | "doubtful" } & Found);

export function readLegacyCells(rows: readonly GridRow[]): ReadCells {
  const settled = rows.map((row) => ({ row, cells: settleRow(row) }));
  const found = (wanted: "converted" | "doubtful"): readonly ReadCell[] =>
    settled.flatMap(({ row: { line }, cells }) =>
      cells.flatMap((cell, place) => {
        if (cell.is !== wanted) return [];
        return [{ line, place, encoding: cell.encoding, text: cell.text }];
      }),
    );
  return {
    rows: settled.map(({ row, cells }) => ({
      ...row,
      cells: row.cells.map((text, place) => {
        const cell = cells[place];
        return cell?.is === "converted" ? cell.text : text;
      }),
    })),
    converted: found("converted"),
    doubtful: found("doubtful"),
    unsure: settled.flatMap(({ row: { line }, cells }) =>
      cells.flatMap(({ is }, place) => (is === "unsure" ? [{ line, place }] : [])),
    ),
  };
}

function settleRow({ cells, fonts }: GridRow): readonly Settled[] {
  const judged = cells.map((text) => judge(text));
  const found = new Set(judged.flatMap((one) => (one.is === "legacy" ? [one.encoding] : [])));
  const [first] = found;
  const encoding = found.size === 1 ? first : undefined;
  // A row is typed in one go: what some cells show goes for those that could be either, unless one shows Unicode.
  const pure = !judged.some((one) => one.is === "fine" && one.unicode);
  return cells.map((text, place) => {
    const byFont = readByFont(text, fonts?.[place]);
    if (byFont) return { is: "converted", ...byFont };
    return settle(judged[place] ?? { is: "fine", unicode: false }, { encoding, pure });
  });
}

function readByFont(text: string, font: string | undefined): Found | undefined {
  const encoding = encodingOfFont(font);
  const read = encoding && readAs(text, encoding);
  return encoding && read !== undefined
    ? { encoding, text: showsCapitals(font) ? read.toUpperCase() : read }
    : undefined;
}

type Row = { encoding: Legacy | undefined; pure: boolean };

function settle(judged: Judged, { encoding, pure }: Row): Settled {
  if (judged.is === "fine") return { is: "as it was" };
  if (judged.is === "legacy") return { is: "converted", encoding: judged.encoding, text: judged.text };
  const read = encoding && judged.readings.get(encoding);
  if (encoding && read !== undefined)
    return { is: pure || !judged.valid ? "converted" : "doubtful", encoding, text: read };
  return { is: judged.valid ? "as it was" : "unsure" };
}
