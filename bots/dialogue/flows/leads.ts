/** People to follow up: noted once each, made anew when more is known of them, taken back when they ask. */
import { type LeadKind } from "../../../shared/domain/lead.ts";
import { changed, type Contact, named } from "../state.ts";
import { type Context, perform, type Step } from "../step.ts";

type Wish = { kind: LeadKind; interest: string; quiet?: boolean };
type Then = (context: Context) => Step;

/** One lead of a kind in a conversation: a later one replaces it. */
export function keepLead(context: Context, wish: Wish, then: Then): Step {
  const capture: Then = (again) =>
    perform(again.state, "capture-lead", { ...wish, ...named(again.state.contact) }, ({ lead }) =>
      then({ ...again, state: changed(again.state, { leads: { ...again.state.leads, [wish.kind]: lead } }) }),
    );
  return context.state.leads?.[wish.kind] === undefined ? capture(context) : dropLeads(context, [wish.kind], capture);
}

export function dropLeads(context: Context, kinds: readonly LeadKind[], then: Then): Step {
  const { leads = {} } = context.state;
  const gone = kinds.flatMap((kind) => leads[kind] ?? []);
  if (gone.length === 0) return then(context);
  const kept = Object.fromEntries(Object.entries(leads).filter(([, lead]) => !gone.includes(lead)));
  const state = changed(context.state, { leads: Object.keys(kept).length > 0 ? kept : undefined });
  return perform(context.state, "withdraw-leads", { leads: gone }, () => then({ ...context, state }));
}

/** A phone left is somebody to call; while an order is on its way it is only kept, in case the order never comes. */
export function notePhone(context: Context, before: Contact, ordering: boolean, then: Then): Step {
  const { phone } = context.state.contact;
  if (phone === undefined || phone === before.phone) return then(context);
  if (context.state.leads?.wholesale !== undefined && !ordering) {
    return keepLead(context, { kind: "wholesale", interest: interestOf(context) }, then);
  }
  const wish = { kind: "phone", interest: interestOf(context), ...(ordering ? { quiet: true } : {}) } as const;
  return keepLead(context, wish, then);
}

/** What they looked at or wanted, in names of products. */
export function interestOf({ state, facts, text }: Context): string {
  const wanted = state.cart.length > 0 ? state.cart.map(({ product }) => product) : state.focus ? [state.focus] : [];
  const names = wanted.flatMap((id) => facts.listings.get(id)?.name ?? []);
  return names.length > 0 ? names.join(", ") : text.browse;
}
