/** How far a typed word may be from a known one: accents placed otherwise, one letter wrong, dropped or doubled. */
import { type Token } from "./normalise.ts";

/** A word with its tone last, so that "hoà" and "hòa" are one. */
export function toneless(word: string): string {
  const parts = word.normalize("NFD");
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? "";
  return parts.replaceAll(/[\u0300\u0301\u0303\u0309\u0323]/g, "").normalize("NFC") + tone;
}

/** 0 = as written; an unmarked word may be any; other accents than the known word's cost most. */
export function accentCost(token: Token, known: string, knownFold: string, accented: boolean): number {
  if (token.word === known) return 0;
  if (!token.marked && token.word === token.fold) return known === knownFold ? 0 : accented ? 0.3 : 0.05;
  if (token.fold === knownFold && toneless(token.word) === toneless(known)) return 0;
  return 0.6;
}

/** Every way to drop one letter, and the word itself: two words one slip apart share an entry. */
export function slips(word: string): string[] {
  const out = [word];
  for (let at = 0; at < word.length; at += 1) out.push(word.slice(0, at) + word.slice(at + 1));
  return out;
}

/** True when one letter is wrong, missing, too many, or two neighbours are swapped. */
export function oneSlipApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return a === b;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const tail = (from: number, text: string) => text.slice(from);
  if (a.length === b.length) {
    const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && tail(at + 2, a) === tail(at + 2, b);
    return tail(at + 1, a) === tail(at + 1, b) || swapped;
  }
  return a.length > b.length ? tail(at + 1, a) === tail(at, b) : tail(at, a) === tail(at + 1, b);
}
