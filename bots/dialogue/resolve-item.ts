/** From what was read ("2 cân miến") to a line of the cart, a question, or a reason why not. */
import { type ListedOffer, type Listing } from "../../shared/domain/catalogue.ts";
import { type ProductId } from "../../shared/domain/ids.ts";
import { type Outgoing } from "../../shared/domain/message.ts";
import { type CartLine } from "../../shared/domain/order.ts";
import { mayList } from "../../shared/domain/rules/alcohol.ts";
import { fold } from "../../shared/domain/text.ts";
import { type Asking, type Pending } from "./state.ts";
import { resolveVisit } from "./resolve-visit.ts";
import { inSeason, outOfSeason } from "./season.ts";
import { type Context } from "./step.ts";
import { offerWords, quantityWords } from "./words.ts";

export type Resolved =
  | { kind: "line"; line: CartLine }
  | { kind: "ask"; asking: Asking; question: Outgoing }
  | { kind: "note"; text: string; focus?: ProductId; unpriced?: boolean; seasonal?: boolean };

const MOST = 9999;

/** Spellings of one unit; the first is only a name for the group. */
const SAME_UNITS: readonly (readonly string[])[] = [
  ["kg", "can", "ki", "ky", "kilo", "kilogram", "kilogam"],
  ["goi", "tui", "bich", "bao", "pack", "bag"],
  ["hop", "box"],
  ["lo", "hu", "jar"],
  ["chai", "bottle"],
  ["con", "cai", "chiec", "cay"],
];

const GRAMS: Readonly<Record<string, number>> = {
  g: 1,
  gam: 1,
  gram: 1,
  lang: 100,
  kg: 1000,
  can: 1000,
  ki: 1000,
  ky: 1000,
  kilo: 1000,
  yen: 10_000,
  ta: 100_000,
  tan: 1_000_000,
};

const groupOf = (unit: string): string => SAME_UNITS.find((group) => group.includes(unit))?.[0] ?? unit;

const sameUnit = (one: string, other: string): boolean => groupOf(fold(one)) === groupOf(fold(other));

export function resolveItem(context: Context, item: Pending): Resolved {
  const { text, facts } = context;
  if (item.product === null) return askWhich(context, item.candidates ?? [], item);
  const listing = facts.listings.get(item.product);
  if (!listing) return { kind: "note", text: text.searchEmpty };
  if (!mayList(listing)) return { kind: "note", text: text.notSoldInChat(listing.name) };
  if (listing.seller.status !== "verified") {
    return { kind: "note", text: text.closed(listing.name, listing.seller.name) };
  }
  const offers = listing.offers.filter(({ price }) => price !== undefined);
  if (offers.length === 0) {
    return { kind: "note", text: text.askPriceFirst(listing.name), focus: listing.id, unpriced: true };
  }
  if (listing.kind !== "goods") return resolveVisit(context, listing, { offers, item });
  if (!inSeason(listing, facts.today)) {
    return { kind: "note", text: outOfSeason(context, listing), focus: listing.id, seasonal: true };
  }
  if (item.quantity !== null) return inUnit(context, listing, offers, item);
  return item.bad ? badQuantity(context, listing, item.unit) : askHowMany(context, listing, offers, item.unit);
}

function askWhich(context: Context, candidates: readonly ProductId[], item: Pending): Resolved {
  const listings = candidates.flatMap((id) => context.facts.listings.get(id) ?? []);
  if (listings.length === 0) return { kind: "note", text: context.text.searchEmpty };
  const choices = listings.slice(0, 9).map(({ id, name }) => ({ label: name, payload: `pick:${id}` }));
  const lines = listings.slice(0, 9).map((listing, place) => {
    const [offer] = listing.offers;
    return `${place + 1}. ${listing.name}${offer ? `: ${offerWords(context, listing, offer)}` : ""}`;
  });
  return {
    kind: "ask",
    asking: { for: "product", candidates: listings.map(({ id }) => id), quantity: item.quantity, unit: item.unit },
    question: { text: [context.text.which, ...lines].join("\n"), choices },
  };
}

