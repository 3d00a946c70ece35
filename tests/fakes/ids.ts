/** Ids and codes in the shape of the real ones, the same on every run with the same seed. */
import { CODE_ALPHABET, CODE_LENGTH, type Code } from "../../shared/domain/ids.ts";
import { type Ids } from "../../shared/ports/ids.ts";
import { seededRandom } from "./random.ts";

const BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";

export function seededIds(seed = 1): Ids {
  const random = seededRandom(seed);
  const letters = (alphabet: string, count: number): string =>
    Array.from({ length: count }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join("");
  return {
    random: (prefix) => `${prefix}_${letters(BASE32, 26)}`,
    code: () => letters(CODE_ALPHABET, CODE_LENGTH) as Code,
  };
}
