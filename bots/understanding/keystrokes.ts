/** What a word was meant to be before the keyboard got in its way. */
import { fromTelex, fromVni, isSyllable } from "./syllable.ts";

/** "nhaaaa" → "nha", "okkk" → "ok". */
export const calm = (word: string): string =>
  DOUBLED.test(word)
    ? word
        .replaceAll(/(\p{L})\1{2,}/gu, "$1")
        .replace(/([iouy])\1$/u, "$1")
        .replace(/(?<=\p{L}{2})([ptcmn])\1$/u, "$1")
    : word;

const DOUBLED = /(.)\1/;

/** Words that look like Telex leftovers and are none. */
const NOT_TELEX =
  /^(?:box|boxes|ok|shop|ship|tour|order|orders|was|has|is|as|us|this|his|its|yes|pls|bags|packs|jars|kgs|grams|gram|tax|max|min|fax|visa|js|css|plus|bus|gas|sos|ios|goods|foods|noodles|bees|teas|does|rooms|books|boots|needs|seeds|weeks|fees|sees|bag|big|blog|vlog|egg|ah|oh|eh)$/;

/** The word that was meant: stretched letters, Telex, VNI, j for i, g for ng. */
export function undone(word: string, english: boolean): string {
  if (english || !/^[a-z]/.test(word) || NOT_TELEX.test(word)) return word;
  if (/\d/.test(word)) return fromVni(word) ?? word;
  const calmed = calm(word);
  const telex = fromTelex(word) ?? fromTelex(calmed);
  if (telex !== null) return telex;
  if (isSyllable(calmed)) return calmed;
  // "thjt", "mjen": j typed for i; "fở": f for ph; "măg": g for ng.
  const spelled = calmed
    .replaceAll("j", "i")
    .replace(/^f/, "ph")
    .replace(/^w/, "qu")
    .replace(/^dz/, "d")
    .replace(/(?<=\p{L}[aeiouyăâêôơư]\p{M}?)([gh])$/u, "n$1");
  return spelled !== calmed && isSyllable(spelled) ? spelled : calmed;
}
