/** Name, phone and address: given in any order, in one message or several, by typing or by one tap. */
import { parsePhone } from "../../../shared/domain/phone.ts";
import { type Content } from "../../../shared/domain/message.ts";
import { changed, type Contact, type State } from "../state.ts";
import { type Context, saidBefore, say, type Step } from "../step.ts";
import { quantityWords } from "../words.ts";
import { addItems } from "./cart.ts";
import { askAgain, keepAsking } from "./aside.ts";
import { checkout } from "./checkout.ts";
import { recognise } from "./joining.ts";
import { notePhone } from "./leads.ts";

type Shared<Kind extends Content["kind"]> = Extract<Content, { kind: Kind }>;

/** Keeps what was said; what was not said stays. */
const withContact = (state: State, said: Contact): State => changed(state, { contact: { ...state.contact, ...said } });

export function takeContact(context: Context, shared: Shared<"contact">): Step {
  const phone = parsePhone(shared.phone);
  if (!phone) return say(context.state, { text: context.text.badPhone });
  const before = context.state.contact;
  const name = before.name ?? shared.name;
  const state = withContact(context.state, {
    phone,
    ...(name === undefined || name === "" ? {} : { name }),
    ...(shared.address === undefined || shared.address === "" ? {} : { address: shared.address }),
  });
  return notePhone({ ...context, state }, before, state.cart.length > 0, (noted) =>
    recognise(noted, { shared, phone }, afterContact),
  );
}

/** A point on the map is no address, but it is kept beside one. */
export function takeLocation(context: Context, { latitude, longitude }: Shared<"location">): Step {
  const place = `${latitude.toFixed(5)},${longitude.toFixed(5)}`;
  const state = withContact(context.state, { place });
  const after = { ...context, state };
  const address = state.contact.address === undefined ? context.text.mapNeedsWords : context.text.mapKept;
  return state.cart.length > 0 && state.contact.address !== undefined
    ? saidBefore([{ text: address }], afterContact(after))
    : say(changed(state, { asking: state.asking ?? { for: "contact" } }), { text: address });
}

/** One of the communes the address may mean. */
export function pickCommune(context: Context, place: number): Step {
  const { communes, ...contact } = context.state.contact;
  const chosen = communes?.[place];
  if (chosen === undefined) return afterContact(context);
  const [name = chosen] = chosen.split(" (");
  const address = contact.address === undefined ? name : `${contact.address}, ${name}`;
  return afterContact({ ...context, state: changed(context.state, { contact: { ...contact, address } }) });
}

/** `told`: something of who or where was new. With a question open, the question; with a cart, on to the order; else what was left is kept. */
export function afterContact(context: Context, told = false): Step {
  const { state, text } = context;
  if (told && state.asking?.for === "product") return keepAsking(context, say(state, { text: text.contactKept }));
  if (state.asking?.for === "conversion") return takeAsConverted(context);
  // How many come is asked once: whoever says who they are instead goes on.
  if (state.asking?.for === "visit" && state.cart.length > 0) return checkout(context);
  const again = askAgain(context);
  if (again) return again;
  if (state.cart.length > 0) return checkout(context);
  return say(state, { text: state.contact.phone === undefined ? text.contactKept : text.phoneKept });
}

/** They went on without a word about the packs: the confirmation states the conversion and asks for the whole. */
export function takeAsConverted(context: Context): Step {
  const { asking, pending = [] } = context.state;
  if (asking?.for !== "conversion") return afterContact(context);
  if (asking.said.unit === asking.line.unit) return addItems(context, [asking.line, ...pending]);
  const name = context.facts.listings.get(asking.line.product)?.name ?? asking.line.product;
  const { quantity, unit } = asking.said;
  const note = context.text.converted(
    `${quantityWords(quantity, context.state.language)} ${unit}`,
    name,
    `${asking.line.quantity} ${asking.line.unit}`,
  );
  return saidBefore([{ text: note }], addItems(context, [asking.line, ...pending]));
}
