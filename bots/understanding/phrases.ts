/** What products are called: their stated names, the heads they share, parts of names, other regions' words, English. */
import { fold } from "../../shared/domain/text.ts";
import { commonWords } from "./common-words.ts";
import { isPlaceName } from "./places.ts";
import { type CatalogueEntry } from "./reading.ts";
import { unitKey } from "./units.ts";
import words from "./words.json" with { type: "json" };

/** Counts time or people, whatever name it ends. */
const CALLS = new Set(["ngày", "đêm", "người", "cô", "con", "nhà"]);

export const wordsOf = (text: string): string[] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** A phrase, the products it may name, and how well founded it is. */
export type Draft = { readonly words: readonly string[]; readonly targets: Set<string>; rank: number };

/** Ranks of evidence: what the catalogue says outright beats what is derived from it. */
const STATED = 3;
const GENERIC = 2;
export const SHARED = 1;
export const PART = 0;

/** Collects phrases; a stated alias is never widened by a derived one, a derived one is shared. */
class Drafts {
  readonly all = new Map<string, Draft>();

  add(phrase: readonly string[], product: string, rank: number): void {
    const key = phrase.join(" ");
    const known = this.all.get(key);
    if (key === "" || (known !== undefined && known.rank > rank)) return;
    if (known === undefined || known.rank < rank)
      this.all.set(key, { words: phrase, targets: new Set([product]), rank });
    else known.targets.add(product);
  }
}

const withoutBrackets = (name: string): string => name.replaceAll(/\([^)]*\)/g, " ");

/** What may follow "miến": the same name said short ("miến dong", "Phja Đén"), as far as it tells products apart. */
function parts(names: readonly string[], product: string, drafts: Drafts): void {
  for (const name of names) {
    const all = wordsOf(name);
    for (let length = 1; length < all.length; length += 1) {
      drafts.add(all.slice(0, length), product, SHARED);
      const tail = all.slice(length);
      if (tail.length >= 2 && !isPlaceName(tail.map(fold).join(" "))) drafts.add(tail, product, PART);
    }
  }
}

/** The last word of a name; a capital is a place or a brand, which is no word people shorten to. */
function telling(names: readonly string[], product: string, drafts: Drafts): void {
  for (const name of names) {
    const last = /\s(\p{Ll}+)$/u.exec(withoutBrackets(name).trim())?.[1];
    if (last !== undefined && !CALLS.has(last)) drafts.add([last], product, PART);
  }
}

/** The same name in the words of another region: "rượu bắp" for "rượu ngô". */
function regional(name: string): string[] {
  const padded = ` ${wordsOf(name).join(" ")} `;
  return words.same.flatMap((pair) =>
    pair.flatMap((one) =>
      padded.includes(` ${one} `)
        ? pair.filter((other) => other !== one).map((other) => padded.replace(` ${one} `, ` ${other} `).trim())
        : [],
    ),
  );
}

/** Every phrase of a catalogue. */
export function phrasesOf(catalogue: readonly CatalogueEntry[]): Drafts {
  const drafts = new Drafts();
  for (const entry of catalogue) {
    for (const text of [entry.name, entry.nameEn ?? "", ...entry.aliases]) drafts.add(wordsOf(text), entry.id, STATED);
    drafts.add(wordsOf(entry.id), entry.id, STATED);
    for (const term of entry.genericTerms ?? []) {
      for (const head of headsOf(term)) drafts.add(head, entry.id, GENERIC);
    }
    const accented = entry.aliases.filter((alias) => fold(alias) !== alias.toLowerCase()).map(fold);
    // "mang kho" beside "măng khô": a spelling, whose parts would be other words ("mang").
    const names = [
      withoutBrackets(entry.name),
      ...entry.aliases.filter(
        (alias) => !accented.some((other) => other.includes(fold(alias)) && fold(alias) === alias.toLowerCase()),
      ),
    ];
    drafts.add(wordsOf(withoutBrackets(entry.name)), entry.id, SHARED);
    const variants = names.flatMap(regional);
    for (const variant of variants) drafts.add(wordsOf(variant), entry.id, SHARED);
    parts([...names, ...variants], entry.id, drafts);
    telling(names, entry.id, drafts);
  }
  english(drafts);
  return drafts;
}

/** "thịt lợn / thịt heo" → both; "(đồ) hun khói" → with and without. */
function headsOf(term: string): string[][] {
  return term.split("/").flatMap((one) => {
    const whole = wordsOf(one);
    const bare = wordsOf(withoutBrackets(one));
    return bare.length > 0 && bare.length < whole.length ? [whole, bare] : [whole];
  });
}

/** English words for goods of the region, as far as this catalogue sells them. */
function english(drafts: Drafts): void {
  for (const [said, meant] of Object.entries(words.english)) {
    for (const text of meant) {
      const target = drafts.all.get(text);
      if (target === undefined || target.rank === PART) continue;
      for (const product of target.targets) drafts.add(wordsOf(said), product, GENERIC);
      break;
    }
  }
}

/** A unit word is a unit, and a word of daily talk is talk: such a word alone names nothing. */
export function usable({ words: phrase, targets, rank }: Draft): boolean {
  const [only] = phrase;
  if (rank >= GENERIC || only === undefined) return only !== undefined;
  if (phrase.length > 1) return true;
  if (unitKey(only) !== null || only.length < 2) return false;
  if (rank === PART) return targets.size <= TELLS;
  return targets.size >= 2 || fold(only) !== only || (only.length > 2 && !commonWords.has(only));
}

/** A word that as many products end in tells none of them apart: "khô". */
const TELLS = 4;

/** Of one word of a name: the last one, or a first one that is a word of talk in bare letters ("lợn", "lon"). */
export const tells = ({ words: phrase, targets, rank }: Draft): boolean => {
  const [only = ""] = phrase;
  if (phrase.length > 1 || rank >= GENERIC) return false;
  return rank === PART || (targets.size === 1 && (fold(only).length < 3 || commonWords.has(fold(only))));
};
