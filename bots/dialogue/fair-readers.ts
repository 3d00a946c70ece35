/** What of an organizer's words is the name, who holds it, where it is, what is sold: each reader takes its part out. */
import { fold } from "../../shared/domain/text.ts";
import { bareToo, END, START, TAKEN, without, loose } from "../understanding/spans.ts";
import * as words from "./fair-words.ts";

export type TextField = "name" | "venue" | "organizer" | "focus";
type Part = { value: string; rest: string };
type Reader = (text: string) => Part | undefined;

const pattern = (source: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
  new RegExp(String.raw(source, ...parts), "giu");

/** In small letters alone: "xã A" ends in a name. */
const SMALL_END = /(?:[\s,.:;“"'\-–]|\s(?:ạ|a|à|nhé|nhe|nha|nhá|và|va|của|cua|thôi|thoi)(?=[\s,.]|$))+$/u;

/** Blanks made one, marks and small words at the ends left out. */
export function tidy(text: string): string {
  const plain = text
    .replaceAll(TAKEN, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^[\s,.:;“”"'\-–•*]+/u, "")
    .replace(SMALL_END, "");
  return /[“"]/.test(plain) ? plain : plain.replace(/”+$/, "");
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Groups 1 and 2 are the value; the whole match goes. The first that is fit is taken. */
const taking =
  (source: RegExp, fits: (value: string, before: string) => boolean = () => true): Reader =>
  (text) => {
    for (const found of text.matchAll(source)) {
      const value = tidy(`${found[1] ?? ""}${found[2] ?? ""}`);
      if (value !== "" && fits(value, text.slice(0, found.index)))
        return { value, rest: without(text, found.index, found[0].length) };
    }
    return undefined;
  };

const CHANGES = bareToo("đổi|sửa|sửa lại|đổi lại|chuyển|dời|thêm|và|thì|đặt");
const BECOMES = bareToo("là|thành|sang|lại là|lại thành|về|ra|qua|sang là");

/** "Địa điểm: …" at the head of a clause, "đổi tên thành …". */
const labelled = (label: string): Reader =>
  taking(
    pattern`(?:^|[\n,.;\u001f]|${START}(?:${CHANGES})\s)[\s\-•*+–]*${bareToo(label)}\s*(?::|${START}(?:${BECOMES})${END})\s*([^\n;\u001f]+?)(?=\s*(?:[\n;\u001f]|(?<!(?:^|[\s,])(?:tp|tt|p|q|h))\.(?=\s|$)|$))`,
  );

const UP_TO_TURN = String.raw`(?=\s*(?:${words.CLAUSE_END})|${words.TURN})`;
const BARE_NAME = loose`^${words.FAIR_KIND}(?:\s+${words.NO_NAME})*$`;
const NOT_NAMED = new RegExp(words.NOT_NAMED, "iu");
const name = taking(
  pattern`${START}(${words.FAIR}(?:\s+${words.SHOWS})?[^\n\u001f]*?)${UP_TO_TURN}`,
  (value, before) => !BARE_NAME.test(value) && !NOT_NAMED.test(before),
);

const OURSELVES = new RegExp(START + words.OURSELVES, "iu");
const holds = (source: RegExp): Reader => taking(source, (value) => !OURSELVES.test(value));
const PLAIN = String.raw`[^,.;:()!?\n\u001f]`;
/** Not "KH-UBND", nor "của UBND tỉnh". */
const FREE = String.raw`(?<![\p{L}\d\-/]|${bareToo("của")}\s)`;
/** Offices and firms may stand in a row; what may be a place too stands alone. */
const HOLDER_NAME = String.raw`${words.HOLDER}${PLAIN}*?(?:,\s*${words.HOLDER}${PLAIN}*?){0,3}|${words.ANY_HOLDER}${PLAIN}*?`;

const MARKED = String.raw`(?:(?<=(?:^|[\s,])(?:tp|tt|p|q|h))\.${PLAIN}*?)?`;
const PLACE_TAIL = String.raw`((?:,\s*${words.PLACE_GOES_ON}${PLAIN}*?){0,4})${UP_TO_TURN}`;
const NOWHERE = new RegExp(words.NOWHERE, "iu");
/** "cho mình 2 gói" is no market, where accents are typed. */
const isGiving = (value: string): boolean => /^cho\s/i.test(value) && fold(value) !== value.toLowerCase();
const stands = (source: RegExp): Reader => taking(source, (value) => !NOWHERE.test(value) && !isGiving(value));

const GOODS_END = String.raw`(?=\s*(?:[;()!?\n\u001f]|\.(?=\s|$)|$)|,?\s${words.AFTER_GOODS}${END})`;

/** In the order in which they read: what is labelled first, then what the words around it tell. */
export const readers: readonly (readonly [TextField, readonly Reader[]])[] = [
  ["name", [labelled("tên|tên hội chợ|tên lễ hội|tên hội|tên chương trình|chương trình|sự kiện")]],
  [
    "organizer",
    [labelled("đơn vị tổ chức|ban tổ chức|btc|người tổ chức|đơn vị chủ trì|chủ trì|cơ quan tổ chức|bên tổ chức")],
  ],
  ["venue", [labelled("địa điểm|địa điểm tổ chức|nơi tổ chức|nơi mở|nơi|chỗ|địa chỉ")]],
  ["focus", [labelled("sản phẩm|sản phẩm chính|sản phẩm trưng bày|mặt hàng|mặt hàng chính|hàng bán|hàng chính")]],
  ["name", [(text) => mapped(name(text), capitalised)]],
  [
    "organizer",
    [
      holds(pattern`${START}do\s+(${PLAIN}{2,120}?)\s+(?:${words.HOLDS}|${words.DOES_IT})`),
      holds(pattern`${FREE}(${HOLDER_NAME})\s*\u001f?\s*${words.HOLDS}`),
      holds(pattern`${START}${words.WE}\s+${bareToo("là")}\s+(${words.ANY_HOLDER}${PLAIN}*)`),
      holds(
        pattern`(?:^|[,.;:\n\u001f])\s*(${words.HOLDER}${PLAIN}*?)(?=\s*(?:${words.CLAUSE_END}|${words.DOES_IT}\s*(?:${words.CLAUSE_END})))`,
      ),
    ],
  ],
  [
    "venue",
    [
      stands(
        pattern`${START}(?:${bareToo("địa điểm")}\s+)?(?:${words.AT}|${words.MOVED}|${bareToo("địa điểm")}(?=\s+${words.PLACE}))\s+(${PLAIN}*?${MARKED})${PLACE_TAIL}`,
      ),
      stands(pattern`(?:^|[,.;:\n\u001f])\s*(${words.PLACE}${PLAIN}*?${MARKED})${PLACE_TAIL}`),
    ],
  ],
  ["focus", [taking(pattern`${START}${words.SELLS}(?:\s+${words.GOODS}){0,2}\s+([^;()!?\n\u001f]+?)${GOODS_END}`)]],
];

const mapped = (part: Part | undefined, shape: (value: string) => string): Part | undefined =>
  part && { ...part, value: shape(part.value) };

/** The first reader that finds something. */
export function firstOf(all: readonly Reader[], text: string): Part | undefined {
  for (const reader of all) {
    const part = reader(text);
    if (part) return part;
  }
  return undefined;
}
