/** A catalogue as an index of phrases: names, aliases, English names, and heads that several products share. */
import { fold } from "../../shared/domain/text.ts";
import { commonWords } from "./common-words.ts";
import { isPlaceName } from "./places.ts";
import { type CatalogueEntry } from "./reading.ts";
import { slips } from "./spelling.ts";
import { unitKey } from "./units.ts";
import words from "./words.json" with { type: "json" };

export type Phrase = {
  /** As written in the catalogue, lower case, and the same without accents. */
  readonly words: readonly string[];
  readonly folds: readonly string[];
  /** One product, or all that the words may mean. */
  readonly targets: readonly string[];
  /** Derived from a part of a name: counts only where something is being ordered. */
  readonly weak: boolean;
  /** The one word that tells a product from its neighbours: "dong" of miến dong. Counts only beside an amount. */
  readonly telling: boolean;
};

export type Node = { readonly next: Map<string, Node>; readonly ends: Phrase[] };

export type Lexicon = {
  readonly root: Node;
  /** Known word by a slip of it. */
  readonly near: ReadonlyMap<string, readonly string[]>;
  readonly vocabulary: ReadonlySet<string>;
  /** "miendong" → its words, for missing spaces. */
  readonly joined: ReadonlyMap<string, readonly string[]>;
  /** Units each product is sold in, as keys of units.ts. */
  readonly units: ReadonlyMap<string, ReadonlySet<string>>;
  /** Units that only this catalogue sells in: "đòn", "xấp". */
  readonly ownUnits: ReadonlySet<string>;
  /** The same units as the catalogue spells them: "gói" is "túi" where a thing is sold by the túi. */
  readonly unitNames: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Words of a product's names and aliases, in lower case. */
  readonly features: ReadonlyMap<string, ReadonlySet<string>>;
  /** Products by such a word, without accents. */
  readonly byWord: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Counts time or people, whatever name it ends. */
const CALLS = new Set(["ngày", "đêm", "người", "cô", "con", "nhà"]);

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

type Draft = { readonly words: readonly string[]; readonly targets: Set<string>; rank: number };

/** Ranks of evidence: what the catalogue says outright beats what is derived from it. */
const STATED = 3;
const GENERIC = 2;
const SHARED = 1;
const PART = 0;

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

function draft(catalogue: readonly CatalogueEntry[]): Drafts {
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
function usable({ words: phrase, targets, rank }: Draft): boolean {
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
const tells = ({ words: phrase, targets, rank }: Draft): boolean => {
  const [only = ""] = phrase;
  if (phrase.length > 1 || rank >= GENERIC) return false;
  return rank === PART || (targets.size === 1 && (fold(only).length < 3 || commonWords.has(fold(only))));
};

function insert(root: Node, phrase: Phrase): void {
  let node = root;
  for (const word of phrase.folds) {
    let next = node.next.get(word);
    if (next === undefined) node.next.set(word, (next = { next: new Map(), ends: [] }));
    node = next;
  }
  node.ends.push(phrase);
}

function nearIndex(vocabulary: ReadonlySet<string>): Map<string, string[]> {
  const near = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < 3) continue;
    for (const slip of slips(word)) {
      const known = near.get(slip);
      if (known === undefined) near.set(slip, [word]);
      else known.push(word);
    }
  }
  return near;
}

function featuresOf(entry: CatalogueEntry): Set<string> {
  return new Set([entry.name, entry.nameEn ?? "", ...entry.aliases].flatMap(wordsOf));
}

function wordIndex(features: ReadonlyMap<string, ReadonlySet<string>>): Map<string, Set<string>> {
  const byWord = new Map<string, Set<string>>();
  for (const [product, all] of features) {
    for (const word of all) {
      const key = fold(word);
      const known = byWord.get(key);
      if (known === undefined) byWord.set(key, new Set([product]));
      else known.add(product);
    }
  }
  return byWord;
}

const unitsOf = (entry: CatalogueEntry): Map<string, string> =>
  new Map(entry.units.map((sale) => [unitKey(sale.unit) ?? sale.unit, sale.unit]));

export function buildLexicon(catalogue: readonly CatalogueEntry[]): Lexicon {
  const drafts = draft(catalogue);
  english(drafts);
  const root: Node = { next: new Map(), ends: [] };
  const vocabulary = new Set<string>();
  const joined = new Map<string, string[]>();
  for (const one of drafts.all.values()) {
    if (!usable(one)) continue;
    const folds = one.words.map(fold);
    // A head that all share with a longer derived tail stays weak; what is stated or generic is strong.
    insert(root, {
      words: one.words,
      folds,
      targets: [...one.targets],
      weak: one.rank === PART || (one.rank === SHARED && one.words.length === 1),
      telling: tells(one),
    });
    for (const word of folds) vocabulary.add(word);
    for (let at = 1; at < folds.length; at += 1)
      joined.set(folds.slice(at - 1, at + 1).join(""), folds.slice(at - 1, at + 1));
    if (folds.length > 2) joined.set(folds.join(""), folds);
  }
  const features = new Map(catalogue.map((entry) => [entry.id, featuresOf(entry)]));
  const unitNames = new Map(catalogue.map((entry) => [entry.id, unitsOf(entry)]));
  return {
    root,
    near: nearIndex(vocabulary),
    vocabulary,
    joined,
    unitNames,
    units: new Map([...unitNames].map(([id, names]) => [id, new Set(names.keys())])),
    ownUnits: new Set(
      catalogue
        .flatMap(({ units }) => units.map(({ unit }) => unit))
        .filter((unit) => /^\p{L}+$/u.test(unit) && unitKey(unit) === null),
    ),
    features,
    byWord: wordIndex(features),
  };
}
