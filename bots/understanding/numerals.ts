/** Numbers as people write and say them: "2,5", "½", "hai mươi lăm", "chục rưỡi", "2-3", and those that cannot be. */
import { type Token } from "./normalise.ts";
import { DIGIT, PLAIN } from "./numeral-words.ts";
import { unitKey } from "./units.ts";

export type Numeral = {
  /** First token after it. */
  readonly to: number;
  /** Null: vague or invalid, see `problem`. */
  readonly value: number | null;
  readonly problem?: "vague" | "invalid";
  /** Spelled in words: trusted only beside a unit or a product. */
  readonly spelled: boolean;
  /** Said with a times sign: "x2", "3x". */
  readonly times: boolean;
  /** Ends in a counting word ("chục", "đôi"), so that a bare one means something. */
  readonly collective: boolean;
};

export const MOST = 9999;

const GROUPS: Readonly<Record<string, number>> = {
  chục: 10,
  tá: 12,
  đôi: 2,
  cặp: 2,
  dozen: 12,
  couple: 2,
  pair: 2,
  pairs: 2,
};
const VAGUE = new Set(["mấy", "vài", "dăm", "some", "several", "few"]);
const ENDLESS = /^(?:infinity|inf|nan|∞|vôhạn|undefined|null|tỷ|tỉ|triệu|trieu|tỏi)$/;

/** The word as a numeral would be spelled: bare letters stand for their numeral. */
export const numeralWord = (token: Token | undefined): string =>
  token === undefined ? "" : token.bare ? (PLAIN[token.word] ?? token.word) : token.word;

/** "1.500" and "1,500" are thousands, "2,5" and "0.500" are decimals. */
export function decimal(text: string): number {
  if (/^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(text)) return Number(text.replaceAll(/[.,]/g, ""));
  return Number(text.replace(",", "."));
}

const whole = (value: number, to: number, rest: Partial<Numeral> = {}): Numeral => {
  const fine = Number.isFinite(value) && value > 0 && value <= MOST;
  const base = { to, spelled: false, times: false, collective: false, ...rest };
  return fine && base.problem === undefined
    ? { ...base, value: Math.round(value * 1000) / 1000 }
    : { ...base, value: null, problem: base.problem ?? "invalid" };
};

/** Ones, tens and hundreds in words; null when the word at `at` is no numeral. */
function spelled(tokens: readonly Token[], at: number): Numeral | null {
  const word = (index: number) => numeralWord(tokens[index]);
  let to = at;
  let total = 0;
  const first =
    word(to) === "lăm" || (word(to) === "tư" && unitKey(tokens[to + 1]?.word ?? "") === null)
      ? undefined
      : DIGIT[word(to)];
  if (first !== undefined) {
    to += 1;
    // "hai ba gói" is two or three.
    const second = DIGIT[word(to)];
    if (second !== undefined && first > 0 && second > first && tokens[at]?.kind === "word" && word(to) !== "lăm") {
      return whole(first, to + 1, { spelled: true, problem: "vague" });
    }
    total = first;
  }
  if (word(to) === "trăm") {
    total = (first ?? 1) * 100;
    to += 1;
    if (word(to) === "rưỡi") return whole(total + 50, to + 1, { spelled: true });
    if (word(to) === "linh" || word(to) === "lẻ") to += 1;
    const tens = tensOf(tokens, to);
    return whole(total + tens.value, tens.to, { spelled: true });
  }
  const tens = tensOf(tokens, at);
  if (tens.to > at) return whole(tens.value, tens.to, { spelled: true });
  return first === undefined ? null : whole(total, to, { spelled: true });
}

function tensOf(tokens: readonly Token[], at: number): { readonly value: number; readonly to: number } {
  const word = (index: number) => numeralWord(tokens[index]);
  const first =
    word(at) === "lăm" || (word(at) === "tư" && unitKey(tokens[at + 1]?.word ?? "") === null)
      ? undefined
      : DIGIT[word(at)];
  const tenAt = first === undefined ? at : at + 1;
  const isTen = word(tenAt) === "mươi" || word(tenAt) === "mười" || (first !== undefined && word(tenAt) === "mười");
  if (isTen) {
    const ones = DIGIT[word(tenAt + 1)];
    const value = (first ?? 1) * 10;
    return ones === undefined ? { value, to: tenAt + 1 } : { value: value + ones, to: tenAt + 2 };
  }
  return first === undefined ? { value: 0, to: at } : { value: first, to: at + 1 };
}

/** "2", "2,5", "1/2", "2-3", "1e9", "-5". */
function written(tokens: readonly Token[], at: number): Numeral | null {
  const first = tokens[at];
  if (first?.kind !== "number") return null;
  const value = decimal(first.word);
  const next = tokens[at + 1];
  const after = tokens[at + 2];
  const minus = tokens[at - 1];
  if (
    (minus?.word === "-" || minus?.word === "−") &&
    first.glued &&
    (!minus.glued || tokens[at - 2]?.kind === "mark")
  ) {
    return whole(-value, at + 1);
  }
  if (/^(?:am|âm|tru|trừ)$/.test(minus?.word ?? "") && minus?.marked === true) return whole(-value, at + 1);
  if (next?.word === "e" && next.glued && after?.kind === "number") return whole(Infinity, at + 3);
  if ((next?.word === "/" || next?.word === "⁄") && after?.kind === "number" && next.glued) {
    const part = value / decimal(after.word);
    return part < 1 && decimal(after.word) <= 10 ? whole(part, at + 3) : whole(value, at + 1);
  }
  const upper = next?.word === "-" || next?.word === "~" || next?.word === "–" ? after : undefined;
  if (upper?.kind === "number" && decimal(upper.word) > value) return whole(value, at + 3, { problem: "vague" });
  if (next?.kind === "number" && !next.glued && /^\d$/.test(first.word) && decimal(next.word) === value + 1) {
    return whole(value, at + 2, { problem: "vague" });
  }
  if (ENDLESS.test(next?.word ?? "") && !/^tr/.test(next?.word ?? "")) return whole(Infinity, at + 2);
  return whole(value, at + 1);
}

