/** How amounts, quantities, prices and products are worded; the same everywhere in the dialogue. */
import { type ListedOffer, type Listing } from "../../shared/domain/catalogue.ts";
import { formatVnd, times, type Vnd } from "../../shared/domain/money.ts";
import { type CartLine } from "../../shared/domain/order.ts";
import { timesPaid, visitOf, basisOf } from "../../shared/domain/visit.ts";
import { type Line } from "./text.vi.ts";
import { type Context } from "./step.ts";
import { isVisit } from "./visit-line.ts";
import { bookedWords, wishWords } from "./visit-words.ts";

/** 1.5 → "1,5" in Vietnamese, "1.5" in English. */
export const quantityWords = (quantity: number, language: "vi" | "en"): string =>
  language === "vi" ? String(quantity).replace(".", ",") : String(quantity);

/** "55.000 đ", with the mark of the sample shop where the price is invented. */
export const priceWords = ({ text }: Context, price: Vnd, listing?: Listing): string =>
  listing?.priceStatus === "sample" ? `${formatVnd(price)} (${text.sampleMark})` : formatVnd(price);

/** "55.000 đ/gói 500g (giá mẫu), còn 40 gói". */
export function offerWords(context: Context, listing: Listing, offer: ListedOffer): string {
  const { text, state } = context;
  if (offer.price === undefined) return `${offer.unit}: ${text.noPrice}`;
  const mark = listing.priceStatus === "sample" ? ` (${text.sampleMark})` : "";
  const aNight = listing.kind === "stay" && basisOf(offer.unit) !== "night";
  const price = (aNight ? text.visits : text).price(formatVnd(offer.price), packWords(context, offer, aNight)) + mark;
  if (offer.onHand === undefined || listing.kind !== "goods") return price;
  if (offer.onHand <= 0) return `${price}, ${text.soldOut}`;
  return `${price}, ${text.left(quantityWords(offer.onHand, state.language), offer.unit)}`;
}

/** "gói 500g": the pack where it names its unit, else both. */
function packWords({ text }: Context, { unit, pack }: ListedOffer, aNight: boolean): string {
  if (pack === undefined || pack === unit || aNight) return unit;
  return pack.startsWith(unit) ? pack : `${unit} ${text.pack(pack)}`;
}

/** The offer of a cart line as the catalogue has it now. */
export const offerOf = ({ facts }: Context, line: Pick<CartLine, "product" | "unit">): ListedOffer | undefined =>
  facts.listings.get(line.product)?.offers.find(({ unit }) => unit === line.unit);

/** A cart line as it is worded, or undefined where the catalogue no longer offers it. */
export function lineWords(context: Context, line: CartLine): Line | undefined {
  const listing = context.facts.listings.get(line.product);
  const price = offerOf(context, line)?.price;
  const amount = amountOf(context, line);
  if (!listing || price === undefined || amount === undefined) return undefined;
  const { language } = context.state;
  return {
    name: listing.name,
    what: isVisit(line)
      ? (bookedWords(context, line) ?? (wishWords(context, line.visit) || context.text.visits.notSaid))
      : `${quantityWords(line.quantity, language)} ${line.unit}`,
    price: priceWords(context, price, listing),
    amount: formatVnd(amount),
  };
}

/** At today's price; of a visit whose days are not known, of one night. */
export function amountOf(context: Context, line: CartLine): Vnd | undefined {
  const price = offerOf(context, line)?.price;
  const visit = line.visit && visitOf(line.visit);
  const { unit, quantity } = line;
  return price === undefined ? undefined : times(price, quantity * timesPaid(visit ? { unit, visit } : { unit }));
}

/** "1. …\n2. …": what a number picks. */
export const numbered = (lines: readonly string[]): string =>
  lines.map((line, place) => `${place + 1}. ${line}`).join("\n");

/** Lines shared out over at most `most` rows, so that a long order still fits a small screen. */
export function folded(lines: readonly string[], most: number): readonly string[] {
  const perRow = Math.ceil(lines.length / most) || 1;
  return Array.from({ length: Math.ceil(lines.length / perRow) }, (_, row) =>
    lines.slice(row * perRow, (row + 1) * perRow).join("; "),
  );
}
