/** "xong rồi", "dừng", "bao giờ giao được": on with what is open, letting go of it, or an answer beside it. */
import { asksWhen, isDone, isStop } from "../closing-words.ts";
import { type Heard } from "../answer-question.ts";
import { disagree } from "../choose.ts";
import { type Context, say, type Step } from "../step.ts";
import { aside, keepAsking } from "./aside.ts";
import { checkout } from "./checkout.ts";
import { takeAsConverted } from "./contact.ts";
import { showOrders } from "./orders.ts";
import { feeWords, unsubscribe } from "./talk.ts";

export function answerClosing(context: Context, { words, reading }: Heard): Step | undefined {
  if (isDone(words)) return done(context);
  if (isStop(words)) return isBusy(context) ? disagree(context) : unsubscribe(context);
  return asksWhen(words) && reading.items.every(({ quantity }) => quantity === null) ? answerWhen(context) : undefined;
}

const isBusy = ({ state }: Context): boolean => state.cart.length > 0 || state.asking !== undefined;

/** Nothing is placed by it: the confirmation asks for its own yes. */
function done(context: Context): Step {
  const { state, text } = context;
  switch (state.asking?.for) {
    case "conversion":
      return takeAsConverted(context);
    case "contact":
    case undefined:
      return state.cart.length > 0 ? checkout(context) : say(state, { text: text.thanks });
    case "news":
      return disagree(context);
    case "product":
    case "quantity":
    case "proposal":
    case "visit":
    case "confirmation":
    case "same-person":
    case "listing":
    case "fair":
    case "parcel":
    case "reason":
      return keepAsking(context, say(state));
  }
}

/** No day is promised that nobody knows; after an order, how it stands is said too. */
function answerWhen(context: Context): Step {
  const { text, state } = context;
  if (state.orders === undefined || state.cart.length > 0)
    return aside(context, `${text.topics.howLong} ${feeWords(context)}`);
  const shown = showOrders(context);
  return withLast(shown, text.topics.howLong);
}

function withLast(step: Step, words: string): Step {
  if (!step.pending) return { ...step, replies: [...step.replies, { text: words }] };
  const { act, then } = step.pending;
  return { ...step, pending: { act, then: (outcome) => withLast(then(outcome), words) } };
}
