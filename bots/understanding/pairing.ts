/** Which amount belongs to which product: before it or after it, by nearness, separators and the units it is sold in. */
import { type Lexicon } from "./lexicon.ts";
import { isStrong, type Line, type Piece } from "./line.ts";
import { sellsIn } from "./units.ts";

const JOINS = /^(?:va|voi|vs|cung|and|\+|&|roi|them)$/;

/** What the pieces between two cost: talk a little, a comma more, "và" and a full stop most. */
function distance(line: Line, from: number, to: number): number {
  let cost = 0;
  for (let at = from + 1; at < to; at += 1) {
    const piece = line.pieces[at];
    if (piece === undefined) continue;
    if (isStrong(piece)) cost += 6;
    else if (piece.text === ",") cost += 4;
    else if (JOINS.test(piece.text)) cost += 7;
    else if (/^(?:§.|[:(\-–=])$/.test(piece.text)) cost += 0;
    else cost += 0.8;
  }
  return Math.min(cost, 9);
}

export function unitFits(lexicon: Lexicon, targets: readonly string[], piece: Piece | undefined): boolean {
  const amount = piece?.amount;
  if (amount === undefined || amount.unit === null) return true;
  const { unit, or } = amount;
  return targets.some((id) => {
    const sold = lexicon.units.get(id);
    return sellsIn(sold, unit) || (or !== undefined && sellsIn(sold, or));
  });
}

/** Worth of joining neighbours `left` and `right`, one a product and one an amount; null = never. */
function worth(line: Line, lexicon: Lexicon, left: number, right: number): number | null {
  const a = line.pieces[left];
  const b = line.pieces[right];
  const mention = a?.mention ?? b?.mention;
  const amount = a?.amount ?? b?.amount;
  if (mention === undefined || amount === undefined || (a?.mention !== undefined) === (b?.mention !== undefined))
    return null;
  if (amount.thin && right - left > 1) return null;
  const people = amount.unit === "vé" && !mention.targets.some((id) => sellsIn(lexicon.units.get(id), "vé"));
  if (people) return null;
  const fits = unitFits(lexicon, mention.targets, a?.amount === undefined ? b : a);
  const unitless = amount.unit === null && right - left > 1 && distance(line, left, right) > 4;
  const adjacent = right - left === 1 ? 1 : 0;
  return (
    10 -
    distance(line, left, right) +
    (fits ? 2 : -4) +
    adjacent +
    (a?.amount === undefined ? 0 : 0.2) -
    (unitless ? 3 : 0)
  );
}

/** The pairing of greatest worth; keys are products, values their amounts, as positions in the line. */
export function pairUp(
  line: Line,
  lexicon: Lexicon,
  products: readonly number[],
  amounts: readonly number[],
): Map<number, number> {
  const all = [...products, ...amounts].sort((a, b) => a - b);
  const best: { readonly score: number; readonly paired: boolean }[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const skip = best[at - 1]?.score ?? 0;
    const value = at === 0 ? null : worth(line, lexicon, all[at - 1] ?? 0, all[at] ?? 0);
    const join = value === null || value <= 0 ? -1 : (best[at - 2]?.score ?? 0) + value;
    best.push(join > skip ? { score: join, paired: true } : { score: skip, paired: false });
  }
  const pairs = new Map<number, number>();
  for (let at = all.length - 1; at > 0; at -= 1) {
    if (best[at]?.paired !== true) continue;
    const left = all[at - 1] ?? 0;
    const right = all[at] ?? 0;
    if (line.pieces[left]?.mention === undefined) pairs.set(right, left);
    else pairs.set(left, right);
    at -= 1;
  }
  return pairs;
}
