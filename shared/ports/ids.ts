/** Randomness comes from here alone. */
import { type Code } from "../domain/ids.ts";

export interface Ids {
  /** "ord_" + at least 128 random bits in lower-case base 32. */
  random(prefix: string): string;
  code(): Code;
}
