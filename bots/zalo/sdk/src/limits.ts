/** What Zalo takes, checked before sending: a refusal that is known costs no request and no quota. */
import { ZaloError } from "./errors.ts";

export const LIMITS = {
  text: 2000,
  buttons: 5,
  buttonTitle: 100,
  buttonPayload: 1000,
  /** 150, 300 and 50 are documented, but strings of exactly that length are refused: these pass. */
  articleTitle: 140,
  articleDescription: 250,
  articleAuthor: 50,
  articlesPerBroadcast: 5,
  articlesPerPage: 10,
  usersPerPage: 50,
  usersOffset: 9951,
  trackingId: 48,
  /** Bytes. Zalo says 1 MB and 5 MB without saying which: the smaller readings. */
  imageBytes: 1_000_000,
  gifBytes: 5_000_000,
  fileBytes: 5_000_000,
} as const;

/** One unit per letter: "Đặt" is 5 units as some phones type it, 3 in NFC. */
export function normalised(text: string): string {
  return text.normalize("NFC");
}

export type Bounds = { readonly call: string; readonly what: string; readonly most: number; readonly least?: number };

/** The text in NFC. Throws a ZaloError that names the length, never the text. */
export function fitted(text: string, { least = 1, ...bounds }: Bounds): string {
  const clean = normalised(text);
  within(clean.length, { ...bounds, least });
  return clean;
}

/** Throws a ZaloError of class `drop` unless `least` ≤ number ≤ `most`. */
export function within(number: number, { call, what, most, least = 0 }: Bounds): number {
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  const meaning = `${what} is ${number}, allowed are ${least} to ${most}; nothing was sent`;
  throw new ZaloError({ code: "over-limit", class: "drop", call, meaning });
}

/** Zalo refuses addresses with letters outside ASCII; this percent-encodes them. Throws on what is no http address. */
export function webAddress(address: string, call: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === "https:" || url?.protocol === "http:") return url.href;
  throw new ZaloError({ code: "over-limit", class: "drop", call, meaning: "an address is not http; nothing was sent" });
}
