/** Cells in TCVN3 or VNI, turned into Unicode: by what they look like, by their font, or by the rest of their row. */
import { type GridRow } from "./grid.ts";
import { encodingOfFont, judge, type Judged, type Legacy, readAs, showsCapitals } from "./legacy-text.ts";

export type ReadCell = { line: number; place: number; encoding: Legacy; text: string };

/** A text that is Vietnamese in no way, or in two. */
export type UnsureCell = { line: number; place: number };

export type ReadCells = {
  rows: readonly GridRow[];
  converted: readonly ReadCell[];
  unsure: readonly UnsureCell[];
};

export function readLegacyCells(rows: readonly GridRow[]): ReadCells {
  const converted: ReadCell[] = [];
  const unsure: UnsureCell[] = [];
  const read = rows.map((row): GridRow => {
    const judged = row.cells.map((text) => judge(text));
    const rowEncoding = encodingOfRow(judged);
    const cells = row.cells.map((text, place) => {
      const one = { judged: judged[place], font: row.fonts?.[place], rowEncoding };
      const found = settle(text, one);
      if (found === "unsure") unsure.push({ line: row.line, place });
      if (found === undefined || found === "unsure") return text;
      converted.push({ line: row.line, place, ...found });
      return found.text;
    });
    return { ...row, cells };
  });
  return { rows: read, converted, unsure };
}

/** A row is typed in one go: what some cells show goes for those that could be either, unless any shows Unicode. */
function encodingOfRow(judged: readonly Judged[]): Legacy | undefined {
  if (judged.some((one) => one.is === "fine" && one.unicode)) return undefined;
  const found = new Set(judged.flatMap((one) => (one.is === "legacy" ? [one.encoding] : [])));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

type Known = { judged: Judged | undefined; font: string | undefined; rowEncoding: Legacy | undefined };
type Found = { encoding: Legacy; text: string };

function settle(text: string, { judged, font, rowEncoding }: Known): Found | "unsure" | undefined {
  if (judged === undefined) return undefined;
  const byFont = encodingOfFont(font);
  const shown = byFont && readAs(text, byFont);
  if (byFont && shown !== undefined)
    return { encoding: byFont, text: showsCapitals(font) ? shown.toUpperCase() : shown };
  if (judged.is === "legacy") return { encoding: judged.encoding, text: judged.text };
  if (judged.is === "fine") return undefined;
  const byRow = rowEncoding && judged.readings.get(rowEncoding);
  if (rowEncoding && byRow !== undefined) return { encoding: rowEncoding, text: byRow };
  return judged.valid ? undefined : "unsure";
}
