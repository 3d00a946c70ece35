/**
 * Codes in what a bank hands on of a memo: words are put before and after it, spaces lost or added, letters made small,
 * "MBVCB.3278907687.K7Q2M4XZ.CT tu 0123" or "k7q2 m4xzchuyen tien".
 */
import { CODE_LENGTH, type Code, parseCode } from "./ids.ts";
import { fold } from "./text.ts";

/** What is longer is no memo. */
const MOST = 300;

const wordsIn = (memo: string): readonly string[] =>
  fold(memo.slice(0, MOST))
    .toUpperCase()
    .match(/[A-Z0-9]+/g) ?? [];

const unique = (codes: readonly (Code | null)[]): readonly Code[] => [
  ...new Set(codes.filter((code) => code !== null)),
];

/** Words that are a code as they stand. */
export const codesAlone = (memo: string): readonly Code[] => unique(wordsIn(memo).map(parseCode));

/** Every run of letters that could be a code once spaces and signs are gone: many, most of them nobody's. */
export function codesWithin(memo: string): readonly Code[] {
  const text = wordsIn(memo).join("");
  const runs = Array.from({ length: Math.max(0, text.length - CODE_LENGTH + 1) }, (_, at) =>
    text.slice(at, at + CODE_LENGTH),
  );
  return unique(runs.map(parseCode));
}
