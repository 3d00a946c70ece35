/** What stands in a cell, as people write it: money, dates, stars, seasons. Undefined: it can't be read. */
import { vnd, type Vnd } from "../domain/money.ts";
import { type GROUPS, type KINDS, type PRICE_STATUSES, type Product, type SHIP_POLICIES } from "../domain/product.ts";
import { fold } from "../domain/text.ts";
import { type IsoDate, parseDate } from "../domain/time.ts";

/** "1.200", "1,200" are 1200; "1,5" and "1.5" are 1.5: three digits after a sign are thousands. */
export function readNumber(text: string): number | undefined {
  const said = text.replaceAll(/[\s\u00a0']/g, "");
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(said)) return Number(said.replaceAll(/[.,]/g, ""));
  return /^\d+(?:[.,]\d+)?$/.test(said) ? Number(said.replace(",", ".")) : undefined;
}

/** A name holds a letter: "123" and "—" are none. */
export const readName = (text: string): string | undefined => (/\p{L}/u.test(text) ? text : undefined);

const MONEY = /^(.*?)(k|nghin|ngan|n|tr|trieu|m)?(?:d|vnd|dong)?$/;
const LEAST_PRICE = 500;
const MOST_PRICE = 1_000_000_000;

/** "45000", "45.000", "45.000 đ", "45k", "45 nghìn", "1,2tr", "1tr2". Less than 500 đ is most often thousands: undefined. */
export function readMoney(text: string): Vnd | undefined {
  // "45.000®" and "45.000ñ" are đ in an old font; without its tilde ñ would be n, for nghìn.
  const said = fold(text.replaceAll(/[®§ñÑ]/g, "d")).replaceAll(/[\s\u00a0]/g, "");
  const [, amount = "", scale = ""] = MONEY.exec(said.replace(/^(\d+)tr(\d)$/, "$1.$2tr")) ?? [];
  const number = readNumber(amount);
  if (number === undefined) return undefined;
  const value = Math.round(number * scaleOf(scale) * 1000) / 1000;
  return Number.isInteger(value) && value >= LEAST_PRICE && value <= MOST_PRICE ? vnd(value) : undefined;
}

function scaleOf(word: string): number {
  if (word === "") return 1;
  return /^(?:tr|trieu|m)$/.test(word) ? 1_000_000 : 1000;
}

/** ISO or day first: 2024-02-20, 20/2/2024, "ngày 20 tháng 2 năm 2024"; or a spreadsheet's own number, 45342. */
export function readDate(text: string): IsoDate | undefined {
  const said = inDigits(text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, ""));
  if (/^\d{5}(?:\.\d+)?$/.test(said)) return dateOfSerial(Number(said));
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(said) ?? [];
  const iso = year === "" ? said : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDate(iso) ?? undefined;
}

const inDigits = (text: string): string =>
  fold(text)
    .replace(/^ngay\s*/, "")
    .replace(/\s*thang\s*/, "/")
    .replace(/\s*nam\s*/, "/");

/** Days since the end of 1899; a year of this century, or it is another number. */
function dateOfSerial(days: number): IsoDate | undefined {
  const date = new Date(Date.UTC(1899, 11, 30 + Math.floor(days))).toISOString().slice(0, 10);
  return date >= "2000" && date < "2100" ? (parseDate(date) ?? undefined) : undefined;
}

/** "4", "4 sao", "4*", "****", "★★★★"; OCOP certifies three to five. */
export function readStars(text: string): number | undefined {
  const said = fold(text)
    .replaceAll(/\s|\ufe0f/g, "")
    .replace(/^(?:ocop)?(?:hang|dat)?(?=[\d*★⭐])/u, "")
    .replace(/(?<=sao)ocop$/, "");
  const number = /^[*★⭐]+$/u.test(said)
    ? said.replaceAll(/[^*★⭐]/gu, "").length
    : Number(/^([1-5])(?:[.,]0)?(?:sao|stars?|\*|★|⭐)?$/u.exec(said)?.[1]);
  return number >= 3 && number <= 5 ? number : undefined;
}

/** "29,5", "29.5 %", "29,5 độ". */
export function readAbv(text: string): number | undefined {
  const number = readNumber(
    fold(text)
      .replace(/(?:%|do|vol|°|º|%vol)\s*$/u, "")
      .replace(/%\s*$/, "")
      .trim(),
  );
  return number !== undefined && number <= 100 ? number : undefined;
}

export function readYear(text: string): number | undefined {
  const year = fold(text).replace(/^nam\s*/, "");
  return /^20[0-4]\d$/.test(year) ? Number(year) : undefined;
}

