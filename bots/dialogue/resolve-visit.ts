/** From what was read ("2 phòng homestay") to a cart line with days and people: no stock, and a season held against the days. */
import { type ListedOffer, type Listing } from "../../shared/domain/catalogue.ts";
import { fold } from "../../shared/domain/text.ts";
import { basisOf, visitOf, type VisitWish } from "../../shared/domain/visit.ts";
import { MOST_PEOPLE } from "../understanding/visit-people.ts";
import { type VisitSaid } from "../understanding/read-visit.ts";
import { inSeason, outOfSeason, visitInSeason, visitOutOfSeason } from "./season.ts";
import { type Resolved } from "./resolve-item.ts";
import { type Pending } from "./state.ts";
import { type Context } from "./step.ts";
import { told, visitLine } from "./visit-line.ts";

const MOST = 999;

export function resolveVisit(
  context: Context,
  listing: Listing,
  { offers, item }: { offers: readonly ListedOffer[]; item: Pending },
): Resolved {
  const { text, state } = context;
  const { unit, quantity: number } = item;
  const offer = offerMeant(offers, unit);
  if (!offer) return { kind: "note", text: text.askPriceFirst(listing.name) };
  if (number !== null && number > MOST_PEOPLE && basisOf(offer.unit) === "head") {
    return {
      kind: "ask",
      asking: { for: "quantity", product: listing.id, unit },
      question: { text: text.visits.crowd },
    };
  }
  if (item.bad || (number !== null && !(Number.isInteger(number) && number > 0 && number <= MOST))) {
    return {
      kind: "ask",
      asking: { for: "quantity", product: listing.id, unit },
      question: { text: text.badQuantity(listing.name) },
    };
  }
  const { line } = told(visitLine(listing, offer, { number, unit }), stillToCome(context, state.visit));
  const closed = closedThen(context, listing, line.visit);
  return closed === undefined
    ? { kind: "line", line }
    : { kind: "note", text: closed, focus: listing.id, seasonal: true };
}

/** By the unit said, else by what it counts: "2 người" of what is sold by the vé. */
function offerMeant(offers: readonly ListedOffer[], unit: string | null): ListedOffer | undefined {
  if (unit === null) return offers[0];
  return (
    offers.find((offer) => fold(offer.unit) === fold(unit)) ??
    offers.find((offer) => basisOf(offer.unit) === basisOf(unit)) ??
    offers[0]
  );
}

/** Days said long ago may have gone by. */
function stillToCome({ facts }: Context, said: VisitSaid = {}): VisitSaid {
  if (said.from === undefined || said.from >= facts.today) return said;
  const { nights, people } = said;
  return { ...(nights === undefined ? {} : { nights }), ...(people === undefined ? {} : { people }) };
}

/** Days that are known decide; before that, today does. */
function closedThen(context: Context, listing: Listing, wish: VisitWish): string | undefined {
  const visit = visitOf(wish) ?? (wish.from && visitOf({ ...wish, kind: "tour", to: wish.from }));
  if (visit) return visitInSeason(listing, visit) ? undefined : visitOutOfSeason(context, listing, visit);
  return inSeason(listing, context.facts.today) ? undefined : outOfSeason(context, listing);
}
