/** "Khi có hàng mình nhắn bạn nhé?" – "ừ": one message about this one thing when its season comes; none after a stop. */
import { type Listing } from "../../../shared/domain/catalogue.ts";
import { type LeadId } from "../../../shared/domain/ids.ts";
import { formatDate } from "../../../shared/domain/time.ts";
import { nextOpening } from "../season.ts";
import { changed, named } from "../state.ts";
import { type Context, perform, type Step } from "../step.ts";

/** Asked twice, it is noted once. */
export function awaitSeason(context: Context, listing: Listing, then: (context: Context, words: string) => Step): Step {
  const { state, text, facts } = context;
  const opens = nextOpening(listing, facts.today);
  const words = text.seasons.awaited(listing.name, formatDate(opens));
  if (state.seasons?.[listing.id] !== undefined) return then(context, words);
  const season = { product: listing.id, opens };
  const wish = { kind: "news", interest: listing.name, season, ...named(state.contact) } as const;
  return perform(state, "capture-lead", wish, ({ lead }) =>
    then({ ...context, state: changed(state, { seasons: { ...state.seasons, [listing.id]: lead } }) }, words),
  );
}

/** Nothing is told any more of what was awaited. */
export function forgetSeasons(context: Context, then: (context: Context) => Step): Step {
  const leads: readonly LeadId[] = Object.values(context.state.seasons ?? {});
  if (leads.length === 0) return then(context);
  return perform(context.state, "withdraw-leads", { leads }, () =>
    then({ ...context, state: changed(context.state, { seasons: undefined }) }),
  );
}
