/** What is done about each purpose a message can have. */
import { type ProductId } from "../../shared/domain/ids.ts";
import { type Reading, type ReadItem } from "../understanding/reading.ts";
import { toPending } from "./pending.ts";
import { agree } from "./choose.ts";
import { findByWords, showMenu, showProducts } from "./flows/browse.ts";
import { addItems, changeItems, removeItems } from "./flows/cart.ts";
import { checkout } from "./flows/checkout.ts";
import { afterContact } from "./flows/contact.ts";
import { cancelSomething, showOrders } from "./flows/orders.ts";
import { callPerson, complain, greet, noteLead, notUnderstood } from "./flows/talk.ts";
import { clearCart } from "./flows/cart.ts";
import { changed } from "./state.ts";
import { type Context, say, saidBefore, type Step } from "./step.ts";

export function answerIntent(context: Context, reading: Reading): Step {
  const calm = { ...context, state: changed(context.state, { misses: undefined }) };
  const { text } = context;
  switch (reading.intent) {
    case "order":
    case "add":
      return takeOrder(calm, reading);
    case "remove":
      return removeItems(calm, [...reading.items.map(toPending), ...refusedItems(reading)]);
    case "change_quantity":
      return changeItems(calm, reading.items.map(toPending), reading.negated);
    case "ask_price":
    case "ask_product":
      return showAsked(calm, reading);
    case "ask_event":
      return showMenu(calm, text.noEvents);
    case "checkout":
      return reading.items.length > 0 && calm.state.cart.length === 0 ? takeOrder(calm, reading) : checkout(calm);
    case "confirm":
      return agree(calm);
    case "cancel_order":
      return giveUp(calm);
    case "order_status":
      return showOrders(calm);
    case "give_contact":
      return reading.invalidPhone !== null ? say(calm.state, { text: text.badPhone }) : afterContact(calm);
    case "greet":
      return greet(calm);
    case "handover":
      return callPerson(calm);
    case "complaint":
      return complain(calm);
    case "subscribe":
      return noteLead(calm, "news", text.browse, text.subscribed);
    case "unsubscribe":
      return say(calm.state, { text: text.unsubscribed });
    case "other":
      return answerOther(context, reading);
  }
}

/** Items into the cart; what is not sold here is said. A relative quantity multiplies what the cart holds. */
function takeOrder(context: Context, reading: Reading): Step {
  const unknown = reading.items.flatMap(({ unknown }) => unknown ?? []);
  const notes = unknown.length > 0 ? [{ text: context.text.notKnown(unknown.join(", ")) }] : [];
  const items = reading.items
    .filter((item) => item.unknown === undefined)
    .map((item) => toPending(inCart(context, item)));
  const meant = items.map((item) =>
    item.product === null && !item.candidates && context.state.focus !== undefined
      ? { ...item, product: context.state.focus }
      : item,
  );
  const usable = meant.filter((item) => item.product !== null || item.candidates);
  if (usable.length > 0) return saidBefore(notes, addItems(context, usable));
  const invalid = reading.invalidPhone !== null ? [{ text: context.text.badPhone }] : [];
  return saidBefore([...notes, ...invalid], context.state.cart.length > 0 ? checkout(context) : showMenu(context));
}

/** "gấp đôi lên": as many again as the cart holds of it. */
function inCart({ state }: Context, item: ReadItem): ReadItem {
  if (item.times === undefined) return item;
  const line = state.cart.findLast(({ product }) => product === (item.product ?? state.focus));
  return line
    ? { ...item, product: line.product, unit: line.unit, quantity: line.quantity * (item.times - 1) || null }
    : item;
}

const refusedItems = (reading: Reading) =>
  reading.negated
    .filter((id) => !reading.items.some(({ product }) => product === id))
    .map((id) => ({ product: id as ProductId, quantity: null, unit: null }));

function showAsked(context: Context, reading: Reading): Step {
  const ids = reading.items.flatMap((item) => (item.product === null ? (item.candidates ?? []) : [item.product]));
  const unknown = reading.items.flatMap(({ unknown }) => unknown ?? []);
  if (ids.length > 0) return showProducts(context, productIds(ids));
  if (unknown.length > 0) return showMenu(context, context.text.notKnown(unknown.join(", ")));
  return context.state.focus === undefined ? showMenu(context) : showProducts(context, [context.state.focus]);
}

/** The lexicon was built from the catalogue, so what it names is a product. */
const productIds = (ids: readonly string[]): readonly ProductId[] => ids.map((id) => id as ProductId);

/** "huỷ": the cart that is being filled, else an order that waits. */
function giveUp(context: Context): Step {
  return context.state.cart.length > 0 ? clearCart(context) : cancelSomething(context);
}

/** Names of things, groups and places without a verb: show them. Only then is it not understood. */
function answerOther(context: Context, reading: Reading): Step {
  const { content } = context.incoming;
  const found = findByWords(context, content.kind === "text" ? content.text : "");
  const calm = { ...context, state: changed(context.state, { misses: undefined }) };
  if (found.length > 0) return showProducts(calm, found);
  if (reading.mentions.length > 0) return showProducts(calm, productIds(reading.mentions));
  return notUnderstood(context);
}
