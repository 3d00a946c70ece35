/** Vietnamese phone numbers: every spelling people use, one stored form ("0912345678"). */
import { type Brand } from "./ids.ts";

/** National form with the leading 0: ten digits for a mobile, eleven for a landline. */
export type Phone = Brand<string, "Phone">;

const MOBILE = /^(?:3\d|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/;
const LANDLINE = /^2\d{9}$/;

/** Null when no such number can exist; 11-digit mobiles ended in 2018. */
export function parsePhone(text: string): Phone | null {
  const digits = text.replaceAll(/[^\d+]/g, "").replace(/^\+/, "");
  const national = digits.replace(/^(?:0084|84|0)0?/, "");
  return MOBILE.test(national) || LANDLINE.test(national) ? (`0${national}` as Phone) : null;
}

/** "0912 345 678". */
export const formatPhone = (phone: Phone): string => phone.replace(/^(\d{4})(\d{3})(\d+)$/, "$1 $2 $3");

/** "84912345678": what Zalo and carriers want. */
export const internationalPhone = (phone: Phone): string => `84${phone.slice(1)}`;