/** Multiplies by "chục", "đôi", "tá"; adds "rưỡi": "2 chục", "chục rưỡi", "nửa tá". */
function grouped(tokens: readonly Token[], one: Numeral): Numeral {
  const group = GROUPS[numeralWord(tokens[one.to])];
  if (group === undefined) return one;
  // "2 ta" is a weight in bare letters; "tá" needs its accent.
  const half = numeralWord(tokens[one.to + 1]) === "rưỡi";
  const value = (one.value ?? 0) * group + (half ? group / 2 : 0);
  return {
    ...whole(value, one.to + (half ? 2 : 1), { ...(one.problem ? { problem: one.problem } : {}) }),
    collective: true,
  };
}

/** "năm nay" is this year; "doi 1 chai … sang" in bare letters is đổi. */
const isNone = (token: Token, word: string, next: Token | undefined): boolean =>
  (word === "năm" && /^(?:nay|ngoai|sau|truoc|moi|roi|toi)$/.test(next?.fold ?? "")) ||
  (word === "đôi" && token.bare && next?.kind === "number");

/** The numeral that starts at `at`, or null. */
export function readNumeral(tokens: readonly Token[], at: number): Numeral | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const word = numeralWord(token);
  if (isNone(token, word, tokens[at + 1])) return null;
  if ((token.word === "x" || token.word === "×" || token.word === "*") && tokens[at + 1]?.kind === "number") {
    const one = written(tokens, at + 1);
    return one === null ? null : { ...one, times: true };
  }
  if (ENDLESS.test(token.word) && token.kind === "word" && /^(?:inf|nan|undef|null|∞)/.test(token.word))
    return whole(Infinity, at + 1);
  // English alone keeps "a": in Vietnamese it was spelled out as anh. "§" is goods: "a roast duck".
  const next = tokens[at + 1]?.word ?? "";
  if (token.word === "a" && next === "§") return whole(1, at + 1);
  if (
    /^an?$/.test(token.word) &&
    /^(?:bottle|box|pack|packet|bag|jar|kilo|kg|room|ticket|bundle|carton|can)$/.test(next)
  )
    return whole(1, at + 1);
  if (VAGUE.has(word)) return asks(tokens, at, word) ? null : vague(tokens, at);
  // "rưỡi cân" is half of one.
  if (word === "rưỡi" && unitKey(next) !== null) return whole(0.5, at + 1, { spelled: true });
  if (word === "nửa" || word === "half") {
    const of = tokens[at + 1];
    // "nửa" of a unit; "nua" at the end of bare letters is nữa.
    if (word === "nửa" && of !== undefined && unitKey(of.word) === null && GROUPS[numeralWord(of)] === undefined)
      return null;
    if (word === "nửa" && of === undefined) return null;
    const skip = tokens[at + 1]?.word === "a" ? 2 : 1;
    return grouped(tokens, whole(0.5, at + skip, { spelled: true }));
  }
  if (GROUPS[word] !== undefined && word !== "pair") {
    if (word === "tá" && !token.marked) return null;
    return grouped(tokens, whole(1, at, { spelled: true }));
  }
  const one = written(tokens, at) ?? spelled(tokens, at);
  if (one === null) return null;
  if (tokens[one.to]?.word === "x" && tokens[one.to + 1]?.kind !== "number")
    return { ...one, to: one.to + 1, times: true };
  if (one.value === 1 && ["ít", "it", "số", "vài"].includes(tokens[one.to]?.word ?? ""))
    return whole(1, one.to + 1, { problem: "vague" });
  return grouped(tokens, one);
}

/** "được mấy cân", "mấy giờ", "mấy tiền": a question, not an amount. */
function asks(tokens: readonly Token[], at: number, word: string): boolean {
  if (word !== "mấy") return false;
  const before = tokens[at - 1]?.fold ?? "";
  const after = tokens[at + 1]?.fold;
  if (/^(?:duoc|het|con|gia|bao|so|la|thu|ngay|luc|tu|gi)$/.test(before)) return true;
  return (
    after === undefined ||
    (after === "chuc" && unitKey(tokens[at + 2]?.word ?? "") === null) ||
    /^(?:gio|do|nguoi|ngay|thang|tuan|nam|tien|xien|k|xu|lua|tuoi|vay|the|a|nhi|mon|loai|sao|lan|cai nay|m|phan|dong|nghin|h|ca|tram|chi|anh|em|ban|hom|thu|bua)$/.test(
      after,
    ) ||
    tokens[at + 1]?.kind !== "word"
  );
}

function vague(tokens: readonly Token[], at: number): Numeral {
  let to = at + 1;
  while (
    DIGIT[numeralWord(tokens[to])] !== undefined ||
    GROUPS[numeralWord(tokens[to])] !== undefined ||
    VAGUE.has(numeralWord(tokens[to]))
  )
    to += 1;
  return whole(1, to, { problem: "vague", spelled: true });
}
