/** Questions about goods, prices and terms; what was being asked before stays asked. */
import { formatVnd, sum, times } from "../../../shared/domain/money.ts";
import { type ProductId } from "../../../shared/domain/ids.ts";
import { type CartLine } from "../../../shared/domain/order.ts";
import { type Heard } from "../answer-question.ts";
import { resolveItem } from "../resolve-item.ts";
import { changed } from "../state.ts";
import { type Context, saidBefore, say, type Step } from "../step.ts";
import { topicOf, wordsOf } from "../topics.ts";
import { isVisit } from "../visit-line.ts";
import { offerOf, quantityWords } from "../words.ts";
import { keepAsking } from "./aside.ts";
import { findByWords, showMenu, showProducts } from "./browse.ts";
import { showCart } from "./cart.ts";
import { proposeReading } from "./proposal.ts";
import { answerTopic } from "./talk.ts";

/** Below it the purpose of a message is a guess. */
const SURE = 0.5;

export function answerAsked(context: Context, heard: Heard): Step {
  const { reading, words } = heard;
  const { text, state } = context;
  const topic = topicOf(words);
  if (topic === "bargain" && state.focus !== undefined) return answerTopic(context, topic);
  const ids = reading.items.flatMap((item) => (item.product === null ? (item.candidates ?? []) : [item.product]));
  if (ids.length > 0) return offered(context, reading.items, showProducts(context, ids.map(productId)));
  if (topic !== undefined && topic !== "chat" && topic !== "later") return answerTopic(context, topic);
  const unknown = reading.items.flatMap(({ unknown }) => unknown ?? []);
  if (unknown.length > 0) return keepAsking(context, showMenu(context, text.notKnown(unknown.join(", "))));
  if (reading.intent === "ask_price" && state.cart.length > 0) return showCart(context);
  const found = findByWords(context, words);
  if (found.length > 0) return keepAsking(context, showProducts(context, found));
  if (state.focus !== undefined) return keepAsking(context, showProducts(context, [state.focus]));
  const menu = (asked: Context): Step =>
    keepAsking(asked, showMenu(asked, ASKS_FOR.test(wordsOf(words)) ? asked.text.searchEmpty : undefined));
  return reading.confidence < SURE ? proposeReading(context, heard, menu) : menu(context);
}

/** "có bán cam Hàm Yên không" */
const ASKS_FOR = / (?:ban|co|con) (?:\S+ )+(?:khong|ko|k|hong|hok) | (?:do you|have you) (?:have|sell|got) /;

/** The lexicon was built from the catalogue, so what it names is a product. */
const productId = (id: string): ProductId => id as ProductId;

/** "2 gói măng với 1 gói nấm hết bao nhiêu": whoever asks with numbers hears the sum, and whether they take that. */
function offered(context: Context, items: Heard["reading"]["items"], shown: Step): Step {
  const { asking } = context.state;
  const free = asking === undefined || asking.for === "contact" || asking.for === "news";
  const lines = items.flatMap(({ product, quantity, unit }) => {
    if (product === null || quantity === null) return [];
    const resolved = resolveItem(context, { product: productId(product), quantity, unit });
    return resolved.kind === "line" && !isVisit(resolved.line) ? [resolved.line] : [];
  });
  if (!free || lines.length === 0 || lines.length < items.length) return keepAsking(context, shown);
  return saidBefore(shown.replies, askWhetherTaken({ ...context, state: shown.state }, lines));
}

/** The sum of these, and whether they are taken. */
export function askWhetherTaken(context: Context, lines: readonly CartLine[]): Step {
  const [line, ...pending] = lines;
  if (!line) return say(context.state);
  const said = { quantity: line.quantity, unit: line.unit };
  const state = changed(context.state, { asking: { for: "conversion", line, said }, pending });
  return say(state, { text: takeWords(context, lines), choices: choices(context) });
}

function takeWords(context: Context, lines: readonly CartLine[]): string {
  const { text, state, facts } = context;
  const what = lines.map(({ product, quantity, unit }) =>
    text.amountOf(`${quantityWords(quantity, state.language)} ${unit}`, facts.listings.get(product)?.name ?? product),
  );
  const amounts = lines.flatMap((line) => {
    const price = offerOf(context, line)?.price;
    return price === undefined ? [] : [times(price, line.quantity)];
  });
  return text.takeThese(what.join(", "), formatVnd(sum(amounts)));
}

const choices = ({ text }: Context) => [
  { label: text.takeIt, payload: "yes" },
  { label: text.notYet, payload: "no" },
];
