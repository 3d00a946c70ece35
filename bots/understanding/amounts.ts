/** How much of something: numeral and unit together, told apart from money, times, pack sizes and house numbers. */
import { type Token } from "./normalise.ts";
import { decimal, MOST, type Numeral, numeralWord, readNumeral } from "./numerals.ts";
import { unitKey, unitKind } from "./units.ts";

export type Amount = {
  /** Tokens [from, to). */
  readonly from: number;
  readonly to: number;
  readonly quantity: number | null;
  readonly problem?: "vague" | "invalid";
  /** Key of units.ts. */
  readonly unit: string | null;
  /** Also possible in bare letters: "can" is cân or can. */
  readonly or?: string;
  /** A unit without a number: "con dao". */
  readonly bare: boolean;
  /** A number in words without a unit: counts only beside a product. */
  readonly thin: boolean;
};

export type Other = {
  readonly from: number;
  readonly to: number;
  readonly what: "money" | "time" | "pack" | "label" | "code";
};

const MONEY = /^(?:k|nghìn|nghin|ngàn|ngan|ng|đ|đồng|dong|vnd|vnđ|tr|triệu|trieu|củ|xị|cành|usd|\$)$/;
const CLOCK = /^(?:h|giờ|gio|phút|phut|p|am|pm|h30)$/;
const SPAN = /^(?:ngày|ngay|tháng|thang|tuần|tuan|năm|hôm|hom|lần|lan|tuổi|tuoi|days|weeks|day|week|times)$/;
const THING =
  /^(?:đứa|dua|sao|vị|nhà|bạn|cháu|chau|bé|món|mon|tầng|tang|%|người|vợ|mẹ|anh|chị|bà|ông|bên|chỗ|cm|km|m|mm|que|ngăn|mét|thế|đời|nhân|stars|star|loại|loai|thứ|thu|đơn|don|bài|tin|link|số)$/;
const LABEL =
  /^(?:loại|loai|hạng|số|so|thứ|thu|tháng|thang|ngày|ngay|mùng|mồng|mung|mong|tổ|to|ngõ|ngo|ngách|hẻm|hem|kiệt|ấp|ap|khu|tầng|tang|phố|pho|quận|quan|q|p|k|đội|doi|xóm|xom|thôn|thon|bản|km|lô|lo|lần|lan|đợt|dot|size|mã|ma|t|lúc|luc|khoá|khóa|lớp|lop|đường|duong|ql|tl|phòng|phong|p\.|sn|level|room|no|number|street|ward|district|năm)$/;

/** A token with the unit it may be. */
type Word = Token & { readonly unit: string | null };

const unitOf = (token: Token, own: ReadonlySet<string>): string | null => {
  if (token.kind !== "word") return null;
  if (own.has(token.word)) return token.word;
  return unitKey(token.word) ?? (token.marked ? null : unitKey(token.fold));
};

const sameUnit = (token: Word | undefined): string | null => token?.unit ?? null;

/** "can" in bare letters is cân or can, "phong" is phong or phòng. */
function alternative(token: Word | undefined): string | undefined {
  if (token === undefined || token.marked) return undefined;
  return token.word === "can"
    ? "kg"
    : token.word === "phong" && token.bare
      ? "phòng"
      : token.word === "con"
        ? undefined
        : undefined;
}

