/**
 * The text in a VietQR picture: EMVCo fields (two digits of name, two of length, the value) as NAPAS prescribes them
 * for a transfer to an account, closed by a checksum. Vectors: the published ones of vietnam-qr-pay.
 */
import { type Vnd } from "./money.ts";

export type BankAccount = {
  /** Six digits that name the bank (banks.ts). */
  readonly bin: string;
  readonly number: string;
};

export type Transfer = BankAccount & {
  /** Absent: whoever pays types it. */
  readonly amount?: Vnd;
  /** What is to stand on the statement; see isMemo(). */
  readonly memo?: string;
};

const MOST_MEMO = 25;

/** Banks strip accents and signs and cut what is longer, so nothing else is let in. */
export const isMemo = (memo: string): boolean => new RegExp(`^[A-Za-z0-9 ]{1,${MOST_MEMO}}$`).test(memo);

const isAccount = ({ bin, number }: BankAccount): boolean => /^\d{6}$/.test(bin) && /^[0-9A-Za-z]{4,24}$/.test(number);

/** Throws on an account, an amount or a memo that no bank would take: such a picture must not exist. */
export function vietqr({ amount, memo, ...account }: Transfer): string {
  if (!isAccount(account)) throw new RangeError("No account that a VietQR could hold: see bank_bin and bank_account");
  if (amount !== undefined && !(amount > 0)) throw new RangeError(`${amount} is no amount to transfer`);
  if (memo !== undefined && !isMemo(memo))
    throw new RangeError(`A memo is 1 to ${MOST_MEMO} letters without accents, digits and spaces`);
  const beneficiary = field("00", account.bin) + field("01", account.number);
  const unsigned = [
    field("00", "01"),
    // 11: may be scanned again and again; 12: for one payment.
    field("01", amount === undefined ? "11" : "12"),
    field("38", field("00", NAPAS) + field("01", beneficiary) + field("02", TO_ACCOUNT)),
    field("53", DONG),
    ...(amount === undefined ? [] : [field("54", String(amount))]),
    field("58", "VN"),
    ...(memo === undefined ? [] : [field("62", field("08", memo))]),
    `${CHECKSUM}04`,
  ].join("");
  return unsigned + checksum(unsigned);
}

/** The same with a checksum that is wrong on purpose: every banking app refuses it. For what is invented. */
export function brokenVietqr(transfer: Transfer): string {
  const whole = vietqr(transfer);
  return whole.slice(0, -4) + (whole.endsWith("0000") ? "FFFF" : "0000");
}

const NAPAS = "A000000727";
const TO_ACCOUNT = "QRIBFTTA";
/** ISO 4217 in digits. */
const DONG = "704";
const CHECKSUM = "63";

const field = (name: string, value: string): string => `${name}${String(value.length).padStart(2, "0")}${value}`;

/** CRC-16 with the polynomial 0x1021 from 0xFFFF, over ASCII, as four digits in capitals. */
export function checksum(text: string): string {
  let crc = 0xffff;
  for (const letter of text) {
    crc ^= (letter.codePointAt(0) ?? 0) << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}
