/** Phone numbers in a message: every way of writing one, and those that cannot be one. */
import { parsePhone } from "../../shared/domain/phone.ts";
import { type Token } from "./normalise.ts";

export type FoundPhone = {
  /** Tokens [from, to). */
  readonly from: number;
  readonly to: number;
  /** Null: given as a phone, but no such number exists. */
  readonly phone: string | null;
};

/** What may stand between the digits of one number; a comma begins another field. */
const INSIDE = /^[ .\-–—_/()+]$/;

/** Digits of a token as part of a phone: letter O for zero, a dotted group. */
function digitsOf(token: Token | undefined): string | null {
  if (token === undefined) return null;
  if (token.kind === "number") return token.word.replaceAll(/[.,]/g, "");
  // "O9l2": letters that look like the digits, typed into the number.
  if (token.glued && /^[li]$/.test(token.fold)) return "1";
  return /^o+$/.test(token.fold) && !token.marked ? token.fold.replaceAll("o", "0") : null;
}

const SPOKEN: Readonly<Record<string, string>> = {
  không: "0",
  một: "1",
  mốt: "1",
  hai: "2",
  ba: "3",
  bốn: "4",
  tư: "4",
  năm: "5",
  lăm: "5",
  sáu: "6",
  bảy: "7",
  bẩy: "7",
  tám: "8",
  chín: "9", // prettier-ignore
};

/** Tokens of one run of digits with what people put between them. */
function run(tokens: readonly Token[], at: number, read: (token: Token | undefined) => string | null): number {
  let to = at;
  let count = 0;
  let marks = 0;
  for (let here = at; here < tokens.length; here += 1) {
    const digits = read(tokens[here]);
    if (digits !== null) {
      count += digits.length;
      if (count > 24) break;
      to = here + 1;
      marks = 0;
    } else if (INSIDE.test(tokens[here]?.word ?? "x") && marks < 3) marks += 1;
    else break;
  }
  return to;
}

/** Digits of the longest number, +84 and all. */
const LONGEST = 13;

/** Starts the way a full number does: 0…, +84, 84…, (0…). */
const startsFull = (digits: string, plus: boolean): boolean =>
  digits.startsWith("0") || digits.startsWith("84") || plus;

/** The first valid number inside the run [from, to): quantities may stand before and after it. */
function inside(tokens: readonly Token[], from: number, to: number, read: (token: Token | undefined) => string | null) {
  for (let start = from; start < to; start += 1) {
    if (read(tokens[start]) === null) continue;
    const plus =
      tokens[start - 1]?.word === "+" || (tokens[start - 1]?.word === "(" && tokens[start - 2]?.word === "+");
    let digits = "";
    for (let at = start; at < to; at += 1) {
      digits += read(tokens[at]) ?? "";
      if (digits.length > 15) break;
      if (digits.length < 10 || !startsFull(digits, plus) || read(tokens[at]) === null) continue;
      // A longer number that goes on without a gap is another number.
      const next = tokens[at + 1];
      if (next?.glued === true && read(next) !== null) continue;
      const phone = parsePhone(plus && !digits.startsWith("84") ? `+84${digits}` : digits);
      if (phone !== null) return { from: plus ? start - 1 : start, to: at + 1, phone };
    }
  }
  return null;
}

const LABEL = /^(?:thoai|dt|sdt|so|zalo|phone|number|goi|call|tel|hotline|lh)$/;

/** True when the words before say that a phone follows. */
function labelled(tokens: readonly Token[], at: number): boolean {
  for (let here = at - 1; here >= Math.max(0, at - 5); here -= 1) {
    const word = tokens[here]?.fold ?? "";
    if (LABEL.test(word)) return !/^(?:nha|don|tai)$/.test(tokens[here + 1]?.fold ?? "");
    if (!/^(?:la|em|anh|chi|minh|toi|cua|nay|me|e|a|c|:|nhe|is|my|con|co|bac|hang|nhan|lai|cho)$/.test(word))
      return false;
  }
  return false;
}

export function findPhones(tokens: readonly Token[]): FoundPhone[] {
  const out: FoundPhone[] = [];
  for (let at = 0; at < tokens.length;) {
    const spoken = SPOKEN[tokens[at]?.word ?? ""] !== undefined;
    const read = spoken ? (token: Token | undefined) => SPOKEN[token?.word ?? ""] ?? null : digitsOf;
    if (read(tokens[at]) === null) {
      at += 1;
      continue;
    }
    const to = run(tokens, at, read);
    const found = inside(tokens, at, to, read);
    if (found !== null) out.push(found);
    else if (!spoken && cannotBe(tokens, at, to)) out.push({ from: at, to, phone: null });
    // Every start inside the run was tried, save where it was cut for its length.
    at = found?.to ?? Math.max(at + 1, spoken ? to - LONGEST : to);
  }
  return out;
}

/** Enough digits to be meant as a phone, and said or begun as one. */
function cannotBe(tokens: readonly Token[], from: number, to: number): boolean {
  const digits = tokens
    .slice(from, to)
    .map((token) => digitsOf(token) ?? "")
    .join("");
  if (digits.length < 6 || digits.length > 15) return false;
  if (labelled(tokens, from)) return true;
  return (
    digits.length >= 9 &&
    digits.length <= 15 &&
    (tokens[from]?.word ?? "").startsWith("0") &&
    !/^0+[.,]?0*$/.test(digits)
  );
}

const OWN =
  /(?:(?:so|dien thoai) (?:em|anh|chi|minh|toi|tui) (?:la )?|con (?:minh|em|anh|chi|toi) so |so cua (?:em|anh|chi|minh|toi) (?:la )?)$/;
const RECIPIENT = /(?:nhan|me|bo|cho|giao|gui|chau|ba|ong|co|bac|di|vo|chong|thanh|sang)\b[^.]{0,40}$/;

/** The recipient's number: with two, the one not called the sender's own. */
export function recipientPhone(tokens: readonly Token[], phones: readonly FoundPhone[]): string | null {
  const valid = phones.filter((found) => found.phone !== null);
  if (valid.length < 2) return valid[0]?.phone ?? null;
  const score = (found: FoundPhone, order: number) => {
    const before = tokens
      .slice(Math.max(0, found.from - 12), found.from)
      .map((token) => token.fold)
      .join(" ");
    const near = `${before} `.slice(-60);
    return (OWN.test(near) ? -3 : 0) + (RECIPIENT.test(near) ? 1 : 0) - order * 0.1;
  };
  return (
    valid.map((found, order) => ({ found, score: score(found, order) })).sort((a, b) => b.score - a.score)[0]?.found
      .phone ?? null
  );
}
