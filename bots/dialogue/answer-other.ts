/** Words without a purpose we know: a thing pointed at, a remark on the cart, small talk, names of goods and places. */
import { type ProductId } from "../../shared/domain/ids.ts";
import { type Heard } from "./answer-question.ts";
import { agree, disagree } from "./choose.ts";
import { keepAsking } from "./flows/aside.ts";
import { findByWords, showProducts } from "./flows/browse.ts";
import { addItems, showCart } from "./flows/cart.ts";
import { removeItems } from "./flows/change-cart.ts";
import { afterContact } from "./flows/contact.ts";
import { proposeReading } from "./flows/proposal.ts";
import { askContents, setsSaid, takeSets } from "./flows/sets.ts";
import { answerTopic, greet, notUnderstood } from "./flows/talk.ts";
import { byPlace, byPrice, shownProducts, singleOut } from "./single-out.ts";
import { changed, tellsMore } from "./state.ts";
import { type Context, type Step } from "./step.ts";
import { topicOf, wordsOf } from "./topics.ts";

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

/** "à thôi giữ lại": what was taken out last. */
const TAKES_BACK = / (?:giu|lay|de) (?:lai|nguyen) | (?:van|cu) (?:lay|giu|de) /;

const HELLO = /^ (?:da )?(?:xin )?(?:chao|hello|hi|helo|alo|hey|good (?:morning|afternoon|evening)) /;

/** Terms, small talk, names of things and places without a verb. Only then is it not understood. */
export function answerOther(context: Context, heard: Heard): Step {
  const { reading, words, answer, before } = heard;
  const calm = { ...context, state: changed(context.state, { misses: undefined }) };
  if (tellsMore(before, context.state.contact)) return afterContact(calm);
  const pointed = pointedAt(calm, heard);
  if (pointed) return pointed;
  const { dropped = [] } = calm.state;
  if (dropped.length > 0 && TAKES_BACK.test(wordsOf(words))) return addItems(calm, dropped);
  if (answer === "no") return disagree(calm);
  if (answer === "yes") return agree(calm);
  const sets = setsSaid(words);
  if (sets !== undefined) return calm.state.cart.length === 0 ? askContents(calm, sets) : takeSets(calm, sets);
  const mentioned = reading.mentions.map((id) => id as ProductId);
  const topic = topicOf(words);
  const praises = mentioned.length > 0 && (topic === "thanks" || topic === "chat") && calm.state.orders === undefined;
  if (topic !== undefined && !praises) return answerTopic(calm, topic);
  if (HELLO.test(wordsOf(words))) return greet(calm);
  if (isRemark(calm, words)) return showCart(calm);
  const found = findByWords(context, words);
  if (found.length > 0) return keepAsking(calm, showProducts(calm, found));
  if (mentioned.length > 0) return keepAsking(calm, showProducts(calm, mentioned));
  if (reading.phone !== null || reading.address !== null || reading.name !== null) return afterContact(calm);
  return proposeReading(context, heard, notUnderstood);
}
