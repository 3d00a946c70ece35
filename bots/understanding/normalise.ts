/** Raw text → tokens: one normal form, look-alikes and leftovers undone, offsets into the raw text kept. */
import { fold } from "../../shared/domain/text.ts";
import { calm, undone } from "./keystrokes.ts";
import { fromVni } from "./syllable.ts";
import { spelledOut } from "./teencode.ts";

export type Token = {
  /** Lower case, spelled out; one syllable. */
  readonly word: string;
  /** `word` without accents. */
  readonly fold: string;
  /** Typed with accents, so that other accents are a contradiction. */
  readonly marked: boolean;
  /** Typed without accents in a message without accents: it may carry any. */
  readonly bare: boolean;
  /** Typed with a capital. */
  readonly capital: boolean;
  readonly kind: "word" | "number" | "mark" | "line" | "picture";
  /** Nothing between it and the token before. */
  readonly glued: boolean;
  /** Into the raw text. */
  readonly start: number;
  readonly end: number;
};

export type Normalised = {
  readonly raw: string;
  readonly tokens: readonly Token[];
  /** Most words carry accents, so that a bare word is meant bare. */
  readonly accented: boolean;
  /** Typed in capitals throughout, so that capitals tell nothing. */
  readonly shouting: boolean;
};

type Letter = { readonly text: string; readonly start: number; readonly end: number };

