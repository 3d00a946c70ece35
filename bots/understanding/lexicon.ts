/** A catalogue as an index of phrases: names, aliases, English names, and heads that several products share. */
import { fold } from "../../shared/domain/text.ts";
import { PART, phrasesOf, SHARED, tells, usable, wordsOf } from "./phrases.ts";
import { type CatalogueEntry } from "./reading.ts";
import { slips } from "./spelling.ts";
import { unitKey } from "./units.ts";

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
  // Where two spellings are one unit ("vé", "suất"), the first is the one answered with.
  new Map(entry.units.toReversed().map((sale) => [unitKey(sale.unit) ?? sale.unit, sale.unit]));

export function buildLexicon(catalogue: readonly CatalogueEntry[]): Lexicon {
  const drafts = phrasesOf(catalogue);
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
