/** Second thoughts about the cart: less, none, another quantity, one thing in place of another. */
import { type CartLine } from "../../../shared/domain/order.ts";
import { type Pending } from "../state.ts";
import { changed } from "../state.ts";
import { type Context, saidBefore, type Step } from "../step.ts";
import { countOf, isVisit, recounted, uncounted } from "../visit-line.ts";
import { quantityWords } from "../words.ts";
import { addItems, afterAdding, asReplies, showCart } from "./cart.ts";

/** What is to be changed: `times` multiplies what the cart holds. */
export type Change = Pending & { times?: number };

/** "không lấy măng nữa"; with a quantity, that many go; without a product, the line talked of last. */
export function removeItems(context: Context, items: readonly Pending[]): Step {
  let { cart } = context.state;
  const notes: string[] = [];
  for (const item of items) {
    const line = meantLine(context, cart, item);
    if (!line) {
      const known = item.product && context.facts.listings.get(item.product);
      if (known) notes.push(context.text.notInCart(known.name));
      continue;
    }
    const left = item.quantity === null ? 0 : Math.round((countOf(line) - item.quantity) * 1000) / 1000;
    cart = withQuantity(cart, line, left);
    const name = context.facts.listings.get(line.product)?.name ?? line.product;
    const less = `${quantityWords(item.quantity ?? 0, context.state.language)} ${item.unit ?? line.unit}`;
    notes.push(left > 0 ? context.text.lessened(name, less) : context.text.removed(name));
  }
  const dropped = context.state.cart.filter(({ product }) => !cart.some((line) => line.product === product));
  const after = { ...context, state: changed(context.state, { cart, dropped, asking: undefined }) };
  return saidBefore(asReplies(notes), cart.length > 0 ? afterAdding(after) : showCart(after));
}

const withQuantity = (cart: readonly CartLine[], line: CartLine, quantity: number): readonly CartLine[] =>
  quantity > 0
    ? cart.map((each) => (each === line ? recounted(line, quantity) : each))
    : cart.filter((each) => each !== line);

/** "à nhầm, 3 thôi": the quantity is the final one. What is refused goes; what comes for it takes its quantity. */
export function changeItems(context: Context, items: readonly Change[], refused: readonly string[]): Step {
  const gone = context.state.cart.filter(({ product }) => refused.includes(product));
  let cart = context.state.cart.filter((line) => !gone.includes(line));
  const again: Pending[] = [];
  for (const item of items) {
    const line = meantLine(context, cart, item);
    if (line) {
      const wanted = finalQuantity(item, line);
      if (wanted === null) continue;
      cart = cart.flatMap((each) => (each === line ? emptied(line) : [each]));
      again.push({ product: line.product, quantity: wanted, unit: item.unit ?? (isVisit(line) ? null : line.unit) });
    } else again.push(inPlaceOf(context, item, gone));
  }
  const dropped = gone.length > 0 ? gone : context.state.dropped;
  const after = { ...context, state: changed(context.state, { cart, dropped, asking: undefined }) };
  const fresh = again.filter((item) => item.product !== null || item.candidates);
  return fresh.length > 0 ? addItems(after, fresh) : afterAdding(after);
}

/** Goods leave the cart to come in anew; a visit keeps its days. */
export const emptied = (line: CartLine): readonly CartLine[] => (isVisit(line) ? [uncounted(line)] : []);

const finalQuantity = (item: Change, line: CartLine): number | null =>
  item.times === undefined ? item.quantity : Math.round(countOf(line) * item.times * 1000) / 1000;

function inPlaceOf({ facts }: Context, item: Pending, gone: readonly CartLine[]): Pending {
  const [old] = gone;
  if (!old || isVisit(old) || item.quantity !== null || item.product === null) return item;
  const offers = facts.listings.get(item.product)?.offers ?? [];
  const unit = offers.some((offer) => offer.unit === old.unit) ? old.unit : null;
  return { ...item, quantity: old.quantity, unit: item.unit ?? unit };
}

/** The line meant: by product, by the candidate that is in the cart, by unit, else the one talked of last. */
export function meantLine(
  { state }: Pick<Context, "state">,
  cart: readonly CartLine[],
  item: Pending,
): CartLine | undefined {
  if (item.product !== null) {
    const own = cart.filter(({ product }) => product === item.product);
    return own.findLast(({ unit }) => unit === item.unit) ?? own.at(-1);
  }
  if (item.candidates) return cart.findLast(({ product }) => item.candidates?.includes(product));
  const sameUnit = item.unit === null ? [] : cart.filter(({ unit }) => unit === item.unit);
  return (
    sameUnit.findLast(({ product }) => product === state.focus) ??
    sameUnit.at(-1) ??
    cart.findLast(({ product }) => product === state.focus) ??
    cart.at(-1)
  );
}
