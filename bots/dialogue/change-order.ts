/** What an order, an addition, a removal or another number does to the cart; and giving the whole up. */
import { type ProductId } from "../../shared/domain/ids.ts";
import { type Reading } from "../understanding/reading.ts";
import { type Heard } from "./answer-question.ts";
import { clearCart } from "./flows/cart.ts";
import { changeItems, removeItems } from "./flows/change-cart.ts";
import { cancelSomething } from "./flows/orders.ts";
import { reopen } from "./flows/reopen.ts";
import { setsSaid, takeSets } from "./flows/sets.ts";
import { forWhatComes, takeOrder } from "./flows/take-order.ts";
import { toPending } from "./pending.ts";
import { refusedInCart } from "./refused.ts";
import { byPlace, singleOut } from "./single-out.ts";
import { type Pending } from "./state.ts";
import { type Context, say, type Step } from "./step.ts";
import { wordsOf } from "./topics.ts";

export function changeOrder(context: Context, said: Heard): Step {
  const heard = { ...said, reading: withRefused(context, said) };
  const { reading } = heard;
  const [only, ...more] = reading.items;
  const sets = context.state.sets === undefined ? undefined : setsSaid(heard.words);
  if (sets !== undefined && !names(reading.items)) return takeSets(context, sets);
  if (only && more.length === 0 && only.product === null && DANGLES.test(wordsOf(heard.words)))
    return forWhatComes(say(context.state, { text: context.text.ofWhat }), only);
  const items = reading.items.map((item) => ({
    ...ofCart(context, toPending(item), heard.words),
    quantity: item.quantity,
    ...(item.times === undefined ? {} : { times: item.times }),
  }));
  if (
    !anew(heard) &&
    context.state.cart.length === 0 &&
    reading.intent !== "order" &&
    context.state.asking === undefined
  ) {
    const otherwise = () => (reading.intent === "remove" ? giveUp(context, heard.words) : takeOrder(context, heard));
    return reopen(context, (opened) => changeOrder(opened, heard), otherwise);
  }
  if (reading.intent === "remove") return removeItems(context, items);
  // A nameless amount of a thing in the cart is its new number.
  if (reading.intent === "order" && names(items) && !names(heard.reading.items)) return changeItems(context, items, []);
  const given = givenUp(context, heard);
  const swapped = reading.negated.length > 0 && SWAPS.test(wordsOf(heard.words));
  if (given.length > 0 || swapped || (reading.intent === "change_quantity" && context.state.cart.length > 0)) {
    return changeItems(context, items, [...reading.negated, ...given, ...takenOut(reading, heard.words)]);
  }
  return takeOrder(context, heard);
}

/** "với 1", and the rest comes with the next message. */
const DANGLES =
  /^ (?:voi|va|vs|and|plus)(?: lai)? (?:\d+|mot|hai|ba|bon|nam|one|two|three)(?: (?:goi|hop|chai|lo|kg|can|tui|con))? $/;

/** "đặt thêm 1 đơn như vừa rồi": another order, not more of the last. */
const anew = ({ reading, words }: Heard): boolean =>
  reading.asBefore.order || / (?:don (?:moi|khac|nua)|(?:1|mot) don) /.test(wordsOf(words));

/** The reading with what its words take out of the cart besides. */
function withRefused(context: Context, { reading, words }: Heard): Reading {
  const named = new Set(reading.items.flatMap(({ product, candidates }) => [product, ...(candidates ?? [])]));
  const refused = refusedInCart(context, words).filter((id) => !named.has(id) && !reading.negated.includes(id));
  return refused.length === 0 ? reading : { ...reading, negated: [...reading.negated, ...refused] };
}

const SWAPS =
  / (?:doi|chuyen|thay|swap|change|switch)(?: (?!dia chi|so)\S+){0,4} (?:sang|qua|thanh|bang|lay|to|for|with) | (?:vay|the|a|ma) thoi (?:em |minh |chi |anh |toi )?(?:lay|cho|dat|mua) /;

/** "đổi sang miến khoai", politely with "được không": for what was talked of last, where nothing is named. */
export function givenUp({ state }: Context, { reading, words }: Heard): readonly ProductId[] {
  const [item] = reading.items;
  const isNew =
    item !== undefined && item.product !== null && !state.cart.some(({ product }) => product === item.product);
  if (!isNew || / (?:them|nua|voi) /.test(wordsOf(words)) || reading.negated.length > 0 || !SWAPS.test(wordsOf(words)))
    return [];
  const line = state.cart.findLast(({ product }) => product === state.focus) ?? state.cart.at(-1);
  return line ? [line.product] : [];
}

const names = (items: readonly { product: string | null }[]): boolean => items.some(({ product }) => product !== null);

/** "à dong lấy 3": one telling word of a thing in the cart. */
function ofCart(context: Context, item: Pending, words: string): Pending {
  if (item.product !== null || item.candidates) return item;
  const inCart = context.state.cart.map(({ product }) => product);
  const said = inCart.length > 1 ? (byPlace(inCart, words) ?? singleOut(context, inCart, words)) : undefined;
  return said === undefined ? item : { ...item, product: said };
}

/** "mà bỏ hạt dẻ, lấy trám": named to be taken out beside what is wanted. */
const takenOut = ({ mentions, items }: Reading, words: string): readonly string[] =>
  / (?:bo|khoi|xoa|huy|(?:khong|dung) (?:lay|mua)) /.test(wordsOf(words))
    ? mentions.filter((id) => !items.some(({ product, candidates }) => product === id || candidates?.includes(id)))
    : [];

/** "huỷ": the cart that is being filled, else an order that waits; "đơn vừa đặt" is always the order. */
export function giveUp(context: Context, words: string): Step {
  const inCart = context.state.cart.map(({ product }) => product);
  const one = inCart.length > 1 ? (byPlace(inCart, words) ?? singleOut(context, inCart, words)) : undefined;
  if (one !== undefined) return removeItems(context, [{ product: one, quantity: null, unit: null }]);
  const { cart, orders } = context.state;
  const placed =
    orders !== undefined && / (?:vua|da|hoi|luc) (?:dat|nay|roi)| don (?:do|nay|truoc|cu) /.test(wordsOf(words));
  return cart.length > 0 && !(placed && context.state.asking?.for !== "confirmation")
    ? clearCart(context)
    : cancelSomething(context);
}
