/** What words tell of a product's alcohol: that it holds some, how much, and that it is plainly something else. */
import { fold, nfc } from "../text.ts";

/** One form, without marks that nobody sees but that part a word. */
const plain = (text: string): string =>
  nfc(text)
    .replaceAll(/\p{Cf}/gu, "")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .trim();

const word = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?!\\p{L})`, "u");

/** With their accents: without them "bia" is also a slab, "gin" also to keep. */
const ALCOHOL = word(
  "tửu|bia|soju|sake|gin|rum|brandy|cognac|whiske?y|vodka|tequila|cocktails?|wines?|liquors?|liqueurs?|spirits?|beers?|quốc lủi|cuốc lủi",
);
/** Folded: "rượu" as it is mistyped, "rựu", "rươu", "ruợu". */
const RUOU = word("ruou|ruu");
/** "Vang" with its accents is wine by what follows; "vang vọng" and "vàng" are not. */
const VANG = word(
  "vang(?=$| \\d| (?:đỏ|trắng|hồng|nho|mơ|mận|sim|dâu|táo|lê|chuối|nổ|chát|ngọt|pháp|ý|chile|đà lạt|thăng long)(?!\\p{L}))",
);
const LEAF_YEAST = word("men la");
const YEAST_ITSELF = /^(?:(?:banh|vien|cuc|bot|goi) )?men la/;

/** A drink by name alone: "rượu" and its kin in any spelling, foreign ones, wine. */
export function namesAlcohol(text: string): boolean {
  const said = plain(text);
  return ALCOHOL.test(said) || RUOU.test(fold(said)) || VANG.test(said);
}

/** Made with leaf yeast, as spirits are; the yeast itself is none. */
export function namesLeafYeast(text: string): boolean {
  const said = fold(plain(text));
  return LEAF_YEAST.test(said) && !YEAST_ITSELF.test(said);
}

const PLAINLY_OTHER = [
  "mật ong|mật|dầu|tinh dầu|giấm|dấm|tương|nước tương|nước mắm|mắm|nước chấm|nước sốt|sốt|sữa|siro|si rô|xi rô|trà|chè",
  "cà phê|cacao|nước ép|nước cốt (?:chanh|dừa|gừng|me|xương|gà)|nước (?:yến|khoáng|suối|lọc|tinh khiết|mía|dừa)|yến",
  "nước (?:rửa|giặt|lau|hoa|gội|tắm)|xà phòng|gel|dầu gội|cao (?:xoa|dán|dược)|sa tế|măng|ớt|muối|thạch|gia vị|mứt",
  "honey|oil|vinegar|sauce|syrup|tea|coffee|juice|milk|soap",
].join("|");
const OTHER = word(PLAINLY_OTHER);
const OTHER_FOLDED = word(fold(PLAINLY_OTHER));
const headOf = (matcher: RegExp): RegExp => new RegExp(`^(?:(?:chai|lo|lọ|lit|lít|can|hu|hũ) )?${matcher.source}`, "u");
const OTHER_HEAD = headOf(OTHER);
const OTHER_HEAD_FOLDED = headOf(OTHER_FOLDED);

const DRINK = word("nuoc|cot|do uong|thuc uong|ngam|u|len men|men|chung cat|cat|drinks?");

/** By its name, as far as words go. */
export const looksLikeDrink = (name: string): boolean => DRINK.test(fold(plain(name)));

/** Begins with what it plainly is, or holds the word and nothing that a drink is called by. */
export function isPlainlyOther(name: string): boolean {
  const said = plain(name);
  // Typed without any accent, it is read without them.
  const bare = fold(said) === said;
  if ((bare ? OTHER_HEAD_FOLDED : OTHER_HEAD).test(said)) return true;
  return (bare ? OTHER_FOLDED : OTHER).test(said) && !looksLikeDrink(name);
}

const NUMBER = "(?<![\\d.,])(\\d{1,3}(?:[.,]\\d+)?)";
const PROOFS = [
  new RegExp(
    `${NUMBER} ?(?:% ?(?:vol|v/v|abv|alc|alcohol|con(?!\\p{L}))|(?:do|°|º) ?(?:con|ruou)(?!\\p{L})|abv)`,
    "gu",
  ),
  new RegExp(`(?:nong do(?: con| ruou)?|do con|abv|alc\\.?) ?[:=]? ?(?:khoang )?${NUMBER} ?(?:%|do|°|º)`, "gu"),
] as const;
/** No temperature, protein, sugar or moisture. */
const DEGREES = new RegExp(
  `${NUMBER} ?(?:do|°|º)(?!\\p{L})(?! ?(?:c|f|brix|dam|n|am|ngot|chua|cao|tuoi)(?!\\p{L}))`,
  "gu",
);
/** No share of something and no discount. */
const PERCENT = new RegExp(
  `(?<!(?:giam|giam gia|sale|off|tang|chiet khau|uu dai) ?)${NUMBER} ?%(?=$| ?[^\\p{L} %]| \\d)`,
  "gu",
);

const strongest = (text: string, patterns: readonly RegExp[]): number | undefined => {
  const said = fold(plain(text));
  const found = patterns.flatMap((pattern) => [...said.matchAll(pattern)].map(([, number]) => numberOf(number)));
  const possible = found.filter((abv) => abv > 0 && abv < 100);
  return possible.length > 0 ? Math.max(...possible) : undefined;
};

const numberOf = (text = ""): number => Number(text.replace(",", "."));

/** Percent by volume that says so itself: "29,5 % vol", "nồng độ cồn 40%". */
export const provedStrength = (text: string): number | undefined => strongest(text, PROOFS);

/** "30 độ", "45°". */
export const degreesIn = (text: string): number | undefined => strongest(text, [...PROOFS, DEGREES]);

/** "30 độ", "45°", "45 %": of a drink alone, as anything may have a percentage. */
export const strengthOfDrink = (text: string): number | undefined => strongest(text, [...PROOFS, DEGREES, PERCENT]);
