/** How many come: "4 người", "2 người lớn 1 bé", "hai vợ chồng", "for 2 people". */
import { NUMBER, numberOf, type FoldedText, without } from "./folded-text.ts";

export type PeopleSaid = {
  readonly people?: number;
  readonly morePeople?: number;
  readonly fault?: "nobody" | "crowd";
};

/** More than these are arranged by a person. */
export const MOST_PEOPLE = 50;

/** How many come, or why that can't be taken. */
export function peopleSaid(people: number): PeopleSaid {
  if (people > MOST_PEOPLE) return { fault: "crowd" };
  return people > 0 ? { people } : { fault: "nobody" };
}

const KIDS = "em be|tre em|tre con|con nho|be|tre|chau|con|kids?|child(?:ren)?";
const ADULTS = "nguoi lon|adults?|grown ups?";
const ANYBODY = "nguoi|ng|khach|ban|dua|mong|people|persons?|guests?|pax|friends";
const COUNTED = new RegExp(
  String.raw`(?<![\d.,/])\b(${NUMBER}) ?(${ADULTS}|${KIDS}|${ANYBODY})(?= |[,.;!?)])(?: (?:nua))?`,
  "g",
);
const GROUP = new RegExp(String.raw`\b(?:family|party|group) of (${NUMBER})\b`, "g");
const COUPLE = /\b(?:(?:hai|2|ca) )?vo chong(?: (?:anh|em|minh|chi|toi|tui|nha em|chung em))?\b|\b(?:a )?couple\b/;
const ALONE =
  /\b(?:(?:di|o|chi|co) )?(?:mot|1) minh(?: (?:em|anh|chi|toi|minh|thoi))*\b|\b(?:alone|by myself|just me)\b/;

/** "giá 1 người", "mỗi người 2…": of the price, not of who comes. */
const OF_PRICE = /(?:gia|moi|tung|ve|per|phong|bao nhieu) $/;
const LED_IN = /(?:(?:cho|di|gom|voi|va|for|doan|nha em|gia dinh|tat ca|tong|khoang|tam) )$/;
const INSIDE = /(?:trong do(?: co)?|including|bao gom)(?: \S+){0,3} $|\($/;

type Count = { kind: "kids" | "adults" | "anybody"; number: number; more: 1 | -1 | 0; inside: boolean };

const kindOf = (word: string): Count["kind"] =>
  new RegExp(`^(?:${ADULTS})$`).test(word) ? "adults" : new RegExp(`^(?:${KIDS})$`).test(word) ? "kids" : "anybody";

export function takePeople(text: FoldedText): { readonly said: PeopleSaid; readonly rest: FoldedText } {
  let rest = text;
  const counts: Count[] = [];
  const drop = (at: number, length: number): void => {
    const led = LED_IN.exec(text.folded.slice(0, at))?.[0] ?? "";
    rest = without(rest, at - led.length, at + length);
  };
  for (const found of text.folded.matchAll(COUNTED)) {
    const [whole, number = "", word = ""] = found;
    const before = text.folded.slice(0, found.index);
    if (OF_PRICE.test(before) || isGoods(word, text, found.index + whole.length)) continue;
    const more = /(?:them|more|extra) $/.test(before) || whole.endsWith(" nua") ? 1 : /bot $/.test(before) ? -1 : 0;
    counts.push({ kind: kindOf(word), number: numberOf(number), more, inside: INSIDE.test(before) });
    drop(found.index, whole.length);
  }
  for (const found of text.folded.matchAll(GROUP)) {
    counts.push({ kind: "anybody", number: numberOf(found[1] ?? ""), more: 0, inside: false });
    drop(found.index, found[0].length);
  }
  for (const [pattern, number] of [[COUPLE, 2] as const, [ALONE, 1] as const]) {
    const found = pattern.exec(text.folded);
    if (!found || counts.some(({ kind }) => kind !== "kids")) continue;
    counts.push({ kind: "adults", number, more: 0, inside: false });
    drop(found.index, found[0].length);
  }
  return { said: summed(counts), rest };
}

/** "3 con gà" and "2 bé cưng": "con" counts animals and knives too. */
const isGoods = (word: string, { folded }: FoldedText, end: number): boolean =>
  word === "con" && /^ [a-z]/.test(folded.slice(end)) && !/^ (?:nho|be|nua|nhe|nha|a|thoi) /.test(folded.slice(end));

/** "4 người (2 bé)" are four; "4 người và 1 bé" five; "2 người lớn 1 bé" three. */
function summed(counts: readonly Count[]): PeopleSaid {
  const more = counts.find((count) => count.more !== 0);
  if (more) return { morePeople: more.more * more.number };
  const of = (kind: Count["kind"]): number =>
    counts.filter((count) => count.kind === kind).reduce((sum, { number }) => sum + number, 0);
  const inside = counts.some((count) => count.inside);
  const [all, adults, kids] = [of("anybody"), of("adults"), of("kids")];
  const people = adults > 0 ? Math.max(all, adults + kids) : inside ? all : all + kids;
  return counts.length === 0 ? {} : peopleSaid(people);
}
