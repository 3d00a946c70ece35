/** Which of the phrases found name goods: not half of a place or another word, not a bare word of talk. */
import { commonWords } from "./common-words.ts";
import { type Mention } from "./find-products.ts";
import { type Lexicon } from "./lexicon.ts";
import { type Normalised, type Token } from "./normalise.ts";
import { readNumeral } from "./numerals.ts";
import { isPlaceName } from "./places.ts";
import { isSyllable } from "./syllable.ts";
import { sellsIn, unitKey, unitKind } from "./units.ts";
import { tellsKind } from "./unknown-goods.ts";
import words from "./words.json" with { type: "json" };

const talk: ReadonlySet<string> = new Set(words.talk);
const compounds: ReadonlySet<string> = new Set(words.compounds);

/** "lạc" in "liên lạc", "miến" in "miền nam" typed without accents: half of another word. */
function halfOfWord(tokens: readonly Token[], { from, to }: Mention): boolean {
  const pair = (at: number) => `${tokens[at]?.fold ?? ""} ${tokens[at + 1]?.fold ?? ""}`;
  return to - from === 1 && (compounds.has(pair(from - 1)) || compounds.has(pair(from)));
}

/** Among words with accents "phong" is no phòng, and "mang đi" no măng. */
const otherWord = ({ tokens, accented }: Normalised, { from, to }: Mention): boolean =>
  accented &&
  to - from === 1 &&
  (tokens[from]?.word === "phong" ||
    (tokens[from]?.word === "mang" && /^(?:di|ve|den|ra|sang|len|cho|theo)$/.test(tokens[to]?.fold ?? "")));

/** "trà" in "Trà Lĩnh", "lạc" in "Bảo Lạc": a head word that is half of a place. */
function halfOfPlace(tokens: readonly Token[], mention: Mention): boolean {
  if (mention.to - mention.from > 1) return false;
  const word = (at: number) => (tokens[at]?.kind === "word" ? tokens[at].fold : "");
  const here = word(mention.from);
  const placed = isPlaceName(`${word(mention.from - 1)} ${here}`) || isPlaceName(`${here} ${word(mention.from + 1)}`);
  return placed && (tokens[mention.from]?.capital === true || !tokens.some((token) => token.capital));
}

const VERB =
  /^(?:lay|mua|dat|cho|them|bo|ban|bot|con|va|voi|ship|gui|vs|gia|of|the|some|no|and|xoa|doi|thay|co|loai|khong|hang|goi|order|thanh|sang|an|tang|giam|more|tinh|xin|can|moi|chot|in)$/;

/** A bare one-word head ("che", "mat", "nam") needs an amount or a verb of ordering beside it. */
function tooThin(text: Normalised, mention: Mention): boolean {
  const { tokens } = text;
  const typed = tokens[mention.from];
  if (mention.words > 1 && !mention.weak) return false;
  const known =
    (text.accented && mention.cost === 0 && !mention.weak) ||
    (mention.cost < 0.04 && !mention.weak && (typed?.marked === true || typed?.fold.length !== 2));
  // "kolia" is no syllable of talk.
  if (mention.cost === 0 && !mention.weak && typed !== undefined && !isSyllable(typed.fold)) return false;
  if (known && (typed?.marked === true || text.accented)) return false;
  const before = tokens[mention.from - 1];
  const after = tokens[mention.to];
  const opens =
    before === undefined ||
    before.kind !== "word" ||
    VERB.test(before.fold) ||
    unitKey(before.word) !== null ||
    unitKey(before.fold) !== null;
  const counted = after === undefined || after.kind === "number" || readNumeral(tokens, mention.to) !== null;
  const numbered = readNumeral(tokens, mention.from - 2) !== null || readNumeral(tokens, mention.from - 1) !== null;
  if (mention.cost >= 0.3 && mention.words === 1) return text.accented ? !numbered : !(opens && counted);
  // "khó chịu quá" ends on no quả.
  if (typed !== undefined && !typed.marked && commonWords.has(typed.fold)) return !opens;
  return !(opens || counted);
}

/** "bò gác bếp": the rest of a name of ours behind another kind of thing. */
const ofOtherKind = ({ tokens }: Normalised, { from, weak }: Mention): boolean => {
  const before = tokens[from - 1];
  return weak && before?.marked === true && tellsKind(before);
};

