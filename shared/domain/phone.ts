/** Vietnamese phone numbers: every spelling people use, one stored form ("0912345678"). */
import { type Brand } from "./ids.ts";

/** National form with the leading 0: ten digits for a mobile, eleven for a landline. */
export type Phone = Brand<string, "Phone">;

/** Ranges in use, after libphonenumber: of 052, 055, 089 and 099 only some hundreds were given out. */
const MOBILE = /^(?:52[238]\d|559\d|5[689]\d\d|3\d{3}|7[06-9]\d\d|8[1-8]\d\d|89[6-9]\d|9[0-8]\d\d|99[013-9]\d)\d{5}$/;
const LANDLINE = /^2(?:0[3-9]|1[0-689]|2[0-25-9]|3[2-9]|4[2-8]|5[124-9]|6[0-39]|7[0-7]|8[2-9]|9[0-4679])\d{7}$/;

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
