/** What a tapped button, or the number or words that stand for it, sets going. A payload is checked like any text. */
import { type Code, parseCode, type OrderId, type ProductId } from "../../shared/domain/ids.ts";
import { STEPS } from "../../shared/domain/parcel-states.ts";
import { addItems, clearCart, showCart } from "./flows/cart.ts";
import { showArea, showAreas, showGroup, showMenu, showProduct } from "./flows/browse.ts";
import { checkout, fingerprint } from "./flows/checkout.ts";
import { placeOrder } from "./flows/place-order.ts";
import { askAgain, keepAsking } from "./flows/aside.ts";
import { settleClaim, showLinkCode, unlink } from "./flows/joining.ts";
import { pickCommune } from "./flows/contact.ts";
import { askFairAgain, tapFair } from "./flows/announce-fair.ts";
import { showFair } from "./flows/fairs.ts";
import { cancel, showOrders } from "./flows/orders.ts";
import { noteMoney, settleStray } from "./flows/money-word.ts";
import { choosePay } from "./flows/pay.ts";
import { dropUnsent, giveBack, holdConversation, sendUnsent } from "./flows/relay.ts";
import { drop, publish } from "./flows/sell.ts";
import { showParcel, showParcels, tapStep } from "./flows/parcels.ts";
import { decide, producerOf } from "./flows/staff.ts";
import { callPerson, notUnderstood, subscribe, unsubscribe, waitForSeason } from "./flows/talk.ts";
import { changed, type State } from "./state.ts";
import { type Context, say, type Step } from "./step.ts";

type Handler = (context: Context, first: string, second: string, third: string) => Step;

const HANDLERS: Readonly<Record<string, Handler>> = {
  menu: (context) => showMenu(context),
  areas: (context) => showAreas(context),
  group: (context, place, page) => showGroup(context, count(place), count(page)),
  area: (context, area, page) => showArea(context, area, count(page)),
  show: (context, product) => showProduct(context, product as ProductId),
  add: (context, product, place) => addOne(context, product as ProductId, count(place)),
  pick: (context, product) => pickProduct(context, product as ProductId),
  cart: (context) => showCart(context),
  clear: (context) => clearCart(context),
  out: (context) => checkout(context),
  yes: (context, mark) => tapYes(context, mark),
  no: (context) => disagree(context),
  commune: (context, place) => pickCommune(context, count(place)),
  link: (context) => showLinkCode(context),
  unlink: (context) => unlink(context),
  same: (context) => (context.state.asking?.for === "same-person" ? agree(context) : notUnderstood(context)),
  orders: (context) => showOrders(context),
  cancel: (context, order) => cancel(context, order as OrderId),
  person: (context) => callPerson(context),
  pay: (context, how) => choosePay(context, how),
  paid: (context, parcel) => noteMoney(context, parcel, "received"),
  refunded: (context, parcel) => noteMoney(context, parcel, "returned"),
  stray: (context, provider, ...id) => settleStray(context, provider, id.filter((part) => part !== "").join(":")),
  stop: (context) => unsubscribe(context),
  accept: (context, parcel) => decideTyped(context, parcel, "accepted"),
  decline: (context, parcel) => decideTyped(context, parcel, "declined"),
  waiting: (context) => showParcels(context),
  parcel: (context, code) => withCode(context, code, (parcel) => showParcel(context, parcel)),
  step: (context, to, code) => stepTyped(context, to, code),
  relay: (context, ...conversation) => holdConversation(context, conversation.join(":")),
  back: (context, ...conversation) => giveBack(context, conversation.join(":")),
  send: (context, ...conversation) => sendUnsent(context, conversation.join(":")),
  unsend: (context) => dropUnsent(context),
  publish: (context) => (isListing(context) ? publish(context) : notUnderstood(context)),
  fair: (context, act, what) => tapFair(context, act, what) ?? notUnderstood(context),
  "about-fair": (context, fair) => showFair(context, fair),
  drop: (context) => (isListing(context) ? drop(context) : notUnderstood(context)),
};

/** Only a producer who is being asked about a listing can publish or drop one. */
const isListing = (context: Context): boolean => producerOf(context) !== undefined && context.state.draft !== undefined;

const count = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : 0);

