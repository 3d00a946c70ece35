/** Long text in pieces a channel takes: cut at lines, else at words, else between what people see as letters. Nothing is lost. */

/** True when a person would see something; providers refuse messages of blanks alone. */
export const isVisible = (text: string): boolean => /[^\s\p{Cc}\p{Cf}\p{Cs}\u2800]/u.test(text);

/**
 * Pieces of at most `limit` UTF-16 units, which are never fewer than code points: within the limit however a provider counts.
 * Halves of a surrogate pair, which no UTF-8 can carry, become U+FFFD.
 * The line end or space at a cut goes; pieces without anything to see go too.
 */
export function splitText(text: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text.toWellFormed();
  while (rest.length > limit) {
    const { end, next } = cut(rest, limit);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(next);
  }
  return [...pieces, rest].filter(isVisible);
}

/** Where the first piece ends and the next one begins. */
function cut(text: string, limit: number): { end: number; next: number } {
  const window = text.slice(0, limit + 1);
  for (const separator of ["\n", " "]) {
    const at = window.lastIndexOf(separator);
    if (at > 0) return { end: at, next: at + 1 };
  }
  const end = lastLetterEnd(text, limit);
  return { end, next: end };
}

/** An emoji of seven code points or a letter with its marks stays whole, unless it alone is over the limit. */
function lastLetterEnd(text: string, limit: number): number {
  let end = 0;
  const letters = new Intl.Segmenter("vi", { granularity: "grapheme" }).segment(text.slice(0, limit + 100));
  for (const { index, segment } of letters) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  if (end > 0) return end;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
  return splitsPair && limit > 1 ? limit - 1 : limit;
}
