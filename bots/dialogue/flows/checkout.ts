/** From a cart to an order: who it goes to, one confirmation, the customer's yes. */
import { type ProductId } from "../../../shared/domain/ids.ts";
import { formatVnd, sum, times, type Vnd } from "../../../shared/domain/money.ts";
import { formatPhone, parsePhone } from "../../../shared/domain/phone.ts";
import { isRefused } from "../../../shared/domain/result.ts";
import { shippingFee } from "../../../shared/domain/rules/shipping.ts";
import { type PlaceOrderRefusal } from "../../../shared/usecases/place-order.ts";
import { changed, type Contact } from "../state.ts";
import { type Context, perform, type Placed, say, saidBefore, type Step } from "../step.ts";
import { folded, lineWords, offerOf, priceWords, quantityWords } from "../words.ts";
import { showCart } from "./cart.ts";

/** Rows of the confirmation left to the goods, so that the whole stays within ten lines. */
const GOODS_ROWS = 5;
const MOST_ORDERS = 5;

export const isReady = ({ state: { cart, contact } }: Context): boolean =>
  cart.length > 0 && missing(contact).length === 0;

/** What an order still needs to know of who gets it, in the order we ask. */
export const missing = (contact: Contact): readonly ("name" | "phone" | "address")[] =>
  (["name", "phone", "address"] as const).filter((slot) => contact[slot] === undefined);

/** Asks for what is missing, or shows the confirmation. */
export function checkout(context: Context): Step {
  const { state, text } = context;
  if (state.cart.length === 0) return showCart(context);
  const slots = missing(state.contact);
  return slots.length > 0 ? say(...askContact(context, slots)) : confirmation(context, text.confirmTitle);
}

function askContact(context: Context, slots: readonly ("name" | "phone" | "address")[]): Parameters<typeof say> {
  const { state, text, facts } = context;
  const words = { name: text.needName, phone: text.needPhone, address: text.needAddress };
  const wanted = slots.map((slot) => words[slot]);
  const list = [wanted.slice(0, -1).join(", "), wanted.at(-1)].filter(Boolean).join(text.and);
  const ask = facts.asksContact && slots.includes("phone") ? ({ ask: "contact" } as const) : {};
  return [
    changed(state, { asking: { for: "contact" } }),
    { text: slots.length === 3 ? text.needAll : text.need(list), ...ask },
  ];
}

/** One confirmation: each line, unit price, shipping, total, who sells, where to; at most ten rows. */
function confirmation(context: Context, title: string): Step {
  const { text, facts } = context;
  const cart = context.state.cart.filter((line) => lineWords(context, line));
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
  const { name = "", phone = "", address = "" } = context.state.contact;
  const spoken = parsePhone(phone);
  return say(changed(context.state, { cart, asking: { for: "confirmation", prices } }), {
    text: [
      title,
      ...folded(rows, GOODS_ROWS),
      text.confirmTotal(formatVnd(shipping), facts.shop.sample ? `${total} (${text.sampleMark})` : total),
      text.confirmSellers(sellers),
      text.confirmRecipient(name, spoken ? formatPhone(spoken) : phone, address),
      text.confirmAsk,
    ].join("\n"),
    choices: [
      { label: text.yes, payload: "yes" },
      { label: text.notYet, payload: "no" },
      { label: text.person, payload: "person" },
    ],
  });
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
  const { state, text } = context;
  const phone = parsePhone(state.contact.phone ?? "");
  const { name, address } = state.contact;
  if (!phone || name === undefined || address === undefined) return checkout(context);
  const lines = state.cart.map((line, place) => ({ ...line, price: prices[place] ?? (0 as Vnd) }));
  const wish = { lines, recipient: { name, phone, address }, language: state.language };
  return perform(state, "place-order", wish, (outcome) => {
    if (isRefused(outcome)) return refused(context, outcome);
    const orders = [outcome.id, ...(state.orders ?? [])].slice(0, MOST_ORDERS);
    const after = changed(state, { cart: [], asking: undefined, pending: undefined, orders });
    return say(after, { text: placedWords(context, outcome), choices: [{ label: text.browse, payload: "menu" }] });
  });
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
      return saidBefore([{ text: text.askPriceFirst(name) }], showCart(without));
    case "not-sold-here":
      return saidBefore([{ text: text.notSoldInChat(name) }], showCart(without));
    case "producer-closed":
      return saidBefore([{ text: text.closed(name, refusal.producer) }], showCart(without));
  }
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
