/** What is done about each purpose a message can have. */
import { type ProductId } from "../../shared/domain/ids.ts";
import { type Reading } from "../understanding/reading.ts";
import { toPending } from "./pending.ts";
import { agree, disagree } from "./choose.ts";
import { type Heard } from "./answer-question.ts";
import { keepAsking } from "./flows/aside.ts";
import { answerAsked } from "./flows/answer-asked.ts";
import { findByWords, showProducts } from "./flows/browse.ts";
import { addItems, clearCart, showCart } from "./flows/cart.ts";
import { changeItems, removeItems } from "./flows/change-cart.ts";
import { checkout } from "./flows/checkout.ts";
import { afterContact, takeAsConverted } from "./flows/contact.ts";
import { cancelSomething, showOrders } from "./flows/orders.ts";
import { reopen } from "./flows/reopen.ts";
import { takeOrder } from "./flows/take-order.ts";
import {
  answerTopic,
  callPerson,
  complain,
  enquire,
  greet,
  notUnderstood,
  subscribe,
  unsubscribe,
} from "./flows/talk.ts";
import { byPlace, byPrice, shownProducts, singleOut } from "./single-out.ts";
import { refusedInCart } from "./refused.ts";
import { changed, type Pending, tellsMore } from "./state.ts";
import { showFairs } from "./flows/fairs.ts";
import { type Context, say, type Step } from "./step.ts";
import { isEnquiry, topicOf, wordsOf } from "./topics.ts";

export function answerIntent(context: Context, heard: Heard): Step {
  const calm = { ...context, state: changed(context.state, { misses: undefined }) };
  const { reading, words } = heard;
  if (asksForTerms(heard)) return enquire(about(calm, reading), words);
  if (isOnlyAddress(context, heard)) return afterContact(calm);
  switch (reading.intent) {
    case "order":
    case "add":
    case "remove":
    case "change_quantity":
      return changeOrder(calm, heard);
    case "ask_price":
    case "ask_product":
      // "đổi sang miến khoai được không" asks politely for a change.
      return givenUp(calm, heard).length > 0 ? changeOrder(calm, heard) : answerAsked(calm, heard);
    case "ask_event":
      return showFairs(calm);
    case "checkout":
      return close(calm, heard);
    case "confirm":
      return agree(calm);
    case "cancel_order":
      return giveUp(calm, words);
    case "order_status":
      return askedAfterOrder(calm, words);
    case "give_contact":
      return contactGiven(calm, heard);
    case "greet":
      return greet(calm);
    case "handover":
      // "gọi cho tôi số này" of somebody who asked for terms: they will be called back anyway.
      if (reading.phone !== null && calm.state.leads?.wholesale !== undefined) return contactGiven(calm, heard);
      return wantsAdvice(words) ? answerTopic(calm, "advice") : callPerson(calm);
    case "complaint":
      return complain(calm, words);
    case "subscribe":
      return subscribe(calm, reading.mentions[0] as ProductId | undefined);
    case "unsubscribe":
      return unsubscribe(calm);
    case "other":
      return answerOther(context, heard);
  }
}

/** A product asked after in passing is what "lấy 100 gói luôn" means next. */
const about = (context: Context, { mentions }: Reading): Context => {
  const [only] = mentions.length === 1 ? productIds(mentions) : [];
  return only === undefined ? context : { ...context, state: changed(context.state, { focus: only }) };
};

/** What was taken for strange goods turned out to be where the goods go. */
const isOnlyAddress = ({ state }: Context, { reading, before }: Heard): boolean =>
  reading.items.length > 0 &&
  reading.items.every(({ unknown }) => unknown !== undefined) &&
  reading.address === null &&
  state.contact.address !== before.address;

/** Orders are taken at the price shown, whatever else a shop says; a question about terms is for people. */
function asksForTerms({ reading: { intent, items }, words }: Heard): boolean {
  if (!isEnquiry(words)) return false;
  if (intent === "order") return items.every(({ quantity }) => quantity === null);
  return ["other", "ask_price", "ask_product", "greet", "give_contact", "subscribe"].includes(intent);
}

