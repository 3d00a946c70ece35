/** Answers beside the matter at hand: whatever was asked stays asked, and is asked again where it would be lost. */
import { changed } from "../state.ts";
import { type Context, saidBefore, say, type Step } from "../step.ts";
import { askFairAgain } from "./announce-fair.ts";
import { addItems } from "./cart.ts";
import { askVisit } from "./visit.ts";
import { askWhetherMeant } from "./whether-meant.ts";

/** The open question about an item once more; undefined where there is none. */
export function askAgain(context: Context): Step | undefined {
  const { asking, pending = [] } = context.state;
  switch (asking?.for) {
    case "product": {
      const { candidates, quantity, unit } = asking;
      return candidates.length === 0
        ? undefined
        : addItems(context, [{ product: null, candidates, quantity, unit }, ...pending]);
    }
    case "quantity":
      return addItems(context, [{ product: asking.product, quantity: null, unit: asking.unit }, ...pending]);
    case "conversion":
      // Asked about with a number: offered once, not again.
      if (asking.said.unit === asking.line.unit) return undefined;
      return addItems(context, [{ product: asking.line.product, ...asking.said }, ...pending]);
    case "proposal":
      return askWhetherMeant(context, asking.items);
    case "visit":
      return asking.news ? undefined : askVisit(context);
    case "fair":
      return askFairAgain(context);
    case "contact":
    case "confirmation":
    case "news":
    case "listing":
    case "reason":
    case "parcel":
    case "same-person":
    case undefined:
      return undefined;
  }
}

/** Says something without leaving what was being asked. */
export const aside = (context: Context, words: string): Step =>
  keepAsking(context, say(context.state, { text: words }));

/** Where something else was answered while a fair is being told of: its question once more, unless it stands there. */
export function backToFair(context: Context, step: Step): Step {
  if (!step.pending) return step.state.asking?.for === "fair" ? step : keepAsking(context, step);
  const { act, then } = step.pending;
  return { ...step, pending: { act, then: (outcome) => backToFair(context, then(outcome)) } };
}

/** The step with the question that was open before it still open. */
export function keepAsking(context: Context, step: Step): Step {
  if (step.pending) {
    const { act, then } = step.pending;
    return { ...step, pending: { act, then: (outcome) => keepAsking(context, then(outcome)) } };
  }
  const { asking, pending } = context.state;
  const state = changed(step.state, { asking, pending });
  const { choices } = context.state;
  // A list that still stands above is not printed again: its numbers go on meaning it.
  if (asking?.for === "product" && asking.candidates.length > 0 && choices && step.state.choices === undefined)
    return {
      ...step,
      state: changed(state, { choices }),
      replies: [...step.replies, { text: context.text.topics.whichStill }],
    };
  const again = askAgain({ ...context, state });
  if (again) return saidBefore(step.replies, again);
  if (asking?.for !== "confirmation") return { ...step, state };
  // The yes must still be reachable by its number after another list was shown.
  const kept = step.state.choices === undefined ? changed(state, { choices: context.state.choices }) : state;
  return { ...step, state: kept, replies: [...step.replies, { text: context.text.stillWaiting }] };
}
