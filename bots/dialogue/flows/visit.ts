/** Stays and tours in the cart: asks for the days and people that are missing, one question at a time. */
import { type ProductId } from "../../../shared/domain/ids.ts";
import { undated, visitOf } from "../../../shared/domain/visit.ts";
import { visitInSeason, visitOutOfSeason } from "../season.ts";
import { type Asking, changed, type State } from "../state.ts";
import { type Context, say, type Step } from "../step.ts";
import { isVisit, missingOf, type VisitLine } from "../visit-line.ts";
import { wishWords } from "../visit-words.ts";

/** Some day or number of people is still to be asked for, or the days are out of season. */
export const isVisitOpen = (context: Context): boolean =>
  context.state.cart.some(
    (line) => isVisit(line) && (missingOf(line, context.facts.today) !== undefined || isClosed(context, line)),
  );

/** The next question; undefined where all is known. */
export function askVisit(context: Context): Step | undefined {
  for (const line of context.state.cart) {
    if (!isVisit(line)) continue;
    if (isClosed(context, line)) return offerOtherDays(context, line);
    const slot = missingOf(line, context.facts.today);
    if (slot === undefined) continue;
    const asked = slot === "people" ? withVisit(context.state, { ...line, visit: { ...line.visit, asked: true } }) : {};
    const asking: Asking = { for: "visit", product: line.product, slot };
    return say(changed(context.state, { ...asked, asking }), { text: questionOf(context, line, slot) });
  }
  return undefined;
}

function questionOf(context: Context, line: VisitLine, slot: NonNullable<ReturnType<typeof missingOf>>): string {
  const { visits } = context.text;
  const name = nameOf(context, line.product);
  const known = wishWords(context, line.visit);
  if (slot === "people") return visits.askPeople(name, known);
  if (slot === "nights") return visits.askNights(name, known);
  if (line.visit.kind === "tour") return visits.askTour(name);
  return line.visit.nights === undefined ? visits.askStay(name) : visits.askArrival(name, known);
}

const nameOf = ({ facts }: Context, product: ProductId): string => facts.listings.get(product)?.name ?? product;

/** The cart with this line in place of the one of the same product and unit. */
export const withVisit = ({ cart }: State, line: VisitLine): Pick<State, "cart"> => ({
  cart: cart.map((each) => (each.product === line.product && each.unit === line.unit ? line : each)),
});

function isClosed({ facts }: Context, { product, visit }: VisitLine): boolean {
  const listing = facts.listings.get(product);
  const booked = visitOf(visit);
  return listing !== undefined && booked !== undefined && !visitInSeason(listing, booked);
}

/** Other days, or word when the season comes: a bare "ừ" asks for the latter. */
function offerOtherDays(context: Context, line: VisitLine): Step {
  const listing = context.facts.listings.get(line.product);
  const booked = visitOf(line.visit);
  const open = { ...line, visit: undated(line.visit) };
  const asking: Asking = { for: "visit", product: line.product, slot: "days", news: true };
  const state = changed(context.state, { ...withVisit(context.state, open), asking });
  return say(state, { text: listing && booked ? visitOutOfSeason(context, listing, booked) : "" });
}
