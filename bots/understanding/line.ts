/**
 * The message as one line of plain words with the things already read put in as signs, so that rules can be written
 * over it: "khong lay §x nua", "doi §q §x thanh §x". Signs: §x product, §q amount, §b unit alone, §m money, §t time or
 * other number, §p phone, §a address, §n name.
 */
import { type Amount, type Other } from "./amounts.ts";
import { type Mention } from "./find-products.ts";
import { type Normalised, type Token } from "./normalise.ts";
import { type Span } from "./address.ts";

export type Sign = "§x" | "§q" | "§b" | "§m" | "§t" | "§p" | "§a" | "§n";
export type Piece = {
  /** Words: folded; with "~" when its accents make it another word than rules mean. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Where its text begins in the line. */
  readonly at: number;
  readonly mention?: Mention;
  readonly amount?: Amount;
};
export type Line = {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** What the message is for stands at its beginning or its end: the text without the middle of a very long one. */
  readonly gist: string;
  /** For each piece where its clause, and its small clause, begins: one past the last mark that ended one. */
  readonly begins: Readonly<Record<"clause" | "small", readonly number[]>>;
};

/** Frequent words that lose their meaning with other accents: the spellings that rules mean. */
const MEANT: Readonly<Record<string, string>> = {
  ca: "cả",
  mot: "một",
  nham: "nhầm",
  cho: "cho",
  bot: "bớt",
  bo: "bỏ",
  mua: "mua",
  doi: "đổi",
  hoi: "hỏi",
  dat: "đặt",
  gia: "giá",
  lay: "lấy",
  them: "thêm", // prettier-ignore
  huy: "hủy huỷ",
  chua: "chưa",
  con: "còn",
  thoi: "thôi",
  tra: "trả",
  sai: "sai",
  de: "để",
  ban: "bán bạn",
  chot: "chốt", // prettier-ignore
  thay: "thay",
  sang: "sang sáng",
  bao: "báo bao",
  nhan: "nhận nhắn",
  gap: "gặp gấp",
  nua: "nữa nửa",
  may: "mấy",
  sua: "sửa", // prettier-ignore
  dau: "đâu",
  dung: "đừng",
  khoi: "khỏi",
  loi: "lỗi",
  hong: "hỏng",
  moc: "mốc",
  hoa: "hóa",
  thieu: "thiếu",
  xin: "xin", // prettier-ignore
  nhieu: "nhiêu",
  goi: "gọi",
  me: "mẻ",
  quen: "quên",
  lon: "lộn",
  tang: "tăng",
  giam: "giảm",
  le: "lễ",
  tiec: "tiệc",
  che: "chê",
  do: "đó dở",
  dang: "đang đăng", // prettier-ignore
};
const meant = new Map(Object.entries(MEANT).map(([folded, spellings]) => [folded, new Set(spellings.split(" "))]));

function wordText(token: Token, accented: boolean): string {
  if (token.kind === "line") return "⏎";
  if (token.word === "đúng") return "dungr";
  const wanted = meant.get(token.fold);
  if (wanted === undefined || token.word === token.fold) return token.fold;
  return wanted.has(token.word) || !accented ? token.fold : `${token.fold}~`;
}

/** "chỉ", only, is no "chị" nor half of "địa chỉ". */
const isOnly = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word === "chỉ" && tokens[at - 1]?.fold !== "dia";

type Parts = {
  readonly mentions: readonly Mention[];
  readonly amounts: readonly Amount[];
  readonly others: readonly Other[];
  readonly slots: readonly (Span & { readonly sign: Sign })[];
};

/** Half of all words typed with accents: then accents can be trusted to tell "chợ" from "cho". */
export function buildLine(text: Normalised, parts: Parts): Line {
  const signs = new Map<number, Omit<Piece, "at">>();
  for (const mention of parts.mentions)
    signs.set(mention.from, { text: "§x", from: mention.from, to: mention.to, mention });
  for (const amount of parts.amounts)
    signs.set(amount.from, { text: amount.bare ? "§b" : "§q", from: amount.from, to: amount.to, amount });
  for (const other of parts.others)
    signs.set(other.from, { text: other.what === "money" ? "§m" : "§t", from: other.from, to: other.to });
  for (const slot of parts.slots) signs.set(slot.from, { text: slot.sign, from: slot.from, to: slot.to });
  const pieces: Piece[] = [];
  let line = " ";
  for (let at = 0; at < text.tokens.length;) {
    const token = text.tokens[at];
    if (token === undefined) break;
    const piece = signs.get(at) ?? {
      text: isOnly(text.tokens, at) ? "chir" : wordText(token, text.accented),
      from: at,
      to: at + 1,
    };
    // "one more box", read as an amount, is still an addition.
    if (piece.text === "§q" && text.tokens.slice(piece.from, piece.to).some((one) => one.fold === "more"))
      line += "them ";
    pieces.push({ ...piece, at: line.length });
    line += `${piece.text} `;
    at = Math.max(piece.to, at + 1);
  }
  return {
    text: line,
    pieces,
    gist: gistOf(line),
    begins: { clause: begins(pieces, isStrong), small: begins(pieces, isWeak) },
  };
}

const GIST = 4000;
const gistOf = (text: string): string =>
  text.length <= GIST ? text : `${text.slice(0, GIST / 2)} … ${text.slice(-GIST / 2)}`;

function begins(pieces: readonly Piece[], ends: (piece: Piece) => boolean): number[] {
  let from = 0;
  return pieces.map((piece, at) => {
    const here = from;
    if (ends(piece)) from = at + 1;
    return here;
  });
}

const STRONG = new Set([".", "?", "!", ";", "…", "|", "⏎"]);

/** Ends a clause; a comma ends a small one. */
export const isStrong = (piece: Piece | undefined): boolean => piece === undefined || STRONG.has(piece.text);
export const isWeak = (piece: Piece | undefined): boolean =>
  isStrong(piece) || piece?.text === "," || piece?.text === ")";

/** Nobody's clause is longer: a wall of words without a comma is looked at piece by piece. */
const REACH = 24;
/** Neighbours share their bounds, so that what is said of a clause is worked out once. */
const STEP = 12;

/** First and last piece of the clause around `at`, a small one unless said otherwise. */
export function clauseAround(
  line: Line,
  at: number,
  kind: "clause" | "small" = "small",
): { readonly from: number; readonly to: number } {
  const begins = line.begins[kind];
  const begin = begins[at] ?? 0;
  const last = Math.min(line.pieces.length, at + REACH - (at % STEP));
  let to = at;
  // The next piece belongs to the same clause as long as both begin at one place.
  while (to < last && (to + 1 < line.pieces.length ? begins[to + 1] === begin : !closes(line.pieces[to], kind)))
    to += 1;
  return { from: Math.max(begin, at - REACH - (at % STEP)), to };
}

const closes = (piece: Piece | undefined, kind: "clause" | "small"): boolean =>
  kind === "clause" ? isStrong(piece) : isWeak(piece);

/** Text of pieces [from, to), with a space at both ends. */
export function textOf(line: Line, from: number, to: number): string {
  if (from >= to) return " ";
  const start = line.pieces[from]?.at ?? 0;
  const end = line.pieces[to]?.at ?? line.text.length;
  return ` ${line.text.slice(start, end)}`;
}
