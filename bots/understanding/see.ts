/** First half of reading: from raw text to the line of signs, with contact details cut out before goods are looked for. */
import { type Amount, type Other, readAmounts } from "./amounts.ts";
import { findAddress, type Span } from "./address.ts";
import { findProducts, type Mention } from "./find-products.ts";
import { goods } from "./goods.ts";
import { type Lexicon } from "./lexicon.ts";
import { buildLine, type Line } from "./line.ts";
import { findName } from "./name.ts";
import { type Normalised, type Token } from "./normalise.ts";
import { type Awaiting } from "./reading.ts";
import { findPhones, type FoundPhone } from "./phone.ts";
import { isPlaceName } from "./places.ts";

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

/** "2g miến dong": packs, since nobody is sold two grams. */
function packsOf(one: Amount, mentions: readonly Mention[], lexicon: Lexicon): Amount {
  const packed = mentions.some(
    ({ from, targets }) => from === one.to && targets.some((id) => lexicon.units.get(id)?.has("gói")),
  );
  return packed && one.unit === "g" && one.quantity !== null && one.quantity < 10 ? { ...one, unit: "gói" } : one;
}

/** "2h kolia": boxes, right before what is sold by the box; elsewhere an hour. */
function boxesOf(one: Other, tokens: readonly Token[], mentions: readonly Mention[], lexicon: Lexicon): Amount[] {
  const [number, unit] = [tokens[one.from], tokens[one.from + 1]];
  const boxed = mentions.some(
    ({ from, targets }) => from === one.to && targets.some((id) => lexicon.units.get(id)?.has("hộp")),
  );
  const quantity = Number(number?.word);
  if (!boxed || one.to - one.from !== 2 || unit?.word !== "h" || !unit.glued || !(quantity > 0)) return [];
  return [{ from: one.from, to: one.to, quantity, unit: "hộp", bare: false, thin: false }];
}

export function see(text: Normalised, lexicon: Lexicon, awaiting?: Awaiting): Seen {
  const asked = awaiting === "phone" || awaiting === "address" || awaiting === "name";
  const { tokens } = text;
  const phones = findPhones(tokens);
  const first = findProducts(text, lexicon, inside(phones));
  const firm = first.filter((mention) => mention.words > 1 && !mention.weak);
  const early = readAmounts(tokens, inside(phones, firm), lexicon.ownUnits).amounts.filter((amount) =>
    sells(amount, tokens),
  );
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
  const { mentions, unitHeads } = goods(text, lexicon, all);
  const read = readAmounts(tokens, inside(slots, mentions), lexicon.ownUnits);
  const boxes = read.others.flatMap((one) => boxesOf(one, tokens, mentions, lexicon));
  const amounts = [...read.amounts.map((one) => packsOf(one, mentions, lexicon)), ...boxes];
  const others = read.others.filter((one) => !overlaps(one, boxes));
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