export function choose(context: Context, payload: string): Step {
  const [name = "", first = "", second = "", third = ""] = payload.split(":");
  const handler = Object.hasOwn(HANDLERS, name) ? HANDLERS[name] : undefined;
  if (!handler) return notUnderstood(context);
  return handler({ ...context, state: changed(context.state, { misses: undefined }) }, first, second, third);
}

/** "2" picks the second of the choices shown, unless a quantity was asked for. */
export function numberedChoice({ choices, asking }: State, text: string): string | undefined {
  if (!choices || asking?.for === "quantity" || asking?.for === "conversion" || asking?.for === "visit")
    return undefined;
  const number = /^\s*(\d{1,2})\s*[.)]?\s*$/.exec(text)?.[1];
  return number === undefined ? undefined : choices[Number(number) - 1];
}

function addOne(context: Context, product: ProductId, place: number): Step {
  const listing = context.facts.listings.get(product);
  const unit = listing?.offers[place]?.unit ?? null;
  return addItems(context, [{ product, quantity: listing?.kind === "goods" ? 1 : null, unit }]);
}

/** The answer to "which one?": the quantity was said before, or is asked now. */
export function pickProduct(context: Context, product: ProductId): Step {
  const { asking, pending = [] } = context.state;
  const said =
    asking?.for === "product" ? { quantity: asking.quantity, unit: asking.unit } : { quantity: null, unit: null };
  return addItems(context, [{ product, ...said }, ...pending]);
}

/** The button of an older confirmation shows what stands now; only the one shown last places an order. */
function tapYes(context: Context, mark: string): Step {
  const { asking } = context.state;
  const shown =
    asking?.for === "confirmation" || asking?.for === "proposal"
      ? fingerprint(context.state, context.incoming.sender.name)
      : "";
  if (mark === shown) return agree(context);
  return context.state.cart.length > 0 ? checkout(context) : say(context.state, { text: context.text.welcome });
}

/** "ừ" means yes to what was asked last, and nothing where nothing was. */
export function agree(context: Context): Step {
  const { asking, pending = [] } = context.state;
  switch (asking?.for) {
    case "confirmation":
      return placeOrder(context, asking.prices);
    case "conversion":
      return addItems(context, [asking.line, ...pending]);
    case "proposal":
      return addItems(context, [...asking.items, ...pending]);
    case "listing":
      return publish(context);
    case "visit":
      return asking.news ? waitForSeason(context, asking.product) : checkout(context);
    // A bare "yes:" is nobody's yes to a card.
    case "fair":
      return askFairAgain(context);
    case "contact":
      return checkout(context);
    case "news":
      return subscribe(context, asking.product);
    case "same-person":
      return settleClaim(context, asking.phone, true);
    case "product":
      return asking.candidates.length > 0 ? keepAsking(context, say(context.state)) : showCart(context);
    case "quantity":
      return askAgain(context) ?? showCart(context);
    case "reason":
    case "parcel":
    case undefined:
      return context.state.cart.length > 0 ? checkout(context) : say(context.state, { text: context.text.thanks });
  }
}

export function disagree(context: Context): Step {
  const { asking, pending } = context.state;
  const state = changed(context.state, { asking: undefined, pending: undefined });
  switch (asking?.for) {
    case "listing":
      return drop(context);
    case "same-person":
      return settleClaim(context, asking.phone, false);
    case "proposal":
      return notUnderstood({ ...context, state });
    case "fair":
      return askFairAgain(context);
    case "conversion":
    case "product":
    case "quantity":
      return pending && pending.length > 0 ? addItems({ ...context, state }, pending) : showCart({ ...context, state });
    case "visit":
    case "confirmation":
    case "contact":
    case "news":
    case "reason":
    case "parcel":
    case undefined:
      return say(state, { text: state.cart.length > 0 ? context.text.keptForLater : context.text.thanks });
  }
}

function decideTyped(context: Context, parcel: string, decision: "accepted" | "declined"): Step {
  return withCode(context, parcel, (code) => decide(context, code, decision));
}

function stepTyped(context: Context, typed: string, parcel: string): Step {
  const to = STEPS.find((step) => step === typed);
  return to ? withCode(context, parcel, (code) => tapStep(context, to, code)) : notUnderstood(context);
}

function withCode(context: Context, typed: string, then: (code: Code) => Step): Step {
  const code = parseCode(typed);
  return code === null ? say(context.state, { text: context.text.noSuchParcel }) : then(code);
}
