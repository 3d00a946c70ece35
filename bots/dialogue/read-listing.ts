/** Reads a producer's sentence about a product: "Miến dong Phia Đén mới, 85k gói 500g, còn 100 gói". */
import { fold, nfc } from "../../shared/domain/text.ts";
import { type ListingDraft } from "./state.ts";

const UNITS =
  "gói|túi|bịch|hộp|lọ|hũ|chai|can|thùng|bó|con|cái|chiếc|kg|cân|ký|kí|lạng|đêm|phòng|vé|suất|người|khách|đoàn|chuyến|bánh|quả|vỉ|set";
/** What follows the scale: "1tr2", "1 triệu 250", "2 triệu rưỡi"; "1 triệu 2 hộp" counts boxes. */
const TAIL = String.raw`((?<=k|tr|triệu)\d{1,3}(?![\d.,])|(?<=tr|triệu)\s+(?:\d{1,3}(?!\s*(?:${UNITS})(?!\p{L})|[\d.,])|rưỡi))?(?:\s*(?:k|nghìn|ngàn)(?!\p{L}))?`;
const AMOUNT = String.raw`(\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?)\s*(k|nghìn|ngàn|ng|triệu|tr|đồng|đ|vnđ|vnd)?${TAIL}`;

const PRICE = new RegExp(
  String.raw`(?:giá\s*)?${AMOUNT}\s*(?:\/|một|1|mỗi|cho\s+một)?\s*(${UNITS})(?:\s*(\d+(?:[.,]\d+)?\s*(?:g|gr|gram|kg|ml|lít|l)))?(?![\p{L}\d])`,
  "iu",
);
const STOCK = new RegExp(
  String.raw`(?:còn|có|sẵn|số lượng|sl)\s*:?\s*(\d+(?:[.,]\d{3})*)\s*(?:${UNITS})?(?![\p{L}\d])`,
  "iu",
);
const BARE_PRICE = new RegExp(String.raw`(?:giá\s*:?\s*)${AMOUNT}(?![\p{L}\d])`, "iu");

const SCALE: Readonly<Record<string, number>> = {
  k: 1000,
  nghìn: 1000,
  ngàn: 1000,
  ng: 1000,
  tr: 1_000_000,
  triệu: 1_000_000,
};

/** "85k" → 85,000; "1,2tr" and "1tr2" → 1,200,000; a dot or comma before exactly three digits parts thousands. */
function amountOf([, digits = "", unit, tail = ""]: RegExpExecArray): number | undefined {
  const plain = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits) ? digits.replaceAll(/[.,]/g, "") : digits.replace(",", ".");
  const rest = tail.trim().toLowerCase() === "rưỡi" ? 0.5 : Number(`0.${tail.trim()}`);
  const amount = Math.round((Number(plain) + rest) * (SCALE[(unit ?? "").toLowerCase()] ?? 1));
  // "85" alone is said for 85 thousand; nothing is sold for less than 500 đ.
  const meant = amount > 0 && amount < 500 ? amount * 1000 : amount;
  return Number.isSafeInteger(meant) && meant > 0 && meant <= 1_000_000_000 ? meant : undefined;
}

/** A number before a unit is a price where it says so: "85k gói", "giá 85 gói", "45000/gói"; never "còn 3 gói". */
function pricedIn(text: string): RegExpExecArray | null {
  for (const found of text.matchAll(new RegExp(PRICE, "giu"))) {
    const before = text.slice(0, found.index);
    const [whole, digits = "", currency] = found;
    const saysPrice = currency !== undefined || /giá/iu.test(whole) || Number(digits.replaceAll(/[.,]/g, "")) >= 500;
    if (saysPrice && !/(?:còn|có|sẵn|số lượng|sl)\s*:?\s*-?$|-$/iu.test(before)) return found;
  }
  return null;
}

/** What the sentence says; fields it does not say are absent. */
export function readListing(sentence: string): ListingDraft {
  const text = nfc(sentence).trim();
  const priced = pricedIn(text);
  const bare = priced ? null : BARE_PRICE.exec(text);
  const price = priced ? amountOf(priced) : bare ? amountOf(bare) : undefined;
  const stock = STOCK.exec(text)?.[1]?.replaceAll(/[.,]/g, "");
  const name = nameOf(text, Math.min(priced?.index ?? text.length, bare?.index ?? text.length));
  const unit = priced?.[4]?.toLowerCase();
  return {
    ...(name === undefined ? {} : { name }),
    ...(price === undefined ? {} : { price }),
    ...(unit === undefined ? {} : { unit: ["cân", "ký", "kí"].includes(unit) ? "kg" : unit }),
    ...(priced?.[5] === undefined ? {} : { pack: `${unit ?? ""} ${priced[5].replaceAll(" ", "")}` }),
    ...(stock === undefined ? {} : { stock: Number(stock) }),
  };
}

/** "dạ khoảng 90k một gói" names nothing. */
const HEDGES =
  /^(?:(?:da|vang|u|uh|a|thi|la|chac|khoang|tam|chung|co|gia|ban|de|em|minh|toi|moi|mot|gan|hon|tren|duoi)(?: |$))+$/;

/** What stands before the price, without "đăng bán", "mới" and commas. */
function nameOf(text: string, end: number): string | undefined {
  const [first = ""] = text.slice(0, end).split(/[\n,;:]|\s[-–]\s/u);
  const name = first
    .replace(/^\s*(?:đăng(?: bán)?|bán|hàng mới|sản phẩm mới|sp mới|nhà (?:em|mình) có)\s*:?\s*/iu, "")
    .replace(/\s+(?:mới(?: về| ra lò)?|hàng mới|giá)\s*$/iu, "")
    .trim();
  // "không", "ừ" answer something else, and so does "còn 3 gói".
  if (/^(?:khong|co|ok|uh?|vang|da|thoi|bo|duoc)$|^(?:con|san|so luong|sl)\s*:?\s*-?\d/.test(fold(name)))
    return undefined;
  if (HEDGES.test(fold(name))) return undefined;
  return name.length >= 2 && name.length <= 80 && /\p{L}/u.test(name) ? name : undefined;
}
