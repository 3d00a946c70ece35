/** Things that are there only part of the year: whether today is in it, and what to say when it is not. */
import { type Listing } from "../../shared/domain/catalogue.ts";
import { mayList } from "../../shared/domain/rules/alcohol.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { type Context } from "./step.ts";

const SUGGESTED = 3;

/** A season may run over New Year. */
export function inSeason({ season }: Pick<Listing, "season">, today: IsoDate): boolean {
  if (!season) return true;
  const day = today.slice(5);
  const { from, to } = season;
  return from <= to ? day >= from && day <= to : day >= from || day <= to;
}

/** "09-15" → "15/9". */
const dayWords = (day: string): string => day.split("-").reverse().map(Number).join("/");

/** Says when it comes, offers to tell, names what is there now. */
export function outOfSeason({ text, facts }: Context, listing: Listing): string {
  const { from, to } = listing.season ?? { from: "01-01", to: "12-31" };
  const now = facts.catalogue.listings
    .filter((other) => other.season && inSeason(other, facts.today) && mayList(other))
    .slice(0, SUGGESTED)
    .map(({ name }) => name);
  const instead = now.length > 0 ? ` ${text.inSeasonNow(now.join(", "))}` : "";
  return text.outOfSeason(listing.name, dayWords(from), dayWords(to)) + instead;
}
