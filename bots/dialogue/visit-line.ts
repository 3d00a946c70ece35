/** The cart line of a stay or tour: what is said of it goes in, its quantity follows, what is missing comes out. */
import { type ListedOffer, type Listing } from "../../shared/domain/catalogue.ts";
import { type CartLine } from "../../shared/domain/order.ts";
import { addDays, daysBetween, type IsoDate } from "../../shared/domain/time.ts";
import { basisOf, MOST_NIGHTS, undated, type VisitWish, wished } from "../../shared/domain/visit.ts";
import { type VisitSaid, type VisitSlot } from "../understanding/read-visit.ts";

export type VisitLine = CartLine & { visit: VisitWish };
const NO_DAYS = { from: undefined, to: undefined, nights: undefined };

export type VisitFault = NonNullable<VisitSaid["fault"]>;

export const isVisit = (line: CartLine): line is VisitLine => line.visit !== undefined;

/** `number` counts what `unit` says: "2 phòng", "2 đêm", "2 vé"; of a bare number, rooms of a stay, people of what is paid by the head. */
export function visitLine(
  { id, kind }: Listing,
  offer: ListedOffer,
  said: { number: number | null; unit: string | null },
): VisitLine {
  const wish: VisitWish = { kind: kind === "tour" ? "tour" : "stay" };
  const line = { product: id, unit: offer.unit, quantity: 0, visit: wish };
  if (said.number === null) return settled(line);
  const basis = said.unit === null ? basisOf(offer.unit) : basisOf(said.unit);
  if (basis === "head") return settled({ ...line, visit: { ...wish, people: said.number } });
  if (basis === "night" && said.unit !== null) return settled({ ...line, visit: { ...wish, nights: said.number } });
  return settled({ ...line, visit: { ...wish, count: said.number } });
}

/** Rooms, groups or people: what "thêm 1 nữa" and "3 thôi" are about. */
export const countOf = (line: CartLine): number =>
  !isVisit(line) ? line.quantity : basisOf(line.unit) === "head" ? (line.visit.people ?? 0) : (line.visit.count ?? 1);

export function recounted(line: CartLine, count: number): CartLine {
  if (!isVisit(line)) return { ...line, quantity: count };
  const changes = basisOf(line.unit) === "head" ? { people: count } : { count };
  return settled({ ...line, visit: { ...line.visit, ...changes } });
}

/** The count said anew is the whole of it; days and the rest stand. */
export function uncounted(line: VisitLine): VisitLine {
  const people = basisOf(line.unit) === "head" ? undefined : line.visit.people;
  return { ...line, visit: wished(line.visit, { people, count: 0 }) };
}

/** More of what is in the cart: counts add up, days said again take the place of those said before. */
export function joined(same: VisitLine, { visit: more }: VisitLine): VisitLine {
  const before = same.visit;
  const byHead = basisOf(same.unit) === "head";
  const people = byHead ? (before.people ?? 0) + (more.people ?? 0) : (more.people ?? before.people ?? 0);
  const count = (before.count ?? 1) + (more.count ?? 0);
  const visit = wished(before, { ...NO_DAYS, ...daysOf(before, more), count, people: people > 0 ? people : undefined });
  return settled({ ...same, visit });
}

/** `fault`: the days that came of it can't be. They are forgotten, to be asked for. */
export function told(line: VisitLine, said: VisitSaid): { line: VisitLine; fault?: VisitFault } {
  const days = daysOf(line.visit, said);
  const fault = said.fault ?? faultOf(line.visit.kind, days);
  const people = Math.max(0, said.people ?? (line.visit.people ?? 0) + (said.morePeople ?? 0));
  const dated = fault && !OF_PEOPLE.has(fault) ? undated(line.visit) : wished(line.visit, { ...NO_DAYS, ...days });
  const visit = wished(dated, { people: people > 0 ? people : undefined });
  return { line: settled({ ...line, visit }), ...(fault ? { fault } : {}) };
}

/** They leave the days as they are. */
const OF_PEOPLE: ReadonlySet<VisitFault> = new Set<VisitFault>(["nobody", "crowd"]);

type Days = Pick<VisitWish, "from" | "to" | "nights">;

/** A new arrival keeps the nights; new nights keep the arrival. */
function daysOf(before: Days, said: Pick<VisitSaid, "from" | "to" | "nights" | "moreNights">): Days {
  const stood = before.from && before.to ? daysBetween(before.from, before.to) : before.nights;
  const more = said.moreNights !== undefined && stood !== undefined ? stood + said.moreNights : undefined;
  const nights = said.nights ?? more ?? stood;
  const from = said.from ?? before.from;
  const moved = said.from !== undefined || said.nights !== undefined || more !== undefined;
  const to = said.to ?? (moved && before.from !== undefined ? undefined : before.to);
  if (from !== undefined && to !== undefined) return { from, to };
  if (from !== undefined) return nights === undefined ? { from } : { from, to: addDays(from, nights) };
  if (to !== undefined) return nights === undefined ? { to } : { from: addDays(to, -nights), to };
  return nights === undefined ? {} : { nights };
}

function faultOf(kind: VisitWish["kind"], { from, to, nights = 1 }: Days): VisitFault | undefined {
  if (nights > MOST_NIGHTS) return "tooLong";
  if (from === undefined || to === undefined) return undefined;
  const length = daysBetween(from, to);
  if (length < (kind === "stay" ? 1 : 0)) return "backwards";
  return length > MOST_NIGHTS ? "tooLong" : undefined;
}

/** The quantity that the days, people and rooms known so far come to. */
function settled(line: VisitLine): VisitLine {
  const { visit, unit } = line;
  const byHead = basisOf(unit) === "head";
  const count = Math.max(1, visit.count ?? 1);
  const nights = visit.from && visit.to ? daysBetween(visit.from, visit.to) : (visit.nights ?? 1);
  const quantity = byHead ? (visit.people ?? 1) : basisOf(unit) === "night" ? count * Math.max(1, nights) : count;
  return {
    ...line,
    quantity,
    visit: wished(visit, { count: byHead || visit.count === undefined ? undefined : count }),
  };
}

/** What is to be asked next. People are asked for once, unless the price is by the head. */
export function missingOf({ visit, unit }: VisitLine, today: IsoDate): VisitSlot | undefined {
  if (visit.from === undefined || visit.from < today) return "days";
  if (visit.kind === "stay" && visit.to === undefined) return "nights";
  return visit.people === undefined && (visit.asked !== true || basisOf(unit) === "head") ? "people" : undefined;
}

/** Three or more in one room that nobody spoke of. */
export const mayNeedRooms = (line: CartLine): boolean =>
  isVisit(line) &&
  line.visit.kind === "stay" &&
  basisOf(line.unit) !== "head" &&
  line.visit.count === undefined &&
  (line.visit.people ?? 0) > 2;
