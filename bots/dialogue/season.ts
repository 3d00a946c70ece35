/** Things that are there only part of the year: whether today is in it, and what to say when it is not. */
import { type Listing } from "../../shared/domain/catalogue.ts";
import { mayList } from "../../shared/domain/rules/alcohol.ts";
import { addDays, type IsoDate } from "../../shared/domain/time.ts";
import { nightsOf, type Visit } from "../../shared/domain/visit.ts";
import { type Context } from "./step.ts";
import { visitWords } from "./visit-words.ts";

const SUGGESTED = 3;

/** A season may run over New Year. */
export function inSeason({ season }: Pick<Listing, "season">, today: IsoDate): boolean {
  if (!season) return true;
  const day = today.slice(5);
  const { from, to } = season;
  return from <= to ? day >= from && day <= to : day >= from || day <= to;
}

/** The next first day of the season after this day. */
export function nextOpening({ season }: Pick<Listing, "season">, today: IsoDate): IsoDate {
  const first = season?.from ?? "01-01";
  const year = Number(today.slice(0, 4)) + (today.slice(5) < first ? 0 : 1);
  return `${year}-${first}` as IsoDate;
}

/** Every day that they are there; the day of leaving counts no more. */
export function visitInSeason(listing: Pick<Listing, "season">, visit: Visit): boolean {
  const days = Math.max(1, nightsOf(visit) + (visit.kind === "tour" ? 1 : 0));
  return Array.from({ length: days }, (_, day) => addDays(visit.from, day)).every((day) => inSeason(listing, day));
}

/** "09-15" → "15/9". */
const dayWords = (day: string): string => day.split("-").reverse().map(Number).join("/");

const seasonOf = ({ season }: Listing): [from: string, to: string] => [
  dayWords(season?.from ?? "01-01"),
  dayWords(season?.to ?? "12-31"),
];

/** Of days asked for: another day may do, else they are told when it opens. */
export const visitOutOfSeason = (context: Context, listing: Listing, { kind, from, to }: Visit): string =>
  context.text.visits.outOfSeason(listing.name, visitWords(context, { kind, from, to }), ...seasonOf(listing));

/** Says when it comes, offers to tell, names what is there now. */
export function outOfSeason({ text, facts }: Context, listing: Listing): string {
  const now = facts.catalogue.listings
    .filter((other) => other.season && inSeason(other, facts.today) && mayList(other))
    .slice(0, SUGGESTED)
    .map(({ name }) => name);
  const instead = now.length > 0 ? ` ${text.inSeasonNow(now.join(", "))}` : "";
  return text.outOfSeason(listing.name, ...seasonOf(listing)) + instead;
}
