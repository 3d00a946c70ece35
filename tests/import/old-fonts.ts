/** Vietnamese as people typed it for the fonts .VnTime (TCVN3) and VNI-Times, written from the published tables. */

const TCVN3: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "áàảãạ ¸µ¶·¹",
    "ăắằẳẵặ ¨¾»¼½Æ",
    "âấầẩẫậ ©ÊÇÈÉË",
    "éèẻẽẹ ÐÌÎÏÑ",
    "êếềểễệ ªÕÒÓÔÖ",
    "íìỉĩị Ý×ØÜÞ",
    "óòỏõọ ãßáâä",
    "ôốồổỗộ «èåæçé",
    "ơớờởỡợ ¬íêëìî",
    "úùủũụ óïñòô",
    "ưứừửữự \u00adøõö÷ù",
    "ýỳỷỹỵ ýúûüþ",
    "đĐĂÂÊÔƠƯ ®§¡¢£¤¥¦",
  ].flatMap((line) => {
    const [letters = "", codes = ""] = line.split(" ");
    return Array.from(letters, (letter, place) => [letter, codes[place] ?? ""] as const);
  }),
);

/** Capitals with a tone are not in it: they become small ones. */
export const inTcvn3 = (text: string): string =>
  Array.from(text.normalize("NFC"), (letter) => TCVN3[letter] ?? TCVN3[letter.toLowerCase()] ?? letter).join("");

/** Vowel, its tones from "none" to "dot below". */
const VNI_VOWELS: readonly (readonly [vowels: string, codes: string])[] = [
  ["aáàảãạ", "a aù aø aû aõ aï"],
  ["ăắằẳẵặ", "aê aé aè aú aü aë"],
  ["âấầẩẫậ", "aâ aá aà aå aã aä"],
  ["eéèẻẽẹ", "e eù eø eû eõ eï"],
  ["êếềểễệ", "eâ eá eà eå eã eä"],
  ["iíìỉĩị", "i í ì æ ó ò"],
  ["oóòỏõọ", "o où oø oû oõ oï"],
  ["ôốồổỗộ", "oâ oá oà oå oã oä"],
  ["ơớờởỡợ", "ô ôù ôø ôû ôõ ôï"],
  ["uúùủũụ", "u uù uø uû uõ uï"],
  ["ưứừửữự", "ö öù öø öû öõ öï"],
  ["yýỳỷỹỵ", "y yù yø yû yõ î"],
  ["đ", "ñ"],
];
const VNI: ReadonlyMap<string, string> = new Map(
  VNI_VOWELS.flatMap(([vowels, codes]) =>
    Array.from(vowels, (vowel, place) => [vowel, codes.split(" ")[place] ?? ""] as const),
  ),
);

export const inVni = (text: string): string =>
  Array.from(text.normalize("NFC"), (letter) => {
    const code = VNI.get(letter.toLowerCase()) ?? letter;
    return letter === letter.toLowerCase() ? code : code.toUpperCase();
  }).join("");
