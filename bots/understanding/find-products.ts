/** Where a message names things of the catalogue: longest and closest phrase first, slips of the finger allowed. */
import { type Lexicon, type Node, type Phrase } from "./lexicon.ts";
import { type Normalised, type Token } from "./normalise.ts";
import { accentCost, oneSlipApart, slips } from "./spelling.ts";
import { readNumeral } from "./numerals.ts";
import { unitKey } from "./units.ts";
import { isSyllable } from "./syllable.ts";
import { commonWords } from "./common-words.ts";

export type Mention = {
  /** Tokens [from, to). */
  readonly from: number;
  readonly to: number;
  readonly targets: readonly string[];
  readonly weak: boolean;
  readonly telling: boolean;
  /** Typed as in the catalogue, accents and all. */
  readonly exact: boolean;
  readonly cost: number;
  /** How many words of the phrase. */
  readonly words: number;
};

type Step = { readonly folds: readonly string[]; readonly cost: number };

const SLIP = 1;
const GLUE = 0.2;
/** Letters of the longest name written without spaces; what is longer is no word. */
const LONGEST_WORD = 48;

const remembered = new WeakMap<Lexicon, Map<string, readonly Step[]>>();
/** People's words are few; what is typed to fill memory is forgotten. */
const MEMORY = 20_000;

