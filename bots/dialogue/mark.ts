/** A short mark of what somebody was shown: the button of an older card carries another one, and does nothing. */
export function markOf(shown: unknown): string {
  let mark = 0;
  for (const letter of JSON.stringify(shown)) mark = (Math.imul(mark, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return mark.toString(36);
}
