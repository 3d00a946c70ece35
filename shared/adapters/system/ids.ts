/** Ids and codes from the system's randomness. */
import { randomBytes } from "node:crypto";
import { CODE_ALPHABET, CODE_LENGTH, type Code } from "../../domain/ids.ts";
import { type Ids } from "../../ports/ids.ts";

/** Crockford's, in lower case: no i, l, o, u. */
const BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";
/** 26 letters of 5 bits are 130 bits. */
const ID_LENGTH = 26;

/** Every letter equally likely: bytes beyond the last whole multiple of the alphabet are thrown away. */
export function letters(alphabet: string, count: number, random: (size: number) => Uint8Array): string {
  const fair = 256 - (256 % alphabet.length);
  let text = "";
  while (text.length < count)
    for (const byte of random(count - text.length)) if (byte < fair) text += alphabet.charAt(byte % alphabet.length);
  return text;
}

export const systemIds: Ids = {
  random: (prefix) => `${prefix}_${letters(BASE32, ID_LENGTH, randomBytes)}`,
  code: () => letters(CODE_ALPHABET, CODE_LENGTH, randomBytes) as Code,
};