// Cyrillic and Greek letters that look Latin: a copied or disguised message reads as it looks.
const LOOK_ALIKE: ReadonlyMap<string, string> = new Map(
  "аa еe оo рp сc хx уy іi јj ѕs ԁd һh кk мm тt αa οo νv ρp υu ιi κk εe"
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Mark-up is not speech: "<b>3</b> hộp". Lengths are kept, so offsets are. */
const withoutTags = (raw: string): string =>
  raw.replaceAll(/<\/?[a-z!][^<>]{0,80}>/gi, (tag) => " ".repeat(tag.length));

/** The message letter by letter: NFC, NFKC for widths and styles, no zero-width, lower case; raw offsets beside. */
function letters(raw: string): Letter[] {
  const out: Letter[] = [];
  for (const cluster of withoutTags(raw).matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const start = cluster.index;
    const end = start + cluster[0].length;
    for (const letter of plainLetters(cluster[0])) out.push({ text: letter, start, end });
  }
  return out;
}

/** What was worked out for letters of everyday writing; the range bounds its size. */
const everyday = new Map<string, readonly string[]>();
const EVERYDAY = 0x2000;

function plainLetters(cluster: string): readonly string[] {
  const known = everyday.get(cluster);
  if (known !== undefined) return known;
  const visible = cluster.replaceAll(/[\u200b-\u200f\u2060\u20e3\ufe0f\u00ad\ufeff\u202a-\u202e]/g, "");
  // Overlays are decoration: "m̷i̶ến".
  const plain = visible
    .replaceAll(/[\u0334-\u0338\u0340-\u036f]+/g, "")
    .normalize("NFKC")
    .normalize("NFC")
    .toLowerCase();
  const all = Array.from(plain, (letter) => LOOK_ALIKE.get(letter) ?? letter);
  if (cluster.length === 1 && (cluster.codePointAt(0) ?? EVERYDAY) < EVERYDAY) everyday.set(cluster, all);
  return all;
}

/** "d0ng": a zero between letters is an o. */
const zeroAsLetter = (all: readonly Letter[]): readonly Letter[] =>
  all.map((letter, at) =>
    letter.text === "0" && /\p{L}/u.test(all[at - 1]?.text ?? "") && /[a-z]/.test(all[at + 1]?.text ?? "")
      ? { ...letter, text: "o" }
      : letter,
  );

type Typed = { readonly raw: string; readonly all: readonly Piece[]; readonly english: boolean };
type Piece = Letter & { readonly kind: Token["kind"]; readonly glued: boolean };

const kindOf = (letter: string): Token["kind"] | "space" => {
  if (letter >= "a" && letter <= "z") return "word";
  if (/\p{L}|\p{M}/u.test(letter)) return "word";
  if (/\d/.test(letter)) return "number";
  if (letter === "\n" || letter === "\r") return "line";
  if (/[\s_*~`^]/.test(letter)) return "space";
  return /\p{Extended_Pictographic}/u.test(letter) ? "picture" : "mark";
};

const GLUED_UNIT =
  /^(?:kg|ký|kí|ki|gói|goi|hộp|hop|chai|thùng|thung|lạng|lang|cân|can|lít|lit|túi|tui|lọ|hũ)(?=\p{L}{4,}$)/u;

/** Letters of the unit in "2kghạtdẻ", so that what it is glued to stands alone. */
const unitLetters = (text: string): number => GLUED_UNIT.exec(text)?.[0].length ?? 0;

/** Runs of letters and runs of digits; "1.500", "2,5" and VNI keystrokes stay whole. */
function pieces(all: readonly Letter[], vni: boolean): Piece[] {
  const out: Piece[] = [];
  let glued = false;
  for (let at = 0; at < all.length; at += 1) {
    const first = all[at];
    if (first === undefined) break;
    const kind = kindOf(first.text);
    if (kind === "space") {
      glued = false;
      continue;
    }
    let to = at;
    const next = () => all[to + 1]?.text ?? " ";
    const apostrophe = () => /['’]/.test(next()) && /[a-z]/.test(all[to + 2]?.text ?? "");
    if (kind === "word") while (kindOf(next()) === "word" || (vni && /[1-9]/.test(next())) || apostrophe()) to += 1;
    if (kind === "number")
      while (/\d/.test(next()) || (/[.,]/.test(next()) && /\d/.test(all[to + 2]?.text ?? ""))) to += 1;
    const text = all
      .slice(at, to + 1)
      .map((letter) => letter.text)
      .join("")
      .replaceAll(/['’](?=[a-z])/g, "");
    const cut = glued && out.at(-1)?.kind === "number" ? unitLetters(text) : 0;
    if (cut > 0) {
      out.push({ text: text.slice(0, cut), start: first.start, end: all[at + cut - 1]?.end ?? first.end, kind, glued });
      at += cut - 1;
      continue;
    }
    out.push({ text, start: first.start, end: all[to]?.end ?? first.end, kind, glued });
    glued = kind !== "line";
    at = to;
  }
  return out;
}

const ENGLISH =
  /\b(?:the|i|to|for|please|want|would|like|can|you|my|is|are|do|how|much|order|and|need|of|have|hello|packs?|boxes|bags|jars|bottles|good|morning|evening|here|anyone|thanks|thank|price|send|deliver|where|what|when|yes|yep|cancel|add|remove|more|kilos?|box|bottle|jar|pack|stop|with|this|that|not|get|don.?t|talk|person|arrived|hi|one|two|call|me|sorry|actually|make|it|at|from|book|rooms?|nights?|we|just|only|some|any|sure|go|ahead|looks|great|perfect|all|will|be)\b/g;

/** True of a line written in English: several English function words, no Vietnamese accents. */
export function looksEnglish(raw: string): boolean {
  const low = raw.slice(0, 2000).toLowerCase();
  const words = low.match(/[a-zà-ỹđ]+/g) ?? [];
  const hits = low.match(ENGLISH)?.length ?? 0;
  const accents = words.filter((word) => word !== fold(word)).length;
  return (
    hits >= 1 &&
    hits / words.length >= (words.length <= 2 ? 1 : hits >= 2 ? 0.25 : 0.33) &&
    accents / words.length < 0.25
  );
}

const hasVni = (raw: string): boolean =>
  (raw.toLowerCase().match(/(?<![a-z\d])[a-z]{1,6}[1-9][a-z]{1,3}[1-9]?(?![a-z\d])/g) ?? []).filter(
    (word) => !/^(?:kg|g|x|k|l|h|tr|ml|ng)\d/.test(word) && fromVni(word) !== null,
  ).length >= 1;

/** Typed with a capital. */
const isCapital = (raw: string, { kind, start }: Piece): boolean => {
  const first = raw[start] ?? "";
  return kind === "word" && first !== first.toLowerCase();
};

function wordsOf({ raw, all, english }: Typed, at: number): readonly string[] {
  const piece = all[at];
  if (piece === undefined) return [];
  const before = all[at - 1];
  const after = all[at + 1];
  // "0 có", "0 lấy": the digit stands for không.
  if (
    piece.text === "0" &&
    !piece.glued &&
    /^(?:có|co|lấy|lay|cần|can|phải|phai|biết|biet|mua|thấy|ăn|thích)$/.test(after?.text ?? "")
  )
    return ["không"];
  if (piece.kind !== "word") return [piece.text];
  // "Nguyễn V. Anh": an initial is no short form.
  if (
    piece.text.length === 1 &&
    isCapital(raw, piece) &&
    before !== undefined &&
    isCapital(raw, before) &&
    after?.text === "."
  )
    return [piece.text];
  const near = {
    before: before?.text,
    beforeIsNumber: before?.kind === "number",
    after: after?.text,
    afterIsNumber: after?.kind === "number",
    glued: piece.glued,
    opensCode: after?.kind === "number" && after.glued,
    titled: isCapital(raw, piece) && after !== undefined && isCapital(raw, after),
  };
  const short = english ? null : (spelledOut(piece.text, near) ?? spelledOut(calm(piece.text), near));
  return short ?? [undone(calm(piece.text) === piece.text ? piece.text : calm(piece.text), english)];
}

export function normalise(raw: string, english = looksEnglish(raw)): Normalised {
  const all = pieces(zeroAsLetter(letters(raw)), !english && hasVni(raw));
  const tokens = all.flatMap((piece, at) =>
    wordsOf({ raw, all, english }, at).map((word, part): Omit<Token, "bare"> => {
      const folded = fold(word);
      const marked = piece.kind === "word" && piece.text !== fold(piece.text);
      return {
        word,
        fold: folded,
        marked,
        capital: isCapital(raw, piece),
        kind: word === "không" ? "word" : piece.kind,
        glued: piece.glued && part === 0,
        start: piece.start,
        end: piece.end,
      };
    }),
  );
  const words = tokens.filter((token) => token.kind === "word");
  const marked = words.filter((token) => token.marked).length;
  const accented = marked / Math.max(1, words.length) >= 0.25;
  return {
    raw,
    tokens: tokens.map((token) => ({ ...token, bare: !accented && !token.marked })),
    accented,
    shouting: raw === raw.toUpperCase(),
  };
}
