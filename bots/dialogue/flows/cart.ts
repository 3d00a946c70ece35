/** The cart: what goes in, what comes out, and how it is shown. */
import { sum, formatVnd } from "../../../shared/domain/money.ts";
import { type CartLine } from "../../../shared/domain/order.ts";
import { type ProductId } from "../../../shared/domain/ids.ts";
import { resolveItem } from "../resolve-item.ts";
import { changed, type Pending, type State } from "../state.ts";
import { type Context, say, saidBefore, type Step } from "../step.ts";
import { isVisit, joined } from "../visit-line.ts";
import { visitOf } from "../../../shared/domain/visit.ts";
import { amountOf, lineWords, numbered } from "../words.ts";
import { checkout, emptyCart, isReady } from "./checkout.ts";
import { keepLead } from "./leads.ts";
import { askContact, missing, travels } from "./recipient.ts";
import { askVisit } from "./visit.ts";

const MAX_LINES = 20;

/** Takes items into the cart one after another; the first that needs a question stops the rest, which wait. */
export function addItems(context: Context, items: readonly Pending[]): Step {
  let state = changed(context.state, { asking: undefined, pending: undefined });
  const notes: string[] = [];
  const wanted = onceEach(items);
  for (const [place, item] of wanted.entries()) {
    const resolved = resolveItem({ ...context, state }, item);
    if (resolved.kind === "ask") {
      const rest = wanted.slice(place + 1);
      const waiting = changed(state, { asking: resolved.asking, pending: rest.length > 0 ? rest : undefined });
      return saidBefore(asReplies(notes), say(waiting, resolved.question));
    }
    if (resolved.kind === "note") {
      notes.push(resolved.text);
      state = changed(state, { focus: resolved.focus ?? state.focus });
      if (resolved.unpriced && resolved.focus) return askSeller({ ...context, state }, resolved.focus, notes);
      if (resolved.seasonal && resolved.focus) state = offeredNews(state, resolved.focus, wanted.length === 1);
    } else {
      if (state.cart.length >= MAX_LINES) return say(state, { text: context.text.tooManyLines(MAX_LINES) });
      state = changed(state, { cart: withLine(state.cart, resolved.line), focus: resolved.line.product });
    }
  }
  const done = state.cart.some(isVisit) ? changed(state, { visit: undefined }) : state;
  return saidBefore(asReplies(notes), afterAdding({ ...context, state: done }));
}

/** A product without a number says nothing beside the same with one. */
const onceEach = (items: readonly Pending[]): readonly Pending[] =>
  items.filter(
    (item, place) =>
      item.quantity !== null ||
      item.product === null ||
      (items.findIndex((other) => other.product === item.product && other.quantity !== null) < 0 &&
        items.findIndex((other) => other.product === item.product) === place),
  );

export const asReplies = (notes: readonly string[]) => (notes.length > 0 ? [{ text: notes.join("\n") }] : []);

/** Only a question that stands alone can be answered by a bare "ừ". */
const offeredNews = (state: State, product: ProductId, alone: boolean): State =>
  alone && state.cart.length === 0 ? changed(state, { asking: { for: "news", product } }) : state;

/** Whoever has given everything already sees the confirmation at once; others see the cart. */
export const afterAdding = (context: Context): Step =>
  isReady(context) ? checkout(context) : context.state.cart.length > 0 ? showCart(context) : say(context.state);

/** A product without a price: the seller is asked by a lead. */
const askSeller = (context: Context, product: ProductId, notes: readonly string[]): Step =>
  keepLead(context, { kind: "phone", interest: context.facts.listings.get(product)?.name ?? product }, (noted) =>
    saidBefore(asReplies(notes), noted.state.cart.length > 0 ? afterAdding(noted) : say(noted.state)),
  );

/** The same product in the same unit is one line; of a stay, the same stay. */
export function withLine(cart: readonly CartLine[], line: CartLine): readonly CartLine[] {
  const same = cart.find(({ product, unit }) => product === line.product && unit === line.unit);
  if (!same) return [...cart, line];
  if (isVisit(same) && isVisit(line)) return cart.map((each) => (each === same ? joined(same, line) : each));
  const quantity = Math.round((same.quantity + line.quantity) * 1000) / 1000;
  return cart.map((each) => (each === same ? { ...same, quantity } : each));
}

/** Whoever has given everything sees it as the confirmation. */
export function showCart(context: Context): Step {
  const { text } = context;
  if (isReady(context)) return checkout(context);
  const state = changed(context.state, {
    cart: context.state.cart.filter((line) => lineWords(context, line)),
    asking: { for: "contact" },
  });
  if (state.cart.length === 0) return emptyCart({ ...context, state });
  const held = { ...context, state };
  const shown = [text.cartTitle, numbered(state.cart.flatMap((line) => cartWords(held, line) ?? []))];
  // A number is then an answer, and no choice.
  const visit = askVisit(held);
  if (visit) return say(visit.state, { text: [...shown, ...visit.replies.map((reply) => reply.text)].join("\n") });
  const total = formatVnd(sum(state.cart.flatMap((line) => amountOf(held, line) ?? [])));
  const slots = missing(held);
  const ask = slots.length > 0 ? [askContact(held, slots)] : [];
  return say(state, {
    text: [...shown, travels(held) ? text.cartTotal(total) : text.visits.subtotal(total), ...ask].join("\n"),
    choices: [
      { label: text.checkout, payload: "out" },
      { label: text.more, payload: "menu" },
    ],
  });
}

/** A visit whose days are not known has no amount yet. */
function cartWords(context: Context, line: CartLine): string | undefined {
  const words = lineWords(context, line);
  if (!words || !isVisit(line) || visitOf(line.visit)) return words && context.text.cartLine(words);
  return context.text.visits.onTheWay(words.name, words.what);
}

const browse = ({ text }: Context) => ({ label: text.browse, payload: "menu" });

export const clearCart = (context: Context): Step =>
  say(
    changed(context.state, {
      cart: [],
      dropped: context.state.cart,
      sets: undefined,
      asking: undefined,
      pending: undefined,
      replaces: undefined,
      visit: undefined,
    }),
    {
      text: context.text.cartCleared,
      choices: [browse(context)],
    },
  );
