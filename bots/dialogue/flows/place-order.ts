/** A yes to what was shown becomes an order; where the world has moved meanwhile, what changed is said and asked anew. */
import { type ProductId } from "../../../shared/domain/ids.ts";
import { formatVnd, type Vnd } from "../../../shared/domain/money.ts";
import { isRefused } from "../../../shared/domain/result.ts";
import { type PlaceOrderRefusal } from "../../../shared/usecases/place-order.ts";
import { changed, type State } from "../state.ts";
import { type Context, perform, type Placed, say, saidBefore, type Step } from "../step.ts";
import { countOf } from "../visit-line.ts";
import { offerWords, priceWords, quantityWords } from "../words.ts";
import { addItems, showCart } from "./cart.ts";
import { checkout, confirmation, isReady } from "./checkout.ts";
import { dropLeads } from "./leads.ts";
import { paysByTransfer, slipMessages } from "./pay.ts";
import { recipientOf, travels } from "./recipient.ts";
import { whileOpen } from "./reopen.ts";

const MOST_ORDERS = 5;

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
  const gone = { asking: undefined, pending: undefined, replaces: undefined, dropped: undefined, sets: undefined };
  const after = { ...gone, pay: undefined, cart: [], orders, last: state.cart };
  const choices = [{ label: text.browse, payload: "menu" }];
  return dropLeads({ ...context, state: changed(state, after) }, ["phone"], (done) =>
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
