/** First half of reading: from raw text to the line of signs, with contact details cut out before goods are looked for. */
import { type Amount, readAmounts } from "./amounts.ts";
import { findAddress, type Span } from "./address.ts";
import { findProducts, type Mention } from "./find-products.ts";
import { type Lexicon } from "./lexicon.ts";
import { buildLine, type Line } from "./line.ts";
import { findName } from "./name.ts";
import { type Normalised, type Token } from "./normalise.ts";
import { readNumeral } from "./numerals.ts";
import { type Awaiting } from "./reading.ts";
import { findPhones, type FoundPhone } from "./phone.ts";
import { isPlaceName } from "./places.ts";
import { isSyllable } from "./syllable.ts";
import { unitKey } from "./units.ts";
import { tellsKind } from "./unknown-goods.ts";
import words from "./words.json" with { type: "json" };

export type Seen = {
  readonly text: Normalised;
  readonly line: Line;
  readonly phones: readonly FoundPhone[];
  readonly address: Span | null;
  readonly name: Span | null;
  /** Heads that stood where a unit stands: "2 phòng" of whichever homestay. */
  readonly unitHeads: readonly Mention[];
};

/** Tells whether a token lies in one of the spans. */
function inside(...all: readonly (readonly Span[])[]): (at: number) => boolean {
  const tokens = new Set<number>();
  for (const spans of all) for (const span of spans) for (let at = span.from; at < span.to; at += 1) tokens.add(at);
  return (at) => tokens.has(at);
}
const overlaps = (a: Span, spans: readonly Span[]): boolean =>
  spans.some((span) => a.from < span.to && span.from < a.to);

const compounds: ReadonlySet<string> = new Set(words.compounds);

/** "lạc" in "liên lạc", "miến" in "miền nam" typed without accents: half of another word. */
function halfOfWord(tokens: readonly Token[], { from, to }: Mention): boolean {
  const pair = (at: number) => `${tokens[at]?.fold ?? ""} ${tokens[at + 1]?.fold ?? ""}`;
  return to - from === 1 && (compounds.has(pair(from - 1)) || compounds.has(pair(from)));
}

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
  return !(opens || counted);
}

/** "bò gác bếp": the rest of a name of ours behind another kind of thing. */
const ofOtherKind = ({ tokens }: Normalised, { from, weak }: Mention): boolean => {
  const before = tokens[from - 1];
  return weak && before?.marked === true && tellsKind(before);
};

type Goods = { readonly mentions: readonly Mention[]; readonly unitHeads: readonly Mention[] };

function goods(text: Normalised, all: readonly Mention[]): Goods {
  const found = all.filter((mention) => !halfOfPlace(text.tokens, mention) && !halfOfWord(text.tokens, mention));
  const mentions: Mention[] = [];
  const unitHeads: Mention[] = [];
  for (const mention of found) {
    const word = text.tokens[mention.from]?.word ?? "";
    const isUnit = mention.to - mention.from === 1 && unitKey(word) !== null;
    const numbered = isUnit && endsNumeral(text.tokens, mention.from);
    const others =
      isUnit && found.some((other) => other !== mention && other.targets.some((id) => mention.targets.includes(id)));
    if (isUnit && (numbered || others)) unitHeads.push(mention);
    else if (!tooThin(text, mention) && !ofOtherKind(text, mention)) mentions.push(mention);
  }
  return { mentions, unitHeads };
}

function endsNumeral(tokens: readonly Token[], at: number): boolean {
  return [1, 2, 3].some((back) => at - back >= 0 && readNumeral(tokens, at - back)?.to === at);
}

/** An amount in a sale unit: an address or a name never goes on into it. */
const sells = (amount: Amount, tokens: readonly Token[]): boolean => {
  if (amount.bare || amount.unit === null || ["phòng", "chiếc", "can", "vé", "đêm"].includes(amount.unit)) return false;
  const said = tokens.slice(amount.from, amount.to);
  const [last, next] = [said.at(-1), tokens[amount.to]];
  // "Hải Phòng" in bare letters; "ngõ 15 Tạ Quang Bửu": with capitals on both it is a surname.
  if (said.every((token) => token.capital) && isPlaceName(said.map((token) => token.fold).join(" "))) return false;
  return !(last?.word === "tạ" && last.capital && next?.capital === true);
};

/** A unit alone means one only right beside a product; "người" and "khách" are people. */
const touches = (tokens: readonly Token[], amount: Amount, mentions: readonly Mention[]): boolean =>
  mentions.some(
    ({ from, to }) =>
      amount.to === from ||
      (amount.from === to && tokens[amount.to]?.kind !== "word") ||
      (amount.from === to + 1 && tokens[to]?.word === "("),
  );

/** A bare name where contact details are awaited: capitals throughout, or a surname first. */
function awaitedName(text: Normalised, exact: (at: number) => boolean): Span | null {
  const { tokens } = text;
  const to = tokens.findLastIndex((token) => token.kind === "word") + 1;
  const bare = tokens.slice(0, to).every((token, at) => token.kind === "word" && token.capital && !exact(at));
  return bare &&
    to >= 1 &&
    to <= 5 &&
    !isPlaceName(
      tokens
        .slice(0, to)
        .map((token) => token.fold)
        .join(" "),
    )
    ? { from: 0, to }
    : null;
}

export function see(text: Normalised, lexicon: Lexicon, awaiting?: Awaiting): Seen {
  const asked = awaiting === "phone" || awaiting === "address" || awaiting === "name";
  const { tokens } = text;
  const phones = findPhones(tokens);
  const first = findProducts(text, lexicon, inside(phones));
  const firm = first.filter((mention) => mention.words > 1 && !mention.weak);
  const early = readAmounts(tokens, inside(phones, firm)).amounts.filter((amount) => sells(amount, tokens));
  const around = {
    stops: inside(phones, early),
    product: inside(firm),
  };
  const address = findAddress(text, around, asked || phones.length > 0);
  const contact: readonly Span[] = address === null ? phones : [...phones, address];
  const exact = inside(firm.filter((mention) => mention.cost === 0));
  const name = findName(text, contact, inside(firm, early)) ?? (asked ? awaitedName(text, exact) : null);
  const slots = name === null ? contact : [...contact, name];
  const all = slots.length === phones.length ? first : findProducts(text, lexicon, inside(slots));
  const { mentions, unitHeads } = goods(text, all);
  const { amounts, others } = readAmounts(tokens, inside(slots, mentions));
  const signs = [
    ...phones.map((span) => ({ ...span, sign: "§p" as const })),
    ...(address === null ? [] : [{ ...address, sign: "§a" as const }]),
    ...(name === null ? [] : [{ ...name, sign: "§n" as const }]),
  ];
  const line = buildLine(text, {
    mentions,
    amounts: amounts.filter((amount) => !amount.bare || touches(tokens, amount, mentions)),
    others: others.filter((one) => !overlaps(one, mentions)),
    slots: signs,
  });
  return { text, line, phones, address, name, unitHeads };
}
