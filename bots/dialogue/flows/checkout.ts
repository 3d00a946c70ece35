/** From a cart to a yes: who it goes to, and one confirmation. */
import { type ProductId } from "../../../shared/domain/ids.ts";
import { formatVnd, sum, type Vnd } from "../../../shared/domain/money.ts";
import { shippingFee } from "../../../shared/domain/rules/shipping.ts";
import { type Choice } from "../../../shared/domain/message.ts";
import { markOf } from "../mark.ts";
import { changed, type State } from "../state.ts";
import { type Context, say, type Step } from "../step.ts";
import { isVisit, mayNeedRooms } from "../visit-line.ts";
import { amountOf, folded, lineWords, offerOf } from "../words.ts";
import { payChoices, transferTotal } from "./pay.ts";
import { askContact, missing, recipientWords, travels } from "./recipient.ts";
import { askVisit, isVisitOpen } from "./visit.ts";

/** The confirmation stays within ten rows: these are taken by all but the goods. */
const OTHER_ROWS = 5;
const MOST_ROWS = 10;

export const isReady = (context: Context): boolean => {
  const slots = missing(context);
  return (
    context.state.cart.length > 0 && !slots.includes("phone") && !slots.includes("address") && !isVisitOpen(context)
  );
};

export const emptyCart = ({ state, text }: Context): Step =>
  say(changed(state, { asking: undefined }), {
    text: text.cartEmpty,
    choices: [{ label: text.browse, payload: "menu" }],
  });

/** Asks for what is missing, or shows the confirmation. */
export function checkout(context: Context): Step {
  const { state, text, facts } = context;
  if (state.cart.length === 0) return emptyCart(context);
  if (isReady(context)) return confirmation(context, text.confirmTitle);
  const visit = askVisit(context);
  if (visit) return visit;
  const slots = missing(context);
  const ask = facts.asksContact && slots.includes("phone") ? ({ ask: "contact" } as const) : {};
  return say(changed(state, { asking: { for: "contact" } }), { text: askContact(context, slots), ...ask });
}

/** One confirmation: each line, unit price, shipping, total, who sells, where to; at most ten rows. */
export function confirmation(context: Context, title: string): Step {
  const { text, facts } = context;
  const cart = context.state.cart.filter((line) => lineWords(context, line));
  if (cart.length === 0) return emptyCart({ ...context, state: changed(context.state, { cart }) });
  const prices = cart.map((line) => offerOf(context, line)?.price ?? (0 as Vnd));
  const rows = cart
    .flatMap((line) => lineWords(context, line) ?? [])
    .map((line, place) => `${place + 1}. ${text.confirmLine(line)}`);
  const { shipping, sellers } = sending(
    context,
    cart.map(({ product }) => product),
  );
  const goods = sum(cart.flatMap((line) => amountOf(context, line) ?? []));
  const total = formatVnd(sum([goods, shipping]));
  const state = changed(context.state, { cart, asking: { for: "confirmation", prices } });
  const ask = askRows({ ...context, state });
  return say(state, {
    text: [
      title,
      ...folded(rows, MOST_ROWS - OTHER_ROWS - ask.length + 1),
      totalWords(
        { ...context, state },
        formatVnd(shipping),
        facts.shop.sample ? `${total} (${text.sampleMark})` : total,
      ),
      text.confirmSellers(sellers),
      recipientWords({ ...context, state }),
      ...ask,
    ].join("\n"),
    choices: confirmChoices({ ...context, state }),
  });
}

/** What is sent is paid when it arrives, a stay when they do. */
function totalWords(context: Context, shipping: string, total: string): string {
  const { text, state } = context;
  const transfer = transferTotal(context, shipping, total);
  if (transfer !== undefined) return transfer;
  if (!travels(context)) return text.visits.total(total);
  return state.cart.some(isVisit) ? text.visits.mixedTotal(shipping, total) : text.confirmTotal(shipping, total);
}

/** What is still open beside the yes: which commune, whose name. */
function askRows(context: Context): readonly string[] {
  const { state, text } = context;
  const { contact } = state;
  const communes = travels(context) ? contact.communes : undefined;
  const which = communes ? [text.whichCommune(communes.map((name, place) => `${place + 1}. ${name}`).join("; "))] : [];
  const words = travels(context)
    ? { named: text.confirmAsk, unnamed: text.confirmAskName }
    : { named: text.visits.ask, unnamed: text.visits.askName };
  const rooms = state.cart.some(mayNeedRooms) ? [text.visits.moreRooms] : [];
  return [...which, ...rooms, contact.name === undefined ? words.unnamed : words.named];
}

/** Communes come first, so that their numbers pick them. */
function confirmChoices(context: Context): readonly Choice[] {
  const { state, text, incoming } = context;
  const yes = {
    label: travels(context) ? text.yes : text.visits.book,
    payload: `yes:${fingerprint(state, incoming.sender.name)}`,
  };
  const communes = travels(context) ? (state.contact.communes ?? []) : [];
  if (communes.length > 0) {
    return [...communes.map((label, place) => ({ label, payload: `commune:${place}` })), yes];
  }
  const others = [
    { label: text.notYet, payload: "no" },
    { label: text.person, payload: "person" },
  ];
  return [yes, ...others, ...payChoices(context)];
}

const askedWith = (asking: State["asking"]) =>
  asking?.for === "confirmation" ? asking.prices : asking?.for === "proposal" ? asking.items : [];

/** Marks what was shown: the button of an older confirmation places nothing. */
export function fingerprint({ cart, contact, asking, pay }: State, profile = ""): string {
  return markOf([cart, contact, askedWith(asking), profile, pay]);
}

/** One parcel, and so one fee, per seller. */
function sending({ facts }: Context, products: readonly ProductId[]): { shipping: Vnd; sellers: string } {
  const listings = products.flatMap((id) => facts.listings.get(id) ?? []);
  const parcels = [...Map.groupBy(listings, ({ seller }) => seller.id).values()];
  const fees = parcels.map((own) =>
    shippingFee(facts.today, {
      ships: own.some(({ kind, shipPolicy }) => kind === "goods" && shipPolicy !== "pickup_only"),
    }),
  );
  return { shipping: sum(fees), sellers: parcels.flatMap(([first]) => first?.seller.name ?? []).join("; ") };
}