function changeOrder(context: Context, said: Heard): Step {
  const heard = { ...said, reading: withRefused(context, said) };
  const { reading } = heard;
  const items = reading.items.map((item) => ({
    ...ofCart(context, toPending(item), heard.words),
    quantity: item.quantity,
    ...(item.times === undefined ? {} : { times: item.times }),
  }));
  if (context.state.cart.length === 0 && reading.intent !== "order" && context.state.asking === undefined) {
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

/** The reading with what its words take out of the cart besides. */
function withRefused(context: Context, { reading, words }: Heard): Reading {
  const named = new Set(reading.items.flatMap(({ product, candidates }) => [product, ...(candidates ?? [])]));
  const refused = refusedInCart(context, words).filter((id) => !named.has(id) && !reading.negated.includes(id));
  return refused.length === 0 ? reading : { ...reading, negated: [...reading.negated, ...refused] };
}

const SWAPS =
  / (?:doi|chuyen|thay|swap|change|switch)(?: (?!dia chi|so)\S+){0,4} (?:sang|qua|thanh|bang|lay|to|for|with) | (?:vay|the|a|ma) thoi (?:em |minh |chi |anh |toi )?(?:lay|cho|dat|mua) /;

/** "đổi sang miến khoai": for what was talked of last, where nothing is named. */
function givenUp({ state }: Context, { reading, words }: Heard): readonly ProductId[] {
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

/** "shop tư vấn giúp e": about goods, which we can show; a person only where one is asked for. */
const wantsAdvice = (words: string): boolean =>
  / (?:tu van|goi y) /.test(wordsOf(words)) &&
  !/ (?:nhan vien|nguoi|gap|goi|ai|chu|truc tiep|lien he|noi chuyen|sdt|so|person|human|staff) /.test(wordsOf(words));

/** "chốt": what is in the cart, and what the same breath names, as said last. */
function close(context: Context, heard: Heard): Step {
  if (heard.reading.items.length > 0) return takeOrder(context, heard);
  const { state } = context;
  if (state.asking?.for === "conversion") return takeAsConverted(context);
  if (state.cart.length === 0 && state.asking === undefined && state.orders !== undefined) return showOrders(context);
  return afterContact(context);
}

function contactGiven(context: Context, { reading, answer, before }: Heard): Step {
  const { text, state } = context;
  if (reading.phone === null && reading.invalidPhone !== null) return say(state, { text: text.badPhone });
  if (answer === "no") return disagree(context);
  // "à sai số rồi, 0912…" after the order was placed.
  const isNew = tellsMore(before, state.contact);
  return isNew ? reopen(context, checkout, () => afterContact(context)) : afterContact(context);
}

/** "mai giao được không" of a cart is about terms; only of an order is it about the order. */
function askedAfterOrder(context: Context, words: string): Step {
  const topic = context.state.orders === undefined ? topicOf(words) : undefined;
  return topic === undefined ? showOrders(context) : answerTopic(context, topic);
}

/** The lexicon was built from the catalogue, so what it names is a product. */
const productIds = (ids: readonly string[]): readonly ProductId[] => ids.map((id) => id as ProductId);

/** "huỷ": the cart that is being filled, else an order that waits; "đơn vừa đặt" is always the order. */
function giveUp(context: Context, words: string): Step {
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

const REFUSES = / (?:khong|ko|k|hong|hok|dung|khoi|thoi|bo|bot|no|not) /;

/** "không lấy nấm nữa", "loại dong ấy": words of what is in the cart, or on the list shown last. */
function pointedAt(context: Context, { words }: Heard): Step | undefined {
  const inCart = context.state.cart.map(({ product }) => product);
  const gone = REFUSES.test(wordsOf(words)) ? (byPlace(inCart, words) ?? singleOut(context, inCart, words)) : undefined;
  if (gone !== undefined) return removeItems(context, [{ product: gone, quantity: null, unit: null }]);
  const shown = shownProducts(context);
  const wanted = byPlace(shown, words) ?? byPrice(context, shown, words) ?? singleOut(context, shown, words);
  return wanted === undefined ? undefined : addItems(context, [{ product: wanted, quantity: null, unit: null }]);
}

/** "khô nhé", "không phải ớt", "ship luôn về quán em": said of what is chosen already, which is shown again. */
function isRemark(context: Context, words: string): boolean {
  const inCart = context.state.cart.map(({ product }) => product);
  const said = wordsOf(words);
  if (inCart.length === 0 || words.includes("?") || said.trim().split(" ").length > 8) return false;
  return REFUSES.test(said) || GOES_ON.test(said) || singleOut(context, inCart, words) !== undefined;
}

const GOES_ON = / (?:ship|giao|gui|chot|dat|lay) .*(?:luon|di|nhe|nha|ve|den|toi|cho) /;

const HELLO = /^ (?:da )?(?:xin )?(?:chao|hello|hi|helo|alo|hey|good (?:morning|afternoon|evening)) /;

/** Terms, small talk, names of things and places without a verb. Only then is it not understood. */
function answerOther(context: Context, heard: Heard): Step {
  const { reading, words, answer, before } = heard;
  const calm = { ...context, state: changed(context.state, { misses: undefined }) };
  if (tellsMore(before, context.state.contact)) return afterContact(calm);
  const pointed = pointedAt(calm, heard);
  if (pointed) return pointed;
  if (answer === "no") return disagree(calm);
  if (answer === "yes") return agree(calm);
  const topic = topicOf(words);
  if (topic !== undefined) return answerTopic(calm, topic);
  if (HELLO.test(wordsOf(words))) return greet(calm);
  if (isRemark(calm, words)) return showCart(calm);
  const found = findByWords(context, words);
  if (found.length > 0) return keepAsking(calm, showProducts(calm, found));
  if (reading.mentions.length > 0) return keepAsking(calm, showProducts(calm, productIds(reading.mentions)));
  if (reading.phone !== null || reading.address !== null || reading.name !== null) return afterContact(calm);
  return notUnderstood(context);
}
