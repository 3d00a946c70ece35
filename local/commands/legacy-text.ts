/**
 * Vietnamese as fonts of the nineties encode it: TCVN3 (ABC, fonts named .Vn…) and VNI (fonts named VNI-…). Such a
 * text looks like "MiÕn dong" or "Mieán dong" in every other font.
 */
import { isSyllable } from "./vietnamese-syllable.ts";

export type Legacy = "TCVN3" | "VNI";

/** What a cell is, as far as it shows by itself. */
export type Judged =
  /** Nothing that an old encoding would write otherwise. `unicode`: letters that only Unicode has. */
  | { is: "fine"; unicode: boolean }
  | { is: "legacy"; encoding: Legacy; text: string }
  /** Vietnamese in more than one reading; `valid` where one of them is the text as it stands. */
  | { is: "either"; valid: boolean; readings: ReadonlyMap<Legacy, string> };

const TCVN3_CODES = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦";
const TCVN3_MEANT = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ";

/** In VNI a vowel is followed by a letter that stands for its marks. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: "\u0301",
  ø: "\u0300",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
};
/** Letters of its own; "ô" and "ö" carry marks as vowels do. */
const VNI_LETTERS: Readonly<Record<string, string>> = { ô: "ơ", ö: "ư", ñ: "đ", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" };

const TCVN3 = new Map(Array.from(TCVN3_CODES, (code, place) => [code, TCVN3_MEANT[place] ?? code]));

const MARKED = "[^\\u0000-\\u00a0\\u2000-\\u206f]";
/** Words that hold something beyond ASCII, as an old encoding would split them. */
const WORD = new RegExp(`[A-Za-z]*${MARKED}(?:[A-Za-z]|${MARKED})*`, "g");
/** A letter that only Unicode writes so, or a combining mark. */
const UNICODE_ONLY =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u036f\u1ea0-\u1ef9]/;
/** ½, ®, °, × and others that stand by themselves or behind a word. */
const LONE_SIGN = /^(?:[^\p{L}]|[ªº])$/u;
/** The đ behind an amount, in either: "45.000®", "45.000ñ/goùi". */
const CURRENCY = /(?<=\d\s?)[®§ñÑ](?!\p{L})/gu;
/** "QĐ". */
const ABBREVIATION = /^[BCDĐGHKLMNPQRSTVX]{2,6}$/;
const SIGNS_BEHIND = /(?<=\p{L})[®©°²³]+$/u;

const ENCODINGS: readonly Legacy[] = ["TCVN3", "VNI"];

export function judge(text: string): Judged {
  const unicode = UNICODE_ONLY.test(text.normalize("NFC"));
  const readings = new Map(
    ENCODINGS.flatMap((encoding) => {
      const read = unicode ? undefined : readAs(text, encoding);
      return read === undefined ? [] : [[encoding, read] as const];
    }),
  );
  const [first] = readings;
  if (!first) return { is: "fine", unicode };
  const valid = isVietnamese(text);
  if (valid || readings.size > 1) return { is: "either", valid, readings };
  return { is: "legacy", encoding: first[0], text: first[1] };
}

/** What the text is in that encoding; undefined where it can't be in it, or is the same. */
export function readAs(text: string, encoding: Legacy): string | undefined {
  const composed = text.normalize("NFC").replaceAll(CURRENCY, "d");
  if (UNICODE_ONLY.test(composed) || wordsOf(composed).length === 0) return undefined;
  const read = decode(composed, encoding);
  return read !== undefined && read !== composed && isVietnamese(read) ? read : undefined;
}

/** Every word with accents has to be; of a long text one in ten may be a foreign one. */
export function isVietnamese(text: string): boolean {
  const words = wordsOf(text.normalize("NFC").replaceAll(CURRENCY, "d"));
  const good = words.filter((word) => isSyllable(word) || ABBREVIATION.test(word)).length;
  return good >= words.length * (words.length >= 10 ? 0.9 : 1);
}

/** ".VnTime", ".VnArialH" and "VNI-Times" name their encoding. */
export function encodingOfFont(font: string | undefined): Legacy | undefined {
  if (font === undefined) return undefined;
  if (/^\.Vn/i.test(font)) return "TCVN3";
  return /^VNI-/i.test(font) ? "VNI" : undefined;
}

/** Fonts whose name ends in H show small letters as capitals. */
export const showsCapitals = (font: string | undefined): boolean => /^\.Vn.*H$/i.test(font ?? "");

const wordsOf = (text: string): readonly string[] =>
  (text.match(WORD) ?? []).map((word) => word.replace(SIGNS_BEHIND, "")).filter((word) => isMarked(word));

const isMarked = (word: string): boolean => !LONE_SIGN.test(word) && /[^\u0000-\u007f]/.test(word);

/** Undefined where a letter means nothing in that encoding. */
function decode(text: string, encoding: Legacy): string | undefined {
  const decoder = encoding === "TCVN3" ? decodeTcvn3 : decodeVni;
  const words = (text.match(WORD) ?? []).map((word) => decodeWord(word, decoder));
  if (words.includes(undefined)) return undefined;
  let place = 0;
  const read = text.replaceAll(WORD, () => words[place++] ?? "");
  // TCVN3 has no capitals with a tone: people write them small among capitals.
  const ascii = text.replaceAll(/[^A-Za-z]/g, "");
  const capitals = ascii.length > 1 && ascii === ascii.toUpperCase();
  return (encoding === "TCVN3" && capitals ? read.toUpperCase() : read).normalize("NFC");
}

function decodeWord(word: string, decoder: (word: string) => string | undefined): string | undefined {
  const signs = SIGNS_BEHIND.exec(word)?.[0] ?? "";
  const bare = word.slice(0, word.length - signs.length);
  const decoded = decoder(bare);
  // "¸" is "á" among words of TCVN3; "½" and "×" stay what they are.
  if (!isMarked(bare))
    return /^[×÷]$/.test(bare) ? word : decoded !== undefined && isSyllable(decoded) ? decoded + signs : word;
  return decoded === undefined ? undefined : decoded + signs;
}

const isAscii = (letter: string): boolean => letter < "\u0080";

function decodeTcvn3(word: string): string | undefined {
  const letters = Array.from(word, (code) => (isAscii(code) ? code : TCVN3.get(code)));
  return letters.includes(undefined) ? undefined : letters.join("");
}

/** A mark counts behind a vowel alone: "ó" is "ĩ", and "oâ" is "ô". */
function decodeVni(word: string): string | undefined {
  let read = "";
  for (const letter of word) {
    const small = letter.toLowerCase();
    const marks = VNI_MARKS[small];
    const own = VNI_LETTERS[small];
    if (marks !== undefined && /[aeouyơư]$/i.test(read)) read += marks;
    else if (own !== undefined) read += letter === small ? own : own.toUpperCase();
    else if (isAscii(letter) || small === "í" || small === "ì") read += letter;
    else return undefined;
  }
  return read;
}
