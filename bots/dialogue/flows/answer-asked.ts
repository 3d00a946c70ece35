/** Questions about goods, prices and terms; what was being asked before stays asked. */
import { type ProductId } from "../../../shared/domain/ids.ts";
import { type CartLine } from "../../../shared/domain/order.ts";
import { type Heard } from "../answer-question.ts";
import { resolveItem } from "../resolve-item.ts";
import { changed } from "../state.ts";
import { type Context, saidBefore, say, type Step } from "../step.ts";
import { topicOf, wordsOf } from "../topics.ts";
import { quantityWords } from "../words.ts";
import { keepAsking } from "./aside.ts";
import { findByWords, showMenu, showProducts } from "./browse.ts";
import { showCart } from "./cart.ts";
import { answerTopic } from "./talk.ts";

export function answerAsked(context: Context, { reading, words }: Heard): Step {
  const { text, state } = context;
  const topic = topicOf(words);
  if (topic === "bargain" && state.focus !== undefined) return answerTopic(context, topic);
  const ids = reading.items.flatMap((item) => (item.product === null ? (item.candidates ?? []) : [item.product]));
  if (ids.length > 0) return offered(context, reading.items[0], showProducts(context, ids.map(productId)));
  if (topic !== undefined && topic !== "chat" && topic !== "later") return answerTopic(context, topic);
  const unknown = reading.items.flatMap(({ unknown }) => unknown ?? []);
  if (unknown.length > 0) return keepAsking(context, showMenu(context, text.notKnown(unknown.join(", "))));
  if (reading.intent === "ask_price" && state.cart.length > 0) return showCart(context);
  const found = findByWords(context, words);
  if (found.length > 0) return keepAsking(context, showProducts(context, found));
  if (state.focus !== undefined) return keepAsking(context, showProducts(context, [state.focus]));
  return keepAsking(context, showMenu(context, ASKS_FOR.test(wordsOf(words)) ? text.searchEmpty : undefined));
}

/** "có bán cam Hàm Yên không" */
const ASKS_FOR = / (?:ban|co|con) (?:\S+ )+(?:khong|ko|k|hong|hok) | (?:do you|have you) (?:have|sell|got) /;

/** The lexicon was built from the catalogue, so what it names is a product. */
const productId = (id: string): ProductId => id as ProductId;

/** "5 hộp trà Kolia bao nhiêu tiền": whoever asks with a number is asked whether that is what they take. */
function offered(context: Context, item: Heard["reading"]["items"][number] | undefined, shown: Step): Step {
  const { asking } = context.state;
  const free = asking === undefined || asking.for === "contact" || asking.for === "news";
  if (!free || !item || item.product === null || item.quantity === null) return keepAsking(context, shown);
  const { quantity, unit } = item;
  const resolved = resolveItem(context, { product: productId(item.product), quantity, unit });
  if (resolved.kind !== "line") return keepAsking(context, shown);
  const { line } = resolved;
  const state = changed(shown.state, { asking: { for: "conversion", line, said: { quantity, unit: line.unit } } });
  return saidBefore(shown.replies, say(state, { text: takeWords(context, line), choices: choices(context) }));
}

const takeWords = ({ text, facts, state }: Context, { product, quantity, unit }: CartLine): string =>
  text.takeThese(`${quantityWords(quantity, state.language)} ${unit}`, facts.listings.get(product)?.name ?? product);

const choices = ({ text }: Context) => [
  { label: text.takeIt, payload: "yes" },
  { label: text.notYet, payload: "no" },
];
