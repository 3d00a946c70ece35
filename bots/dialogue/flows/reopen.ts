/** Second thoughts about an order just placed: it is opened again, and stands until the new one is agreed to. */
import { type CartLine, type OrderSummary } from "../../../shared/domain/order.ts";
import { MINUTE, millis } from "../../../shared/domain/time.ts";
import { type VisitSaid } from "../../understanding/read-visit.ts";
import { changed, named } from "../state.ts";
import { type Context, perform, saidBefore, say, type Step } from "../step.ts";
import { isVisit, told } from "../visit-line.ts";
import { isOpen } from "./orders.ts";

/** Later than this, more goods are a new order. */
const JUST_PLACED_MS = 60 * MINUTE;

/** `then` goes on with the order's goods in the cart; `otherwise` where there is nothing to open again. */
export function reopen(context: Context, then: (context: Context) => Step, otherwise: () => Step): Step {
  const { state, facts, text } = context;
  const [latest] = state.orders ?? [];
  const { last } = state;
  if (state.cart.length > 0 || latest === undefined || last === undefined) return otherwise();
  return perform(state, "find-orders", { orders: [latest] }, ([order]) => {
    if (!order || !isOpen(order) || millis(facts.now) - millis(order.placedAt) > JUST_PLACED_MS) return otherwise();
    const opened = changed(state, { cart: onDaysSaid(last, state.visit), visit: undefined, replaces: latest });
    return saidBefore([{ text: text.reopened(order.code) }], then({ ...context, state: opened }));
  });
}

/** "à đổi sang 25/12": the days just said are for the visit that was booked. */
const onDaysSaid = (last: readonly CartLine[], said: VisitSaid | undefined): readonly CartLine[] =>
  said === undefined ? last : last.map((line) => (isVisit(line) ? told(line, said).line : line));

/** Before the new order is placed: the one it replaces must still be waiting for its sellers. */
export function whileOpen(context: Context, then: (replaced: OrderSummary | undefined) => Step): Step {
  const { state, text } = context;
  const { replaces } = state;
  if (replaces === undefined) return then(undefined);
  return perform(state, "find-orders", { orders: [replaces] }, ([order]) => {
    if (order && isOpen(order)) return then(order);
    const left = changed(state, { cart: [], asking: undefined, pending: undefined, replaces: undefined });
    if (!order || order.status === "cancelled") return then(undefined);
    const interest = text.cancelOrder(order.code);
    return perform(left, "call-person", { interest, ...named(state.contact) }, () =>
      say(left, { text: text.tooLateToChange(order.code) }),
    );
  });
}
