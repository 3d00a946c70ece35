/** What a model made of a message, asked back before anything comes of it. */
import { changed, type ProposedItem } from "../state.ts";
import { type Context, say, type Step } from "../step.ts";
import { quantityWords } from "../words.ts";
import { fingerprint } from "./checkout.ts";

/** "Ý bạn là 2 gói miến dong phải không ạ?": only a yes of their own, to this, takes them. */
export function askWhetherMeant(context: Context, items: readonly ProposedItem[]): Step {
  const { text, incoming } = context;
  const state = changed(context.state, { asking: { for: "proposal", items } });
  const meant = items.flatMap((item) => itemWords(context, item) ?? []).join(", ");
  const more = state.cart.length > 0;
  return say(state, {
    text: more ? text.proposal.meantMore(meant) : text.proposal.meant(meant),
    choices: [
      { label: text.proposal.yes, payload: `yes:${fingerprint(state, incoming.sender.name)}` },
      { label: text.proposal.no, payload: "no" },
    ],
  });
}

/** Names, units and all are the catalogue's own. */
function itemWords({ facts, state }: Context, { product, quantity, unit }: ProposedItem): string | undefined {
  const listing = facts.listings.get(product);
  if (!listing || quantity === null) return listing?.name;
  return `${quantityWords(quantity, state.language)} ${unit ?? listing.offers[0]?.unit ?? ""} ${listing.name}`;
}
