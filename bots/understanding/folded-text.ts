/** A message being read for days and people: its letters without accents beside those typed, and what was taken out so far. */
import { fold, nfc } from "../../shared/domain/text.ts";

/** Both of one length, so that a place in one is the same place in the other. */
export type FoldedText = { readonly folded: string; readonly typed: string };

const foldOne = (letter: string): string => {
  const folded = fold(letter);
  return folded.length === letter.length ? folded : letter;
};

/** A space at both ends, so that every word stands between two. */
export function foldedText(words: string): FoldedText {
  const typed = ` ${nfc(words)} `;
  return { typed, folded: Array.from(typed, foldOne).join("") };
}

const blank = (text: string, from: number, to: number): string =>
  text.slice(0, from) + " ".repeat(to - from) + text.slice(to);

export const without = ({ folded, typed }: FoldedText, from: number, to: number): FoldedText => ({
  folded: blank(folded, from, to),
  typed: blank(typed, from, to),
});

const WORDS: readonly string[] = [
  ...["khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai"],
];
const ENGLISH: readonly string[] = [
  ...["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
];

/** A small number in digits or in words, to stand in a pattern; words end before a space. */
export const NUMBER = String.raw`\d{1,3}|(?:muoi mot|muoi hai|${[...WORDS.slice(1, 11), ...ENGLISH.slice(1)].join("|")})(?= |$)`;

export function numberOf(said: string): number {
  if (/^\d+$/.test(said)) return Number(said);
  if (said === "tu") return 4;
  return Math.max(WORDS.indexOf(said), ENGLISH.indexOf(said));
}
