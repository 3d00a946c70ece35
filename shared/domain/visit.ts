/**
 * A visit is what a guest books of a stay or tour: days and people instead of pieces. It needs no shipping and no stock;
 * the producer's acceptance is the check. What a unit counts decides how the amount is worked out:
 *
 * | unit of a stay                | quantity       | amount                    |
 * | ----------------------------- | -------------- | ------------------------- |
 * | đêm (a room for a night)      | nights × rooms | price × quantity          |
 * | phòng, giường, nhà … (a night) | rooms          | price × quantity × nights |
 * | người, suất … (a night)       | people         | price × quantity × nights |
 *
 * A tour is paid by the head (người, vé, suất) or by the group (đoàn, chuyến), whatever its days.
 */
import { fold } from "./text.ts";
import { daysBetween, type IsoDate } from "./time.ts";

export type VisitKind = "stay" | "tour";

/** `to`: the day of leaving of a stay, the last day of a tour; a tour of one day has both alike. */
export type Visit = { kind: VisitKind; from: IsoDate; to: IsoDate; people?: number };

/** What is known so far of a visit that is still in the cart. */
export type VisitWish = {
  kind: VisitKind;
  from?: IsoDate;
  to?: IsoDate;
  /** Only while the days themselves are not known. */
  nights?: number;
  people?: number;
  /** Rooms, or groups. */
  count?: number;
  /** People were asked for: whoever does not say is not asked twice. */
  asked?: true;
};

type Changes = { [Name in keyof VisitWish]?: VisitWish[Name] | undefined };

/** The wish with some of it changed; a value of undefined takes the fact away. */
export const wished = (wish: VisitWish, changes: Changes): VisitWish =>
  Object.fromEntries(Object.entries({ ...wish, ...changes }).filter(([, value]) => value !== undefined)) as VisitWish;

/** Without its days, which are to be said anew; how many nights it was to be stands. */
export function undated(wish: VisitWish): VisitWish {
  const { kind, from, to, nights } = wish;
  const stood = kind === "stay" && from !== undefined && to !== undefined ? daysBetween(from, to) : nights;
  return wished(wish, { from: undefined, to: undefined, nights: stood });
}

type Basis = "night" | "head" | "whole";

const NIGHT = new Set(["dem", "night"]);
const HEAD = new Set(["nguoi", "khach", "ve", "suat", "pax", "person", "ticket"]);

/** What one of `unit` is: a night, a person, or a whole room or group. */
export function basisOf(unit: string): Basis {
  const [word = ""] = fold(unit).split(/[\s/]/);
  return NIGHT.has(word) ? "night" : HEAD.has(word) ? "head" : "whole";
}

export const nightsOf = ({ from, to }: Pick<Visit, "from" | "to">): number => daysBetween(from, to);

/** How often the price of each piece is paid: every night of a stay, unless it is the nights that are counted. */
export const timesPaid = ({ unit, visit }: { unit: string; visit?: Visit }): number =>
  visit?.kind === "stay" && basisOf(unit) !== "night" ? nightsOf(visit) : 1;

export const MOST_NIGHTS = 90;

/** Days known, in order, and not too many; a tour of one day needs no last one. */
export function visitOf({ kind, from, to, people }: VisitWish): Visit | undefined {
  const last = to ?? (kind === "tour" ? from : undefined);
  if (from === undefined || last === undefined) return undefined;
  const nights = daysBetween(from, last);
  if (nights < (kind === "stay" ? 1 : 0) || nights > MOST_NIGHTS) return undefined;
  return { kind, from, to: last, ...(people === undefined ? {} : { people }) };
}
