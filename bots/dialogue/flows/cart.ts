/** The cart: what goes in, what comes out, and how it is shown. */
import { sum, formatVnd, times } from "../../../shared/domain/money.ts";
import { type CartLine } from "../../../shared/domain/order.ts";
import { type ProductId } from "../../../shared/domain/ids.ts";
import { resolveItem } from "../resolve-item.ts";
import { changed, named, type Pending } from "../state.ts";
import { type Context, perform, say, saidBefore, type Step } from "../step.ts";
import { lineWords, numbered, offerOf } from "../words.ts";
import { checkout, isReady } from "./checkout.ts";

const MAX_LINES = 20;

/** Takes items into the cart one after another; the first that needs a question stops the rest, which wait. */
export function addItems(context: Context, items: readonly Pending[]): Step {
  let state = changed(context.state, { asking: undefined, pending: undefined });
  const notes: string[] = [];
  for (const [place, item] of items.entries()) {
    const resolved = resolveItem({ ...context, state }, item);
    if (resolved.kind === "ask") {
      const rest = items.slice(place + 1);
      const waiting = changed(state, { asking: resolved.asking, pending: rest.length > 0 ? rest : undefined });
      return saidBefore(asReplies(notes), say(waiting, resolved.question));
    }
    if (resolved.kind === "note") {
      notes.push(resolved.text);
      if (resolved.unpriced && resolved.focus) return askSeller({ ...context, state }, resolved.focus, notes);
    } else {
      if (state.cart.length >= MAX_LINES) return say(state, { text: context.text.tooManyLines(MAX_LINES) });
      state = changed(state, { cart: withLine(state.cart, resolved.line), focus: resolved.line.product });
    }
  }
  return saidBefore(asReplies(notes), afterAdding({ ...context, state }));
}

const asReplies = (notes: readonly string[]) => (notes.length > 0 ? [{ text: notes.join("\n") }] : []);

/** Whoever has given everything already sees the confirmation at once; others see the cart. */
const afterAdding = (context: Context): Step =>
  isReady(context) ? checkout(context) : context.state.cart.length > 0 ? showCart(context) : say(context.state);

/** A product without a price: the seller is asked by a lead. */
function askSeller(context: Context, product: ProductId, notes: readonly string[]): Step {
  const { contact } = context.state;
  return perform(context.state, "capture-lead", { kind: "phone", interest: product, ...named(contact) }, () =>
    say(context.state, ...asReplies(notes)),
  );
}

/** The same product in the same unit is one line. */
function withLine(cart: readonly CartLine[], line: CartLine): readonly CartLine[] {
  const same = cart.find(({ product, unit }) => product === line.product && unit === line.unit);
  if (!same) return [...cart, line];
  const quantity = Math.round((same.quantity + line.quantity) * 1000) / 1000;
  return cart.map((each) => (each === same ? { ...same, quantity } : each));
}

export function showCart(context: Context): Step {
  const { text } = context;
  const state = changed(context.state, {
    cart: context.state.cart.filter((line) => lineWords(context, line)),
    asking: { for: "contact" },
  });
  if (state.cart.length === 0)
    return say(changed(state, { asking: undefined }), { text: text.cartEmpty, choices: [browse(context)] });
  const lines = state.cart.flatMap((line) => lineWords(context, line) ?? []);
  const total = sum(state.cart.flatMap((line) => amountOf(context, line)));
  return say(state, {
    text: [text.cartTitle, numbered(lines.map(text.cartLine)), text.cartTotal(formatVnd(total)), text.needAll].join(
      "\n",
    ),
    choices: [
      { label: text.checkout, payload: "out" },
      { label: text.more, payload: "menu" },
      { label: text.clear, payload: "clear" },
    ],
  });
}

const browse = ({ text }: Context) => ({ label: text.browse, payload: "menu" });

const amountOf = (context: Context, line: CartLine) => {
  const price = offerOf(context, line)?.price;
  return price === undefined ? [] : [times(price, line.quantity)];
};

export const clearCart = (context: Context): Step =>
  say(changed(context.state, { cart: [], asking: undefined, pending: undefined }), {
    text: context.text.cartCleared,
    choices: [browse(context)],
  });

/** "không lấy măng nữa"; with a quantity, that many go; without a product, the last line. */
export function removeItems(context: Context, items: readonly Pending[]): Step {
  let { cart } = context.state;
  const notes: string[] = [];
  for (const item of items.length > 0
    ? items
    : [{ product: cart.at(-1)?.product ?? null, quantity: null, unit: null }]) {
    const line = cartLineOf(cart, item);
    if (!line) {
      const known = item.product && context.facts.listings.get(item.product);
      if (known) notes.push(context.text.notInCart(known.name));
      continue;
    }
    const left = item.quantity === null ? 0 : line.quantity - item.quantity;
    cart =
      left > 0
        ? cart.map((each) => (each === line ? { ...line, quantity: left } : each))
        : cart.filter((each) => each !== line);
    notes.push(context.text.removed(context.facts.listings.get(line.product)?.name ?? line.product));
  }
  const after = { ...context, state: changed(context.state, { cart, asking: undefined }) };
  return saidBefore(asReplies(notes), cart.length > 0 ? afterAdding(after) : showCart(after));
}

/** "à nhầm, 3 thôi": the quantity is the final one. */
export function changeItems(context: Context, items: readonly Pending[], refused: readonly string[]): Step {
  const fresh: Pending[] = [];
  let cart = context.state.cart.filter(({ product }) => !refused.includes(product));
  for (const item of items) {
    const line = cartLineOf(
      cart,
      item.product === null && !item.candidates ? { ...item, product: focusOf(context) } : item,
    );
    if (line && item.quantity !== null) {
      cart =
        item.quantity > 0
          ? cart.map((each) => (each === line ? { ...line, quantity: item.quantity ?? 0 } : each))
          : cart;
    } else if (!line) fresh.push(item);
  }
  const after = { ...context, state: changed(context.state, { cart, asking: undefined }) };
  return fresh.length > 0 ? addItems(after, fresh) : afterAdding(after);
}

const focusOf = ({ state }: Context): ProductId | null => state.focus ?? state.cart.at(-1)?.product ?? null;

const cartLineOf = (cart: readonly CartLine[], item: Pending): CartLine | undefined =>
  cart.findLast(
    ({ product }) => product === item.product || (item.product === null && item.candidates?.includes(product)),
  );
