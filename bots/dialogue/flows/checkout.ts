/** From a cart to an order: who it goes to, one confirmation, the customer's yes. */
import { type ProductId } from "../../../shared/domain/ids.ts";
import { formatVnd, sum, type Vnd } from "../../../shared/domain/money.ts";
import { isRefused } from "../../../shared/domain/result.ts";
import { shippingFee } from "../../../shared/domain/rules/shipping.ts";
import { type PlaceOrderRefusal } from "../../../shared/usecases/place-order.ts";
import { type Choice } from "../../../shared/domain/message.ts";
import { changed, type State } from "../state.ts";
import { type Context, perform, type Placed, say, saidBefore, type Step } from "../step.ts";
import { countOf, isVisit, mayNeedRooms } from "../visit-line.ts";
import { amountOf, folded, lineWords, offerOf, offerWords, priceWords, quantityWords } from "../words.ts";
import { addItems, showCart } from "./cart.ts";
import { dropLeads } from "./leads.ts";
import { payChoices, paysByTransfer, slipMessages, transferTotal } from "./pay.ts";
import { askContact, missing, recipientOf, recipientWords, travels } from "./recipient.ts";
import { whileOpen } from "./reopen.ts";
import { askVisit, isVisitOpen } from "./visit.ts";

/** The confirmation stays within ten rows: these are taken by all but the goods. */
const OTHER_ROWS = 5;
const MOST_ROWS = 10;
const MOST_ORDERS = 5;

export const isReady = (context: Context): boolean => {
  const slots = missing(context);
  return (
    context.state.cart.length > 0 && !slots.includes("phone") && !slots.includes("address") && !isVisitOpen(context)
  );
};

/** Asks for what is missing, or shows the confirmation. */
export function checkout(context: Context): Step {
  const { state, text, facts } = context;
  if (state.cart.length === 0) return showCart(context);
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
  if (cart.length === 0) return showCart({ ...context, state: changed(context.state, { cart }) });
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
  const shown = JSON.stringify([cart, contact, askedWith(asking), profile, pay]);
  let mark = 0;
  for (const letter of shown) mark = (Math.imul(mark, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return mark.toString(36);
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

/** The customer said yes to exactly these lines at exactly these prices. */
export function placeOrder(context: Context, prices: readonly Vnd[]): Step {
  const { state } = context;
  const recipient = recipientOf(context);
  if (!recipient || !isReady(context)) return checkout(context);
  const lines = state.cart.map((line, place) => ({ ...line, price: prices[place] ?? (0 as Vnd) }));
  const pay = paysByTransfer(context) ? ({ pay: "transfer" } as const) : {};
  return whileOpen(context, (replaced) =>
    perform(state, "place-order", { lines, recipient, language: state.language, ...pay }, (outcome) => {
      if (isRefused(outcome)) return refused(context, outcome);
      const done = () => placed(context, outcome);
      return replaced ? perform(state, "cancel-order", { order: replaced.id }, done) : done();
    }),
  );
}

/** The order tells of its customer from now on. */
function placed(context: Context, order: Placed): Step {
  const { state, text } = context;
  const orders = [order.id, ...(state.orders ?? []).filter((id) => id !== state.replaces)].slice(0, MOST_ORDERS);
  const closed = { cart: [], asking: undefined, pending: undefined, replaces: undefined, pay: undefined };
  const after = changed(state, { ...closed, orders, last: state.cart });
  const choices = [{ label: text.browse, payload: "menu" }];
  return dropLeads({ ...context, state: after }, ["phone"], (done) =>
    say(done.state, { text: placedWords(context, order), choices }, ...slipMessages(done, order.slips ?? [])),
  );
}

const placedWords = (context: Context, order: Placed): string => {
  const { text } = context;
  const total = order.sample ? `${formatVnd(order.total)} (${text.sampleMark})` : formatVnd(order.total);
  const words = travels(context) ? text : text.visits;
  const placed = order.slips ? text.money.placed(order.code, total) : words.placed(order.code, total);
  return `${placed}\n${words.placedNext}`;
};

/** The world moved between the confirmation and the yes: say what changed, and ask again. */
function refused(context: Context, refusal: PlaceOrderRefusal): Step {
  const { state, text } = context;
  if (refusal.code === "too-many-lines") return say(state, { text: text.tooManyLines(refusal.most) });
  const name = context.facts.listings.get(refusal.product)?.name ?? refusal.product;
  const without = {
    ...context,
    state: changed(state, { cart: state.cart.filter((line) => line.product !== refusal.product), asking: undefined }),
  };
  switch (refusal.code) {
    case "price-changed":
      return repriced(context, refusal, name);
    case "out-of-stock":
      if (refusal.left <= 0) return saidBefore([{ text: text.allSoldOut(name) }], showCart(without));
      return say(
        changed(without.state, { asking: { for: "quantity", product: refusal.product, unit: refusal.unit } }),
        {
          text: text.outOfStock(name, quantityWords(refusal.left, state.language), refusal.unit),
        },
      );
    case "no-days":
      return daysGone(without, state.cart, refusal.product);
    case "not-offered":
      return notOffered(without, refusal.product, name);
    case "not-sold-here":
      return saidBefore([{ text: text.notSoldInChat(name) }], showCart(without));
    case "producer-closed":
      return saidBefore([{ text: text.closed(name, refusal.producer) }], showCart(without));
    case "no-account":
      return confirmation(
        { ...context, state: changed(state, { pay: undefined }) },
        text.money.noAccount(refusal.producer),
      );
  }
}

/** The day came and went between the confirmation and the yes: the same again, on other days. */
const daysGone = (without: Context, cart: State["cart"], product: ProductId): Step =>
  addItems(
    without,
    cart.filter((line) => line.product === product).map((line) => ({ product, quantity: countOf(line), unit: null })),
  );

/** The unit that was ordered is gone: what it is sold by now is asked about; without any price, the office is. */
function notOffered(without: Context, product: ProductId, name: string): Step {
  const { text, state } = without;
  const listing = without.facts.listings.get(product);
  const units = listing?.offers.filter(({ price }) => price !== undefined) ?? [];
  const [first] = units;
  if (!listing || !first) return saidBefore([{ text: text.noLongerSold(name) }], showCart(without));
  const words = units.map((offer) => offerWords(without, listing, offer)).join("; ");
  return say(changed(state, { asking: { for: "quantity", product, unit: first.unit } }), {
    text: text.notInUnit(name, words),
  });
}

/** The catalogue may still show the old price: what the offer said is what is asked about. */
function repriced(
  context: Context,
  { product, unit, now }: Extract<PlaceOrderRefusal, { code: "price-changed" }>,
  name: string,
): Step {
  const listing = context.facts.listings.get(product);
  const listings = new Map(context.facts.listings);
  if (listing) {
    const offers = listing.offers.map((offer) => (offer.unit === unit ? { ...offer, price: now } : offer));
    listings.set(product, { ...listing, offers });
  }
  const fresh = { ...context, facts: { ...context.facts, listings } };
  return confirmation(fresh, context.text.priceChanged(name, priceWords(context, now, listing)));
}
