/** How days, people and the arithmetic of a visit are worded: "20/12 – 22/12/2026, 4 người; 2 đêm × 1 phòng". */
import { type OrderLine } from "../../shared/domain/order.ts";
import { formatDate, type IsoDate, weekdayOf } from "../../shared/domain/time.ts";
import { basisOf, nightsOf, type Visit, visitOf, type VisitWish } from "../../shared/domain/visit.ts";
import { type Context } from "./step.ts";
import { type VisitLine } from "./visit-line.ts";

type Worded = Pick<Context, "text">;

/** "thứ bảy 28/11/2026". */
export const dayWords = ({ text }: Worded, day: IsoDate): string =>
  `${text.visits.weekday(String(weekdayOf(day)))} ${formatDate(day)}`;

/** The year once, where both days are of one. */
function daysWords(context: Worded, { from, to }: Pick<Visit, "from" | "to">): string {
  if (from === to) return dayWords(context, from);
  const first = from.slice(0, 4) === to.slice(0, 4) ? formatDate(from).slice(0, 5) : formatDate(from);
  return context.text.visits.days(first, formatDate(to));
}

const peopleWords = ({ text }: Worded, { people }: Pick<Visit, "people">): readonly string[] =>
  people === undefined ? [] : [text.visits.people(String(people))];

/** "20/12 – 22/12/2026, 4 người", as notices and orders say it. */
export const visitWords = (context: Worded, visit: Visit): string =>
  [daysWords(context, visit), ...peopleWords(context, visit)].join(", ");

/** What is known of one that is not settled yet: "thứ bảy 28/11/2026, 4 người". */
export function wishWords(context: Worded, wish: VisitWish): string {
  const visit = visitOf(wish);
  if (visit) return visitWords(context, visit);
  const { from, to, nights, count } = wish;
  const days = [
    ...(from === undefined ? [] : [dayWords(context, from)]),
    ...(to === undefined ? [] : [context.text.visits.until(dayWords(context, to))]),
    ...(nights === undefined ? [] : [context.text.visits.nights(String(nights))]),
  ];
  const rooms = wish.kind === "stay" && count !== undefined ? [context.text.visits.rooms(String(count))] : [];
  return [...days, ...rooms, ...peopleWords(context, wish)].join(", ");
}

/** "2 đêm × 1 phòng": what the price is multiplied by. */
export function factorsWords(
  { text }: Worded,
  { quantity, unit }: Pick<OrderLine, "quantity" | "unit">,
  visit: Visit,
): string {
  const nights = nightsOf(visit);
  if (visit.kind === "tour") return `${quantity} ${unit}`;
  if (basisOf(unit) !== "night") return `${text.visits.nights(String(nights))} × ${quantity} ${unit}`;
  return `${text.visits.nights(String(nights))} × ${text.visits.rooms(String(quantity / nights))}`;
}

/** As its host reads it: whoever did not say how many come is to be asked. */
export function bookingWords(context: Worded, line: Pick<OrderLine, "quantity" | "unit">, visit: Visit): string {
  const people = visit.people === undefined ? `, ${context.text.visits.peopleNotSaid}` : "";
  return `${visitWords(context, visit)}${people}; ${factorsWords(context, line, visit)}`;
}

/** A line of the cart, or undefined while it is not settled what it comes to. */
export function bookedWords(context: Worded, line: VisitLine): string | undefined {
  const visit = visitOf(line.visit);
  return visit && `${visitWords(context, visit)}; ${factorsWords(context, line, visit)}`;
}
