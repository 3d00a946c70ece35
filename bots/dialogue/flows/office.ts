/** The office's phone beside answering customers: what it can do, and whom it would be called by. */
import { fold } from "../../../shared/domain/text.ts";
import { named } from "../state.ts";
import { type Acts, type Context, perform, say, type Step } from "../step.ts";
import { isOffice } from "./relay.ts";

const ASKS_HELP = /^(?:\?+|(?:can |tro )?giup(?: (?:voi|minh|do|toi))*|huong dan|lam duoc gi|help)$/;

export const officeHelp = ({ state, text }: Context): Step => say(state, { text: text.officeHelp });

/** Undefined for everybody else. */
export const answerOffice = (context: Context, words: string): Step | undefined =>
  isOffice(context) && ASKS_HELP.test(fold(words).trim()) ? officeHelp(context) : undefined;

/**
 * A person is called for a customer; `told`: somebody of the office hears of it. Staff are no customers who wait: the
 * office would be calling itself, and a producer's or organizer's chat goes on doing its work while the office rings.
 */
export function summon(
  context: Context,
  wish: Acts["call-person"][0],
  then: (outcome: Acts["call-person"][1]) => Step,
): Step {
  const { state, text, facts } = context;
  switch (state.staff?.role) {
    case "office":
      return officeHelp(context);
    case "producer":
    case "organizer": {
      const who = state.staff.role === "producer" ? sellerName(facts, state.staff.producer) : text.organizers;
      const interest = text.staffNeedsOffice(who, wish.interest);
      return perform(state, "capture-lead", { kind: "handover", interest }, () =>
        say(state, { text: text.officeWillCall }),
      );
    }
    case undefined:
      return perform(state, "call-person", { ...wish, ...named(state.contact) }, then);
  }
}

const sellerName = ({ catalogue }: Context["facts"], producer: string): string =>
  catalogue.listings.find(({ seller }) => seller.id === producer)?.seller.name ?? producer;
