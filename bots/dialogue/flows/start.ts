/** Opening the chat, by a link or by a typed code: an invitation binds, a post's code shows what it promoted. */
import { CODE_LENGTH, type Code, parseCode } from "../../../shared/domain/ids.ts";
import { type Bound } from "../../../shared/usecases/bind-staff.ts";
import { type Opened } from "../open-code.ts";
import { type Context, perform, say, type Step } from "../step.ts";
import { changed } from "../state.ts";
import { showNew, showProduct } from "./browse.ts";
import { linked, notLinked } from "./joining.ts";
import { showFairs } from "./fairs.ts";
import { showOrder } from "./orders.ts";
import { listWaiting } from "./relay.ts";
import { greet } from "./talk.ts";

/** A code as printed, or typed in lower case with a digit in it: ordinary words are not codes. */
export function typedCode(text: string): Code | null {
  const plain = text.trim();
  const printed = new RegExp(`^[A-Z2-9]{${CODE_LENGTH}}$`).test(plain);
  const typed = new RegExp(`^(?=.*[2-9])(?=.*[a-z])[a-z2-9]{${CODE_LENGTH}}$`, "i").test(plain);
  return (printed || typed) && /[a-z]/i.test(plain) ? parseCode(plain) : null;
}

/** A link with a code that leads nowhere opens the chat like any other. */
export function start(context: Context, payload?: string): Step {
  const code = payload === undefined ? null : parseCode(payload);
  return code === null ? greet(context) : openWith(context, { code }, greet);
}

/** A typed code that is known for nothing is answered plainly: whoever types one expects something. */
export const enterCode = (context: Context, code: Code): Step =>
  openWith(context, { code, typed: true }, ({ state, text }) => say(state, { text: text.unknownCode }));

function openWith(context: Context, wish: { code: Code; typed?: true }, otherwise: (context: Context) => Step): Step {
  return perform(context.state, "open-code", wish, (opened) => {
    switch (opened.kind) {
      case "invitation":
        return bound(context, opened);
      case "linked":
        return linked(context, opened);
      case "not-linked":
        return notLinked(context, opened.why);
      case "promotion":
        return promoted(context, opened);
      case "order":
        return showOrder(context, opened.order);
      case "unknown":
        return otherwise(context);
    }
  });
}

function bound(context: Context, { role, title }: Bound): Step {
  const { state, text } = context;
  const after = changed(state, { staff: role, selling: role.role === "producer" || undefined });
  if (role.role === "office") return listWaiting({ ...context, state: after }, text.boundStaff);
  return say(after, { text: boundWords(text, role, title) });
}

function boundWords(text: Context["text"], { role }: Bound["role"], title: string): string {
  switch (role) {
    case "producer":
      return text.boundProducer(title);
    case "organizer":
      return text.boundOrganizer;
    case "office":
      return text.boundStaff;
  }
}

function promoted(context: Context, { product, products }: Extract<Opened, { kind: "promotion" }>): Step {
  if (products) return showNew(context, products);
  return product === undefined ? showFairs(context) : showPromoted(context, product);
}

/** What the post was about, where it is still sold. */
const showPromoted = (context: Context, product: Parameters<typeof showProduct>[1]): Step =>
  context.facts.listings.has(product) ? showProduct(context, product) : greet(context);
