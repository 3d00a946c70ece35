/** What is done about each purpose a message can have. */
import { type ProductId } from "../../shared/domain/ids.ts";
import { nfc } from "../../shared/domain/text.ts";
import { type Reading } from "../understanding/reading.ts";
import { agree, disagree } from "./choose.ts";
import { answerOther } from "./answer-other.ts";
import { type Heard } from "./answer-question.ts";
import { changeOrder, givenUp, giveUp } from "./change-order.ts";
import { answerAsked } from "./flows/answer-asked.ts";
import { checkout } from "./flows/checkout.ts";
import { answerClosing } from "./flows/closing.ts";
import { afterContact, takeAsConverted } from "./flows/contact.ts";
import { showOrders } from "./flows/orders.ts";
import { reopen } from "./flows/reopen.ts";
import { takeOrder } from "./flows/take-order.ts";
import { answerTopic, callPerson, complain, enquire, greet, subscribe, unsubscribe } from "./flows/talk.ts";
import { changed, tellsMore } from "./state.ts";
import { askedOfFair, showFairs } from "./flows/fairs.ts";
import { type Context, say, type Step } from "./step.ts";
import { isEnquiry, topicOf, wordsOf } from "./topics.ts";

export function answerIntent(context: Context, heard: Heard): Step {
  const spoken = about(context, heard.reading);
  const calm = heeded(spoken);
  if (asksForTerms(heard)) return enquire(asked(calm, heard.reading), heard.words);
  if (isOnlyAddress(context, heard)) return afterContact(calm);
  const closing = askedOfFair(calm, heard) ?? answerClosing(calm, heard);
  if (closing) return closing;
  if (leaves(calm, heard)) return giveUp(calm, heard.words);
  if (asksForPerson(heard)) return askedForPerson(calm, heard);
  return byIntent(calm, heard) ?? answerOther(spoken, heard);
}

/** "thôi em xin phép không lấy": the whole of it. */
const LEAVES = / (?:khong|ko|k|hong|khoi) (?:lay|mua|dat|can)(?: (?:nua|dau|a|nhe|nha|em|shop|ban|roi|ha))* $/;

const leaves = ({ state }: Context, { reading: { intent, items }, words }: Heard): boolean =>
  state.cart.length > 0 &&
  items.length === 0 &&
  ["other", "ask_price", "ask_product"].includes(intent) &&
  LEAVES.test(wordsOf(words));

/** "có ai trực không cho nói chuyện với", read as a hello, a question or goods. */
const asksForPerson = ({ reading: { intent, items }, words }: Heard): boolean =>
  ["greet", "other", "ask_product", "order", "order_status"].includes(intent) &&
  items.every(({ quantity }) => quantity === null) &&
  ASKS_PERSON.test(wordsOf(words));

const ASKS_PERSON =
  / (?:co ai|gap ai|ai do|nguoi nao)(?: \S+){0,4} (?:truc|noi chuyen|ho tro|tra loi) | noi chuyen (?:voi|truc tiep) | gap (?:\S+ )?(?:nhan vien|nguoi that|nguoi phu trach|chu shop|quan ly|tu van vien) |(?:speak|talk|chat) (?:to|with) (?:someone|somebody|a person|a human|staff) /;

/** "để tối về bàn với vợ rồi tính": no complaint, although "vợ rồi" folds like "vỡ rồi". */
const THINKS = /(?:^|\s)để(?!\p{L}).*\s(?:bàn|hỏi|tính|nghĩ|xem)(?!\p{L})/iu;

function complained(context: Context, words: string): Step {
  if (PAYS.test(wordsOf(words))) return answerTopic(context, "payment");
  return THINKS.test(nfc(words)) ? answerTopic(context, "later") : complain(context, words);
}

/** "nhận hàng mới trả tiền đúng ko": how one pays, and nothing to complain of. */
const PAYS =
  / (?:nhan hang|khi nhan|nhan roi)(?: \S+){0,3} (?:tra tien|thanh toan|dua tien) | tra tien (?:mat|khi|sau|luc|luon) | tra tien truoc (?!ma|roi)/;

/** "thiếu 1 gói miến" of somebody whose order was placed: what did not come, and no order. */
const isShort = ({ state }: Context, words: string): boolean =>
  state.orders !== undefined &&
  state.cart.length === 0 &&
  /^ (?:\S+ ){0,4}(?:thieu|giao nham|gui nham|bi (?:vo|hong|moc|be|rach)) /.test(wordsOf(words));

/** Undefined where the message has no purpose we know. */
function byIntent(calm: Context, heard: Heard): Step | undefined {
  const { reading, words } = heard;
  switch (reading.intent) {
    case "order":
      return isShort(calm, words) ? complain(calm, words) : changeOrder(calm, heard);
    case "add":
    case "remove":
    case "change_quantity":
      return changeOrder(calm, heard);
    case "ask_price":
    case "ask_product":
      return givenUp(calm, heard).length > 0 ? changeOrder(calm, heard) : answerAsked(calm, heard);
    case "ask_event":
      return showFairs(calm, words);
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
      return askedForPerson(calm, heard);
    case "complaint":
      return complained(calm, words);
    case "subscribe":
      return subscribe(calm, reading.mentions[0] as ProductId | undefined);
    case "unsubscribe":
      return unsubscribe(calm);
    case "other":
      return undefined;
  }
}

const heeded = (context: Context): Context => ({ ...context, state: changed(context.state, { misses: undefined }) });

/** A product spoken of in passing is what "lấy 100 gói luôn" means next. */
const about = (context: Context, { mentions, items }: Reading): Context => {
  const [only] = mentions.length === 1 && items.length === 0 ? mentions : [];
  // The lexicon was built from the catalogue, so what it names is a product.
  return only === undefined ? context : { ...context, state: changed(context.state, { focus: only as ProductId }) };
};

/** The one thing that terms are asked for: whoever calls back is to know it. */
function asked(context: Context, { items }: Reading): Context {
  const [only, ...others] = items.flatMap(({ product }) => product ?? []);
  return only === undefined || others.length > 0
    ? context
    : { ...context, state: changed(context.state, { focus: only as ProductId }) };
}

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

/** "shop tư vấn giúp e": about goods, which we can show; a person only where one is asked for. */
const wantsAdvice = (words: string): boolean =>
  / (?:tu van|goi y) /.test(wordsOf(words)) &&
  !/ (?:nhan vien|nguoi|gap|goi|ai|chu|truc tiep|lien he|noi chuyen|sdt|so|person|human|staff) /.test(wordsOf(words));

function askedForPerson(context: Context, heard: Heard): Step {
  // "gọi cho tôi số này" of somebody who asked for terms: they will be called back anyway.
  const calledBack = heard.reading.phone !== null && context.state.leads?.wholesale !== undefined;
  // "cần thì gọi em 0938…": a number beside an order that is being made.
  const beside = heard.reading.phone !== null && context.state.cart.length > 0;
  if (calledBack || beside) return contactGiven(context, heard);
  return wantsAdvice(heard.words) ? answerTopic(context, "advice") : callPerson(context);
}

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
  return isNew ? reopen(context, checkout, () => afterContact(context, true)) : afterContact(context);
}

/** "mai giao được không" of a cart is about terms; only of an order is it about the order. */
function askedAfterOrder(context: Context, words: string): Step {
  const topic = context.state.orders === undefined ? topicOf(words) : undefined;
  return topic === undefined ? showOrders(context) : answerTopic(context, topic);
}
