/** Name, phone and address: given in any order, in one message or several, by typing or by one tap. */
import { parsePhone } from "../../../shared/domain/phone.ts";
import { type Content } from "../../../shared/domain/message.ts";
import { changed, type Contact, type State } from "../state.ts";
import { type Context, say, type Step } from "../step.ts";
import { checkout } from "./checkout.ts";
import { noteLead } from "./talk.ts";

type SharedContact = Extract<Content, { kind: "contact" }>;

/** Keeps what was said; what was not said stays. */
export function withContact(
  state: State,
  said: { name?: string | null; phone?: string | null; address?: string | null },
): State {
  const filled = Object.fromEntries(
    Object.entries(said).filter(([, value]) => typeof value === "string" && value !== ""),
  );
  return Object.keys(filled).length === 0
    ? state
    : changed(state, { contact: { ...state.contact, ...(filled as Contact) } });
}

export function takeContact(context: Context, shared: SharedContact): Step {
  const phone = parsePhone(shared.phone);
  if (!phone) return say(context.state, { text: context.text.badPhone });
  const state = withContact(context.state, {
    phone,
    name: context.state.contact.name ?? shared.name ?? null,
    address: shared.address ?? null,
  });
  return afterContact({ ...context, state });
}

/** With a cart: on to the order. Without: a phone left is somebody to call. */
export function afterContact(context: Context): Step {
  const { state, text } = context;
  if (state.cart.length > 0) return checkout(context);
  if (state.contact.phone === undefined) return say(state, { text: text.contactKept });
  const interest =
    state.focus === undefined ? text.browse : (context.facts.listings.get(state.focus)?.name ?? text.browse);
  return noteLead(context, "phone", interest, text.contactKept);
}
