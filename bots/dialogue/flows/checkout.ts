/** From a cart to an order: who it goes to, one confirmation, the customer's yes. */
import { type ProductId } from "../../../shared/domain/ids.ts";
import { formatVnd, sum, times, type Vnd } from "../../../shared/domain/money.ts";
import { formatPhone, parsePhone } from "../../../shared/domain/phone.ts";
import { isRefused } from "../../../shared/domain/result.ts";
import { shippingFee } from "../../../shared/domain/rules/shipping.ts";
import { type PlaceOrderRefusal } from "../../../shared/usecases/place-order.ts";
import { type Choice } from "../../../shared/domain/message.ts";
import { changed, type State } from "../state.ts";
import { type Context, perform, type Placed, say, saidBefore, type Step } from "../step.ts";
import { folded, lineWords, offerOf, offerWords, priceWords, quantityWords } from "../words.ts";
import { showCart } from "./cart.ts";
import { dropLeads } from "./leads.ts";
import { whileOpen } from "./reopen.ts";

/** The confirmation stays within ten rows: these are taken by all but the goods. */
const OTHER_ROWS = 5;
const MOST_ROWS = 10;
const MOST_ORDERS = 5;
const MOST_NAME = 60;

type Slot = "name" | "phone" | "address";

export const isReady = (context: Context): boolean => {
  const slots = missing(context);
  return context.state.cart.length > 0 && !slots.includes("phone") && !slots.includes("address");
};

/** What we ask of who gets it, in this order. A name is asked for but never waited for; a stay needs no address. */
export const missing = (context: Context): readonly Slot[] => {
  const { contact } = context.state;
  return (["name", "phone", "address"] as const).filter(
    (slot) => contact[slot] === undefined && (slot !== "address" || travels(context)),
  );
};

/** Something in the cart has to be brought to the customer. */
const travels = ({ state, facts }: Context): boolean =>
  state.cart.length === 0 ||
  state.cart.some(({ product }) => (facts.listings.get(product)?.kind ?? "goods") === "goods");

/** Asks for what is missing, or shows the confirmation. */
export function checkout(context: Context): Step {
  const { state, text, facts } = context;
  if (state.cart.length === 0) return showCart(context);
  if (isReady(context)) return confirmation(context, text.confirmTitle);
  const slots = missing(context);
  const ask = facts.asksContact && slots.includes("phone") ? ({ ask: "contact" } as const) : {};
  return say(changed(state, { asking: { for: "contact" } }), { text: askContact(context, slots), ...ask });
}

export function askContact({ text }: Context, slots: readonly Slot[]): string {
  const words = { name: text.needName, phone: text.needPhone, address: text.needAddress };
  const wanted = slots.map((slot) => words[slot]);
  const list = [wanted.slice(0, -1).join(", "), wanted.at(-1)].filter(Boolean).join(text.and);
  return slots.length === 3 ? text.needAll : text.need(list);
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
  const goods = sum(cart.map((line, place) => times(prices[place] ?? (0 as Vnd), line.quantity)));
  const total = formatVnd(sum([goods, shipping]));
  const state = changed(context.state, { cart, asking: { for: "confirmation", prices } });
  const ask = askRows({ ...context, state });
  return say(state, {
    text: [
      title,
      ...folded(rows, MOST_ROWS - OTHER_ROWS - ask.length + 1),
      text.confirmTotal(formatVnd(shipping), facts.shop.sample ? `${total} (${text.sampleMark})` : total),
      text.confirmSellers(sellers),
      text.confirmRecipient(...recipientWords({ ...context, state })),
      ...ask,
    ].join("\n"),
    choices: confirmChoices({ ...context, state }),
  });
}

/** What is still open beside the yes: which commune, whose name. */
function askRows({ state: { contact }, text }: Context): readonly string[] {
  const { communes } = contact;
  const which = communes ? [text.whichCommune(communes.map((name, place) => `${place + 1}. ${name}`).join("; "))] : [];
  return [...which, contact.name === undefined ? text.confirmAskName : text.confirmAsk];
}

/** Communes come first, so that their numbers pick them. */
function confirmChoices({ state, text, incoming }: Context): readonly Choice[] {
  const yes = { label: text.yes, payload: `yes:${fingerprint(state, incoming.sender.name)}` };
  const communes = state.contact.communes ?? [];
  if (communes.length > 0) {
    return [...communes.map((label, place) => ({ label, payload: `commune:${place}` })), yes];
  }
  return [yes, { label: text.notYet, payload: "no" }, { label: text.person, payload: "person" }];
}

/** Marks what was shown: the button of an older confirmation places nothing. */
export function fingerprint({ cart, contact, asking }: State, profile = ""): string {
  const shown = JSON.stringify([cart, contact, asking?.for === "confirmation" ? asking.prices : [], profile]);
  let mark = 0;
  for (const letter of shown) mark = (Math.imul(mark, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return mark.toString(36);
}

/** The name given, else the one on their profile; where neither is there the parcel goes to "a customer". */
const nameOf = ({ state, incoming, text }: Context): string =>
  state.contact.name ?? (profileName(incoming.sender.name) || text.unnamed);

const profileName = (name = ""): string =>
  name
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, MOST_NAME);

function addressOf(context: Context): string {
  const { address, place } = context.state.contact;
  if (address === undefined) return context.text.noAddressNeeded;
  return place === undefined ? address : `${address} (${context.text.onTheMap(place)})`;
}

function recipientWords(context: Context): [name: string, phone: string, address: string] {
  const phone = context.state.contact.phone ?? "";
  const spoken = parsePhone(phone);
  return [nameOf(context), spoken ? formatPhone(spoken) : phone, addressOf(context)];
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
  const phone = parsePhone(state.contact.phone ?? "");
  if (!phone || !isReady(context)) return checkout(context);
  const lines = state.cart.map((line, place) => ({ ...line, price: prices[place] ?? (0 as Vnd) }));
  const recipient = { name: nameOf(context), phone, address: addressOf(context) };
  return whileOpen(context, (replaced) =>
    perform(state, "place-order", { lines, recipient, language: state.language }, (outcome) => {
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
  const after = {
    cart: [],
    asking: undefined,
    pending: undefined,
    replaces: undefined,
    orders,
    last: state.cart,
    dropped: undefined,
    sets: undefined,
  };
  return dropLeads({ ...context, state: changed(state, after) }, ["phone"], (done) =>
    say(done.state, { text: placedWords(context, order), choices: [{ label: text.browse, payload: "menu" }] }),
  );
}

const placedWords = ({ text }: Context, order: Placed): string => {
  const total = order.sample ? `${formatVnd(order.total)} (${text.sampleMark})` : formatVnd(order.total);
  return `${text.placed(order.code, total)}\n${text.placedNext}`;
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
    case "not-offered":
      return notOffered(without, refusal.product, name);
    case "not-sold-here":
      return saidBefore([{ text: text.notSoldInChat(name) }], showCart(without));
    case "producer-closed":
      return saidBefore([{ text: text.closed(name, refusal.producer) }], showCart(without));
  }
}

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
