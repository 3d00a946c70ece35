/** A text that readers take their part out of, one after another; where something was taken stands a mark. */

/** Stands for what was taken, and ends whatever is read before it. */
export const TAKEN = "\u001f";

export const without = (text: string, at: number, length: number): string =>
  text.slice(0, at) + TAKEN + text.slice(at + length);

/** A pattern over the text as typed, in small letters or large. */
export const loose = (source: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
  new RegExp(String.raw(source, ...parts), "iu");

/** "hội chợ|ngày" → a pattern that also fits them typed without accents. */
export function bareToo(words: string): string {
  const all = words.split("|").flatMap((word) => [word, bare(word)]);
  return `(?:${[...new Set(all)].toSorted((one, other) => other.length - one.length).join("|")})`;
}

/** As `fold`, but patterns keep their capitals ("\\S"). */
const bare = (word: string): string =>
  word.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");

/** Not in the middle of a word or number. */
export const START = String.raw`(?<![\p{L}\d])`;
export const END = String.raw`(?![\p{L}\d])`;