const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** "MM-DD" from "15/9", "09-15", "tháng 9", "9": a month alone is all of it. */
export function readSeason(text: string, end: "from" | "to"): string | undefined {
  const said = fold(text).trim();
  const iso = /^(?:\d{4}-)?(\d{2})-(\d{2})$/.exec(said);
  const local = /^(\d{1,2})\/(\d{1,2})(?:\/\d{4})?$/.exec(said);
  const month = Number(iso?.[1] ?? local?.[2] ?? /^(?:thang\s*)?(\d{1,2})$/.exec(said)?.[1]);
  const last = LAST_DAYS[month - 1];
  if (last === undefined) return undefined;
  const day = Number(iso?.[2] ?? local?.[1] ?? (end === "from" ? 1 : last));
  if (day < 1 || day > last) return undefined;
  return `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** One of some words, or of what people write for it; folded, by its beginning. */
const oneOf =
  <Word extends string>(words: readonly (readonly [Word, RegExp])[]) =>
  (text: string): Word | undefined =>
    words.find(([word, pattern]) => fold(text).trim() === fold(word) || pattern.test(fold(text).trim()))?.[0];

export const readKind: (text: string) => Product["kind"] | undefined = oneOf<(typeof KINDS)[number]>([
  ["goods", /^(?:hang|san pham)/],
  ["stay", /^(?:luu tru|cho nghi|homestay|phong|nha nghi)/],
  ["tour", /^(?:tour|tham quan|trai nghiem|du lich|dich vu)/],
]);

/** The groups of 2023, also by the names of 2019 and in English. */
export const readGroup: (text: string) => string | undefined = oneOf<(typeof GROUPS)[number]>([
  ["thực phẩm", /^(?:nhom )?(?:thuc pham|food)/],
  ["đồ uống", /^(?:nhom )?(?:do uong|drink|beverage)/],
  ["dược liệu", /^(?:nhom )?(?:duoc lieu|thao duoc|herb)/],
  ["thủ công mỹ nghệ", /^(?:nhom )?(?:thu cong|vai|may mac|luu niem|craft|handicraft)/],
  ["sinh vật cảnh", /^(?:nhom )?(?:sinh vat canh|ornamental)/],
  ["du lịch", /^(?:nhom )?(?:du lich|dich vu du lich|tourism)/],
]);

export const readPriceStatus: (text: string) => Product["priceStatus"] | undefined = oneOf<
  (typeof PRICE_STATUSES)[number]
>([
  ["known", /^(?:da biet|chinh thuc|biet)/],
  ["seen", /^(?:thay|tham khao|bao chi)/],
  ["sample", /^(?:mau|gia mau)/],
  ["unknown", /^(?:chua biet|khong ro|chua ro|khong biet)/],
]);

export const readShipPolicy: (text: string) => Product["shipPolicy"] | undefined = oneOf<
  (typeof SHIP_POLICIES)[number]
>([
  ["any", /^(?:moi|toan quoc|tat ca|binh thuong)/],
  ["ground_only", /^(?:duong bo|chi duong bo|ground)/],
  ["pickup_only", /^(?:nhan tai|den lay|tu den|tai cho|khong giao|pickup)/],
]);

export const readClaimClass: (text: string) => string | undefined = oneOf<
  "food" | "health_food" | "herbal" | "cosmetic"
>([
  ["health_food", /^(?:thuc pham bao ve|bao ve suc khoe|tpbvsk|thuc pham chuc nang|health)/],
  ["food", /^thuc pham/],
  ["herbal", /^(?:duoc lieu|thao duoc)/],
  ["cosmetic", /^my pham/],
]);

export const readProducerStatus: (text: string) => "draft" | "verified" | "suspended" | undefined = oneOf<
  "draft" | "verified" | "suspended"
>([
  ["draft", /^(?:nhap|chua xac)/],
  ["verified", /^(?:da xac|xac minh|xac nhan)/],
  ["suspended", /^(?:tam ngung|tam dung|dinh chi|ngung)/],
]);

/** Grams of a pack that says them once: "gói 500g", "chai 1,5 kg". */
export function gramsOf(pack: string): number | undefined {
  const found = [...fold(pack).matchAll(/(?<![\d.,])(\d+(?:[.,]\d+)?)\s*(kg|gam|gram|gr|g)(?![a-z])/g)];
  const [only] = found;
  if (!only || found.length > 1 || (fold(pack).match(/\d+(?:[.,]\d+)?/g) ?? []).length > 1) return undefined;
  const number = Number(only[1]?.replace(",", "."));
  const grams = Math.round(only[2] === "kg" ? number * 1000 : number);
  return grams > 0 ? grams : undefined;
}
