/** Phone numbers in a message: every way of writing one, and those that cannot be one. */
import { parsePhone } from "../../shared/domain/phone.ts";

export type FoundPhone = {
  readonly start: number;
  readonly end: number;
  readonly phone: string | null;
  readonly said: string;
};

const DIGITS =
  /(?<![\p{L}\d])[(+]*(?:\d|[oO](?=[\d. \-oO]*\d{3}))(?:[ .\-–_/()]{0,3}(?:\d|[oO](?=[\d. \-]))){7,14}(?!\d)/gu;

export function findPhones(raw: string): FoundPhone[] {
  return [...raw.matchAll(DIGITS)].map((match) => {
    const said = match[0].trim();
    const digits = said.replaceAll(/[oO]/g, "0");
    return { start: match.index, end: match.index + match[0].length, phone: parsePhone(digits), said };
  });
}