/** "1kg2" and "hai cân ba" → 0.2, 0.3; "2 cân rưỡi" → 0.5; "1 kg 2 lạng" → 0.2. */
function fraction(tokens: readonly Word[], unit: string, at: number): { readonly add: number; readonly to: number } {
  const token = tokens[at];
  if (numeralWord(token) === "rưỡi" || token?.word === "rưởi" || token?.word === "ruoi")
    return { add: 0.5, to: at + 1 };
  if (unitKind(unit) !== "weight") return { add: 0, to: at };
  const smaller = readNumeral(tokens, at);
  if (smaller === null || smaller.value === null) return { add: 0, to: at };
  const next = sameUnit(tokens[smaller.to]);
  if (unit === "kg" && next === "lạng" && smaller.value < 10) return { add: smaller.value / 10, to: smaller.to + 1 };
  if (unit === "kg" && next === "g" && smaller.value < 1000) return { add: smaller.value / 1000, to: smaller.to + 1 };
  const isTail = next === null && smaller.value < 10 && Number.isInteger(smaller.value) && smaller.to === at + 1;
  if (token?.kind === "number" && token.glued && next === null) {
    return /^\d{1,2}$/.test(token.word) ? { add: Number(`0.${token.word}`), to: at + 1 } : { add: 0, to: at };
  }
  const closes = tokens[smaller.to] === undefined || tokens[smaller.to]?.kind === "mark";
  return token?.kind === "word" && isTail && closes ? { add: smaller.value / 10, to: smaller.to } : { add: 0, to: at };
}

/** A pack size after a container: "2 gói 500g", "1 can 5 lít", "thùng 24 lon". */
function packAfter(tokens: readonly Word[], unit: string, at: number): number {
  if (unitKind(unit) !== "pack") return at;
  const open = tokens[at]?.word === "(" || tokens[at]?.word === "loại" || tokens[at]?.word === "loai" ? at + 1 : at;
  const size = readNumeral(tokens, open);
  const inner = size === null ? null : sameUnit(tokens[size.to]);
  if (size === null || inner === null || inner === unit) return at;
  const smaller =
    unitKind(inner) === "weight" ||
    ((unit === "thùng" || unit === "bao" || unit === "hộp") && unitKind(inner) === "pack");
  return smaller ? fraction(tokens, inner, size.to + 1).to : at;
}

function other(tokens: readonly Word[], at: number, number: Numeral): Other | null {
  const next = tokens[number.to];
  const word = next?.word ?? "";
  const before = tokens[at - 1]?.word ?? "";
  const digits = tokens[at]?.word ?? "";
  if (MONEY.test(word) && (next?.glued === true || !/^(?:k|đ|dong|ng)$/.test(word)))
    return money(tokens, at, number.to);
  if (/^\d{1,3}[.,]\d{3}(?:[.,]\d{3})*$/.test(digits) && decimal(digits) > MOST)
    return money(tokens, at, number.to - 1);
  if (CLOCK.test(word)) return { from: at, to: number.to + 1, what: "time" };
  if (word === "/" && tokens[number.to + 1]?.kind === "number") return { from: at, to: number.to + 2, what: "time" };
  const each = /^(?:mỗi|moi|từng|tung)$/.test(tokens[at - 2]?.word ?? "");
  if (LABEL.test(before) && !each && sameUnit(next) === null && !number.times)
    return { from: at, to: number.to, what: "label" };
  if (SPAN.test(word) && !number.times) return { from: at, to: number.to + 1, what: "time" };
  if (THING.test(word) && sameUnit(next) === null) return { from: at, to: number.to + 1, what: "label" };
  return null;
}

function money(tokens: readonly Word[], at: number, unitAt: number): Other {
  let to = unitAt + 1;
  // "1tr2", "45k/gói", "2 triệu rưỡi"
  if (tokens[to]?.kind === "number" && tokens[to]?.glued === true) to += 1;
  if (numeralWord(tokens[to]) === "rưỡi") to += 1;
  const per = tokens[to]?.word === "/" || tokens[to]?.word === "một" || tokens[to]?.word === "1" ? to + 1 : to;
  if (per > to && sameUnit(tokens[per]) !== null) to = per + 1;
  return { from: at, to, what: "money" };
}

const isOther = (read: Amount | Other): read is Other => "what" in read;

