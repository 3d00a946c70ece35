/** What proves that a provider sent something, and how its JSON is read without being trusted. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { type Vnd, vnd } from "../../domain/money.ts";
import { type IsoTime, isoTime } from "../../domain/time.ts";

/** Compares in constant time. An absent or empty value never matches. */
export function isSame(given: string | undefined, wanted: string): boolean {
  const [one, other] = [Buffer.from(given ?? ""), Buffer.from(wanted)];
  return one.length > 0 && one.length === other.length && timingSafeEqual(one, other);
}

/** The values of a setting, two while it is being changed; each is tried. */
export const secretsIn = (setting: string | undefined): readonly string[] =>
  (setting ?? "").split(/[\s,]+/).filter((secret) => secret !== "");

export const hmac = (
  algorithm: "sha256" | "sha512",
  secret: string,
  ...parts: readonly (string | Uint8Array)[]
): string => {
  const mac = createHmac(algorithm, secret);
  for (const part of parts) mac.update(part);
  return mac.digest("hex");
};

/** Whether one of the secrets gives this signature. */
export const isSigned = (
  setting: string | undefined,
  signature: string | undefined,
  sign: (secret: string) => string,
): boolean =>
  secretsIn(setting)
    .map((secret) => isSame(signature?.toLowerCase(), sign(secret)))
    .includes(true);

export type Fields = Readonly<Record<string, unknown>>;

/** Undefined where the bytes are no JSON object in UTF-8. */
export function fieldsOf(body: Uint8Array): Fields | undefined {
  try {
    return asFields(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
  } catch {
    return undefined;
  }
}

export const asFields = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

export const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** The provider's id of a transaction, a number or a text; empty where there is none. */
export const idOf = (value: unknown): string =>
  typeof value === "number" && Number.isSafeInteger(value) ? String(value) : textOf(value).slice(0, 200);

/** Undefined where no money came in; a fraction of a đồng does not exist. */
export const amountOf = (value: unknown): Vnd | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? vnd(value) : undefined;

/** "2023-03-25 14:02:37", which is Viet Nam's time; anything else counts as now. */
export function bankTime(value: unknown, now: IsoTime): IsoTime {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(textOf(value)) ?? [];
  const at = Date.parse(`${date ?? ""}T${time ?? ""}+07:00`);
  return Number.isNaN(at) ? now : isoTime(at);
}

export const accountsOf = (...values: readonly unknown[]): readonly string[] =>
  values.map(idOf).filter((one) => one !== "");