/** The known words a token may be: itself, itself with a slip, or two written as one. */
function readings(token: Token, lexicon: Lexicon): readonly Step[] {
  const memory = remembered.get(lexicon) ?? new Map<string, readonly Step[]>();
  remembered.set(lexicon, memory);
  const key = token.kind === "word" ? token.fold : `${token.kind} ${token.fold}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size > MEMORY) memory.clear();
  const steps = knownWords(token, lexicon);
  memory.set(key, steps);
  return steps;
}

function knownWords(token: Token, lexicon: Lexicon): Step[] {
  const out: Step[] = [];
  if (lexicon.vocabulary.has(token.fold)) out.push({ folds: [token.fold], cost: 0 });
  if (token.kind !== "word" || token.fold.length < 3 || token.fold.length > LONGEST_WORD) return out;
  const joined = lexicon.joined.get(token.fold);
  if (joined !== undefined) out.push({ folds: joined, cost: GLUE });
  if (commonWords.has(token.fold) && token.fold.length < 6) return out;
  const seen = new Set(out.map((step) => step.folds[0]));
  for (const slip of slips(token.fold)) {
    for (const known of lexicon.near.get(slip) ?? []) {
      if (seen.has(known) || known.length < 3 || !oneSlipApart(token.fold, known)) continue;
      seen.add(known);
      out.push({ folds: [known], cost: SLIP });
    }
  }
  return out;
}

type Walk = { readonly node: Node; readonly at: number; readonly slips: number; readonly glued: boolean };

/** Accents of the phrase against those typed; null when they speak of something else. */
function accents(phrase: Phrase, tokens: readonly Token[], accented: boolean): number | null {
  let cost = 0;
  if (phrase.words.length !== tokens.length) return phrase.words.length > 1 ? GLUE : null;
  for (const [at, token] of tokens.entries()) {
    const one = accentCost(token, phrase.words[at] ?? "", phrase.folds[at] ?? "", accented);
    cost += one;
  }
  // "giao có 2 gói" is no giảo cổ: words of talk must be spelled as in the name.
  if (accented && cost > 0.5 && tokens.every((token) => commonWords.has(token.fold))) return null;
  const bound = tokens.length === 1 ? 0.35 : tokens.length === 2 ? (phrase.weak ? 0.65 : 1.25) : 1.9;
  return cost <= bound ? cost : null;
}

/** Words without a slip must not speak against the phrase by their accents: "lạc xuống" is no "lạp xưởng". */
function slipped(phrase: Phrase, tokens: readonly Token[], accented: boolean): number | null {
  if (phrase.words.length !== tokens.length) return 0.4;
  let contradictions = 0;
  for (const [at, token] of tokens.entries()) {
    const exact = token.fold === phrase.folds[at];
    if (exact && accentCost(token, phrase.words[at] ?? "", token.fold, accented) > 0.5) contradictions += 1;
  }
  return contradictions === 0 ? 0.4 : phrase.words.length - contradictions >= 3 ? 0.8 : null;
}

function allowedSlips(phrase: Phrase): number {
  const letters = phrase.folds.join("").length;
  // One slip makes any Vietnamese syllable another one; "kolia" and "homestay" are none.
  const [only = ""] = phrase.folds;
  if (phrase.folds.length === 1) return letters >= 5 && !isSyllable(only) ? 1 : 0;
  return letters >= 12 ? 2 : letters >= 5 ? 1 : 0;
}

function walk(text: Normalised, from: number, lexicon: Lexicon): Mention[] {
  const found: Mention[] = [];
  let front: Walk[] = [{ node: lexicon.root, at: from, slips: 0, glued: false }];
  while (front.length > 0) {
    const next: Walk[] = [];
    for (const here of front) next.push(...advance(here, text, from, lexicon, found));
    // A message cannot make the search wide: few words are one slip from many.
    front = next.slice(0, 24);
  }
  return found;
}

function advance(here: Walk, text: Normalised, from: number, lexicon: Lexicon, found: Mention[]): Walk[] {
  const token = text.tokens[here.at];
  if (token === undefined) return [];
  // "mien-dong": the hyphen of a slug.
  if (here.at > from && token.word === "-" && token.glued && text.tokens[here.at + 1]?.glued === true) {
    return [{ ...here, at: here.at + 1, glued: true }];
  }
  const out: Walk[] = [];
  for (const step of readings(token, lexicon)) {
    let node: Node | undefined = here.node;
    for (const word of step.folds) node = node?.next.get(word);
    if (node === undefined) continue;
    const after: Walk = {
      node,
      at: here.at + 1,
      slips: here.slips + (step.cost >= SLIP ? 1 : 0),
      glued: here.glued || step.folds.length > 1,
    };
    if (after.slips > 2) continue;
    for (const phrase of node.ends) keep(phrase, after, text, from, found);
    out.push(after);
  }
  return out;
}

function keep(phrase: Phrase, after: Walk, text: Normalised, from: number, found: Mention[]): void {
  if (after.slips > allowedSlips(phrase)) return;
  const tokens = text.tokens.slice(from, after.at).filter((token) => token.kind === "word" || token.kind === "number");
  // With a slip the letters differ, so accents are compared by the bare words alone.
  const cost = after.slips > 0 ? slipped(phrase, tokens, text.accented) : accents(phrase, tokens, text.accented);
  if (cost === null) return;
  const total = cost + after.slips * SLIP + (after.glued ? GLUE : 0);
  found.push({
    from,
    to: after.at,
    targets: phrase.targets,
    weak: phrase.weak,
    telling: phrase.telling,
    exact: total === 0,
    cost: total,
    words: phrase.words.length,
  });
}

/** Non-overlapping mentions from left to right; `taken` tokens belong to something else. */
export function findProducts(text: Normalised, lexicon: Lexicon, taken: (at: number) => boolean): Mention[] {
  const out: Mention[] = [];
  let at = 0;
  while (at < text.tokens.length) {
    const here = taken(at) ? [] : walk(text, at, lexicon).filter((mention) => !spans(mention, taken));
    // "5 vé tour thác Bản Giốc": after a number a unit is a unit, if the name goes on without it.
    const afterUnit =
      here.length > 0 && unitAfterNumber(text, at, lexicon.ownUnits)
        ? walk(text, at + 1, lexicon).filter((one) => !spans(one, taken))
        : [];
    const best = here.sort((a, b) => b.words - b.cost * 0.4 - (a.words - a.cost * 0.4))[0];
    if (best === undefined || afterUnit.some((one) => one.words >= best.words && one.cost <= best.cost)) {
      at += 1;
      continue;
    }
    // "rượu ngô mác mật"-like overlaps: a clearly better phrase that starts inside wins.
    const inside = overlapping(best, text, lexicon, taken);
    out.push(inside ?? best);
    at = (inside ?? best).to;
  }
  return out;
}

const unitAfterNumber = ({ tokens }: Normalised, at: number, own: ReadonlySet<string>): boolean =>
  (unitKey(tokens[at]?.word ?? "") !== null || own.has(tokens[at]?.word ?? "")) &&
  at > 0 &&
  readNumeral(tokens, at - 1)?.to === at;

const spans = (mention: Mention, taken: (at: number) => boolean): boolean => {
  for (let at = mention.from; at < mention.to; at += 1) if (taken(at)) return true;
  return false;
};

function overlapping(
  best: Mention,
  text: Normalised,
  lexicon: Lexicon,
  taken: (at: number) => boolean,
): Mention | null {
  if (best.cost === 0) return null;
  for (let at = best.from + 1; at < best.to; at += 1) {
    const rival = walk(text, at, lexicon)
      .filter((mention) => !spans(mention, taken))
      .sort((a, b) => b.words - b.cost - (a.words - a.cost))[0];
    if (rival !== undefined && rival.words - rival.cost > best.words - best.cost + 0.5) return rival;
  }
  return null;
}