/** Numeral and unit right before `at`, or right after it. */
function amountBefore(tokens: readonly Token[], at: number): { readonly unit: string | null } | null {
  const unit = unitKey(tokens[at - 1]?.word ?? "");
  const end = unit === null ? at : at - 1;
  return endsNumeral(tokens, end) ? { unit } : null;
}
function amountAfter(tokens: readonly Token[], at: number): { readonly unit: string | null } | null {
  const to = tokens[at]?.kind === "mark" && /^[:=x*-]$/.test(tokens[at].word) ? at + 1 : at;
  const number = readNumeral(tokens, to);
  if (number === null) return null;
  const unit = unitKey(tokens[number.to]?.word ?? "");
  return unit === null && number.spelled ? null : { unit };
}

/** The amount at a word's side, when nothing there goes on to name something else. */
function amountBeside(tokens: readonly Token[], { from, to }: Mention): { readonly unit: string | null } | null {
  const [left, right] = [amountBefore(tokens, from), amountAfter(tokens, to)];
  const [before, after] = [tokens[from - 1], tokens[to]];
  const begins =
    before === undefined || before.kind !== "word" || VERB.test(before.fold) || unitKey(before.word) !== null;
  const ends = after === undefined || after.kind !== "word" || commonWords.has(after.fold) || right !== null;
  return left !== null && ends ? left : begins ? right : null;
}

/** "2 dong 1 khoai": the product that a telling word stands for, with an amount at its side; null when it names none. */
function tellsApart(
  { tokens }: Normalised,
  lexicon: Lexicon,
  mention: Mention,
  all: readonly Mention[],
): Mention | null {
  const typed = tokens[mention.from];
  const amount = amountBeside(tokens, mention);
  // Bare letters among accents are meant bare: "1 lon" is no lợn.
  if (typed === undefined || amount === null || mention.cost > 0.05) return null;
  const { unit } = amount;
  const others = all.filter((one) => one !== mention);
  const kin = mention.targets.filter((id) => others.some((one) => !one.telling && one.targets.includes(id)));
  // "dong" is money and "lợn" typed bare a can: as the catalogue spells them, and beside other goods.
  const talked = commonWords.has(typed.fold) || talk.has(typed.fold);
  const trusted = kin.length > 0 || unit !== null || (others.length > 0 && !typed.marked);
  // In a list of bare letters "la 1 goi" is a line of its own, not "là".
  const before = tokens[mention.from - 1];
  const listed =
    others.length > 0 &&
    unit !== null &&
    (before === undefined || before.kind !== "word") &&
    amountAfter(tokens, mention.to) !== null;
  if (talked && !((mention.cost === 0 && trusted) || listed)) return null;
  // "2kg khoai" alone may be any khoai of the market.
  if (unit !== null && others.length === 0 && unitKind(unit) === "weight") return null;
  if (unit !== null && !mention.targets.some((id) => sellsIn(lexicon.units.get(id), unit))) return null;
  return kin.length > 0 ? { ...mention, targets: kin } : mention;
}

type Goods = { readonly mentions: readonly Mention[]; readonly unitHeads: readonly Mention[] };

/** Of everything that reads like a product, what names goods here. */
export function goods(text: Normalised, lexicon: Lexicon, all: readonly Mention[]): Goods {
  const found = all.filter(
    (mention) => !halfOfPlace(text.tokens, mention) && !halfOfWord(text.tokens, mention) && !otherWord(text, mention),
  );
  const mentions: Mention[] = [];
  const unitHeads: Mention[] = [];
  for (const mention of found) {
    const word = text.tokens[mention.from]?.word ?? "";
    const isUnit = mention.to - mention.from === 1 && unitKey(word) !== null;
    const numbered = isUnit && endsNumeral(text.tokens, mention.from);
    const others =
      isUnit && found.some((other) => other !== mention && other.targets.some((id) => mention.targets.includes(id)));
    if (isUnit && !mention.telling && (numbered || others)) unitHeads.push(mention);
    else if (mention.telling) {
      const told = tellsApart(text, lexicon, mention, found);
      if (told !== null) mentions.push(told);
    } else if (!tooThin(text, mention) && !ofOtherKind(text, mention)) mentions.push(mention);
  }
  return { mentions, unitHeads };
}

function endsNumeral(tokens: readonly Token[], at: number): boolean {
  return [1, 2, 3].some((back) => at - back >= 0 && readNumeral(tokens, at - back)?.to === at);
}