/** The amount or other number that starts at `at`. */
function readAt(tokens: readonly Word[], at: number): Amount | Other | null {
  const number = readNumeral(tokens, at);
  if (number === null) return bareUnit(tokens, at);
  // "một nửa" of what is in the cart; "một nửa cân" is an amount.
  if (/^(?:nửa|nua)$/.test(tokens[number.to]?.word ?? "") && /^(?:một|mot)$/.test(tokens[at]?.word ?? "")) return null;
  // "gấp đôi", "gấp 3": relative to the cart.
  if (/^(?:gấp|gap|nhân)$/.test(tokens[at - 1]?.word ?? "") && sameUnit(tokens[number.to]) === null)
    return { from: at, to: number.to, what: "label" };
  // "nặng mấy lạng" asks.
  if (number.value === null && /^(?:nặng|nang|dài|dai|cao|rộng|rong)$/.test(tokens[at - 1]?.word ?? "")) return null;
  const apart = other(tokens, at, number);
  if (apart !== null) return apart;
  const unitAt = /^(?:x|more|additional|extra|small|big|large)$/.test(tokens[number.to]?.word ?? "")
    ? number.to + 1
    : number.to;
  const unit = sameUnit(tokens[unitAt]);
  const problem = number.problem === undefined ? {} : { problem: number.problem };
  if (unit === null) {
    const thin = number.spelled && !number.collective;
    return { from: at, to: number.to, quantity: number.value, ...problem, unit: null, bare: false, thin };
  }
  const more = fraction(tokens, unit, unitAt + 1);
  const quantity = number.value === null ? null : round(number.value + more.add);
  const to = packAfter(tokens, unit, more.to);
  const or = alternative(tokens[unitAt]);
  return { from: at, to, quantity, ...problem, unit, ...(or === undefined ? {} : { or }), bare: false, thin: false };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** "lạng rưỡi" is an amount; "chai 500ml" a pack; "con dao" a unit without a number. */
function bareUnit(tokens: readonly Word[], at: number): Amount | Other | null {
  const token = tokens[at];
  const unit = token?.marked === true || token?.word === token?.fold ? sameUnit(token) : null;
  if (token === undefined || unit === null) return null;
  if (numeralWord(tokens[at + 1]) === "rưỡi" && unitKind(unit) === "weight") {
    return { from: at, to: at + 2, quantity: 1.5, unit, bare: false, thin: false };
  }
  // "ký hai thịt" is 1.2 kg.
  const tenths =
    unit === "kg" && tokens[at + 1]?.kind === "word" && tokens[at + 2]?.word === "§"
      ? readNumeral(tokens, at + 1)
      : null;
  if (tenths?.value !== null && tenths?.value !== undefined && tenths.value < 10 && tenths.to === at + 2) {
    return { from: at, to: tenths.to, quantity: 1 + tenths.value / 10, unit, bare: false, thin: false };
  }
  const pack = packAfter(tokens, unit, at + 1);
  return { from: at, to: pack, quantity: null, unit, bare: true, thin: false };
}

/** Every amount and other number, left to right; `taken` tokens belong to something else, `own` are units of this catalogue alone. */
export function readAmounts(
  tokens: readonly Token[],
  taken: (at: number) => boolean,
  own: ReadonlySet<string> = new Set(),
): { readonly amounts: readonly Amount[]; readonly others: readonly Other[] } {
  const amounts: Amount[] = [];
  const others: Other[] = [];
  // What belongs to something else is no part of an amount either: the "túi" of "túi thổ cẩm".
  const seen = tokens.map((token, at): Word =>
    taken(at) ? { ...token, kind: "mark", word: "§", fold: "§", unit: null } : { ...token, unit: unitOf(token, own) },
  );
  for (let at = 0; at < seen.length;) {
    const read = taken(at) ? null : readAt(seen, at);
    if (read === null) {
      at += 1;
      continue;
    }
    if (isOther(read)) others.push(read);
    else amounts.push(read);
    at = Math.max(read.to, at + 1);
  }
  return { amounts, others };
}
