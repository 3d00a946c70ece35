/** Who makes it, and where its picture is, as a row says. */
import { parsePhone } from "../domain/phone.ts";
import { type Cells } from "./import-cells.ts";
import { type ProducerRow } from "./import-row.ts";
import { readProducerStatus } from "./import-values.ts";

/** Phones and accounts are never repeated in a report: it may be passed on. */
const SECRET = { secret: true };

export function readProducer(cells: Cells): ProducerRow | undefined {
  const name = cells.required("producer");
  const facts = {
    type: cells.text("producer_type"),
    phone: cells.read("producer_phone", (text) => parsePhone(text) ?? undefined, PHONE, SECRET),
    status: cells.read("producer_status", readProducerStatus, ["is no status", "write draft or verified"]),
    commune: cells.text("commune"),
    district: cells.text("district"),
    bankBin: cells.read("bank_bin", matching(/^\d{6}$/), ["is no bank number", "write its six digits"], SECRET),
    bankAccount: cells.read("bank_account", matching(/^[0-9A-Za-z]{4,24}$/), ACCOUNT, SECRET),
  };
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return name === undefined ? undefined : { name, ...given };
}

const PHONE = [
  "is no Vietnamese phone number",
  "write ten digits, such as 0912 345 678; as text, so that the 0 stays",
] as const;
const ACCOUNT = ["is no bank account", "write its digits without signs; as text, so that no digit is lost"] as const;

const matching =
  (pattern: RegExp) =>
  (text: string): string | undefined => {
    const plain = text.replaceAll(/[\s.-]/g, "");
    return pattern.test(plain) ? plain : undefined;
  };

/** An address on the web, or the key of a picture that the shop keeps. */
export const readPhotoKey = (cells: Cells): string | undefined =>
  cells.read(
    "photo",
    (text) => {
      if (/^photos\/[\w.-]+$/.test(text)) return text;
      return URL.canParse(text) && /^https?:\/\/[^/\s]+\//.test(text) ? text : undefined;
    },
    ["is no address of a picture", "write an address that begins with https://, or leave it blank"],
  );