function askHowMany(context: Context, listing: Listing, offers: readonly ListedOffer[], unit: string | null): Resolved {
  const offer = offers.find((each) => unit !== null && sameUnit(each.unit, unit)) ?? offers[0];
  if (!offer) return { kind: "note", text: context.text.askPriceFirst(listing.name) };
  return {
    kind: "ask",
    asking: { for: "quantity", product: listing.id, unit: offer.unit },
    question: { text: `${offerWords(context, listing, offer)}\n${context.text.howMany(listing.name, offer.unit)}` },
  };
}

const badQuantity = (context: Context, listing: Listing, unit: string | null): Resolved => ({
  kind: "ask",
  asking: { for: "quantity", product: listing.id, unit },
  question: { text: context.text.badQuantity(listing.name) },
});

function inUnit(context: Context, listing: Listing, offers: readonly ListedOffer[], item: Pending): Resolved {
  const quantity = item.quantity ?? 0;
  if (!(quantity > 0 && quantity <= MOST)) {
    return badQuantity(context, listing, item.unit);
  }
  const { unit } = item;
  const plain =
    unit === null
      ? offers[0]
      : (offers.find((offer) => fold(offer.unit) === fold(unit)) ?? offers.find((offer) => sameUnit(offer.unit, unit)));
  if (plain) return enough(context, listing, plain, quantity);
  return byWeight(context, listing, offers, { quantity, unit: unit ?? "" });
}

/** "3 lạng" of what is sold by the kg is 0.3 kg; "2 cân" of what is sold in packs of 500 g is asked back as 4 packs. */
function byWeight(
  context: Context,
  listing: Listing,
  offers: readonly ListedOffer[],
  said: { quantity: number; unit: string },
): Resolved {
  const grams = (GRAMS[fold(said.unit)] ?? 0) * said.quantity;
  const loose = offers.find((offer) => groupOf(fold(offer.unit)) === "kg");
  if (grams > 0 && loose) return enough(context, listing, loose, grams / 1000);
  const packed = offers.find((offer) => offer.weightG !== undefined);
  if (grams > 0 && packed?.weightG !== undefined) {
    const line = { product: listing.id, unit: packed.unit, quantity: Math.ceil(grams / packed.weightG) };
    return askConversion(context, listing, said, { line, pack: packed.pack });
  }
  const units = offers.map((offer) => offerWords(context, listing, offer)).join("; ");
  return {
    kind: "ask",
    asking: { for: "quantity", product: listing.id, unit: offers[0]?.unit ?? null },
    question: { text: context.text.notInUnit(listing.name, units) },
  };
}

function askConversion(
  { text, state }: Context,
  listing: Listing,
  said: { quantity: number; unit: string },
  { line, pack }: { line: CartLine; pack: string | undefined },
): Resolved {
  const offered = `${quantityWords(line.quantity, state.language)} ${pack ?? line.unit}`;
  const saidWords = `${quantityWords(said.quantity, state.language)} ${said.unit}`;
  return {
    kind: "ask",
    asking: { for: "conversion", line, said },
    question: {
      text: text.conversion(saidWords, listing.name, offered),
      choices: [
        { label: text.take(offered), payload: "yes" },
        { label: text.notYet, payload: "no" },
      ],
    },
  };
}

function enough(context: Context, listing: Listing, offer: ListedOffer, quantity: number): Resolved {
  if (offer.onHand === undefined || offer.onHand >= quantity) {
    return { kind: "line", line: { product: listing.id, unit: offer.unit, quantity } };
  }
  if (offer.onHand <= 0) {
    return { kind: "note", text: `${listing.name}: ${context.text.soldOut}.`, focus: listing.id };
  }
  const left = quantityWords(offer.onHand, context.state.language);
  return {
    kind: "ask",
    asking: { for: "quantity", product: listing.id, unit: offer.unit },
    question: { text: context.text.outOfStock(listing.name, left, offer.unit) },
  };
}
