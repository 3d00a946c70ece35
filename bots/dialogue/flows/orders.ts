/** Orders that this customer placed, here or on another contact of theirs: how they stand, and taking one back. */
import { type OrderId } from "../../../shared/domain/ids.ts";
import { formatVnd, type Vnd } from "../../../shared/domain/money.ts";
import { type Order, type OrderSummary } from "../../../shared/domain/order.ts";
import { excessOf } from "../../../shared/domain/payment.ts";
import { isRefused } from "../../../shared/domain/result.ts";
import { formatVietnamTime } from "../../../shared/domain/time.ts";
import { changed, named } from "../state.ts";
import { wayWords } from "../parcel-news.ts";
import { visitWords } from "../visit-words.ts";
import { type Context, perform, say, type Step } from "../step.ts";

export const isOpen = (order: OrderSummary): boolean =>
  order.status === "placed" && order.parcels.every(({ status }) => status === "waiting");

export function showOrders(context: Context): Step {
  return withOrders(context, (found, orders) => {
    const { state, text } = found;
    if (orders.length === 0)
      return say(state, { text: text.noOrders, choices: [{ label: text.browse, payload: "menu" }] });
    const choices = orders
      .filter(isOpen)
      .map(({ id, code }) => ({ label: text.cancelOrder(code), payload: `cancel:${id}` }));
    return say(state, {
      text: orders.map((order) => orderWords(context, order)).join("\n"),
      ...(choices.length > 0 ? { choices } : {}),
    });
  });
}

/** The orders of all contacts of this customer; those of the others are remembered as shown. */
export function withOrders(context: Context, then: (context: Context, orders: readonly OrderSummary[]) => Step): Step {
  const { orders: own = [] } = context.state;
  return perform(context.state, "find-own-orders", { orders: own }, (orders) => then(shown(context, orders), orders));
}

function shown(context: Context, orders: readonly OrderSummary[]): Context {
  const own = context.state.orders ?? [];
  const elsewhere = orders.map(({ id }) => id).filter((id) => !own.includes(id));
  return {
    ...context,
    state: changed(context.state, { elsewhere: elsewhere.length > 0 ? elsewhere : undefined }),
  };
}

/** One order, with the way to take it back while it waits. */
export function showOrder(context: Context, order: OrderSummary): Step {
  const choices = isOpen(order)
    ? { choices: [{ label: context.text.cancelOrder(order.code), payload: `cancel:${order.id}` }] }
    : {};
  return say(shown(context, [order]).state, { text: orderWords(context, order), ...choices });
}

function orderWords({ text }: Context, order: OrderSummary): string {
  const head = text.orderLine(
    order.code,
    text.orderStatus[order.status],
    formatVnd(order.total),
    formatVietnamTime(order.placedAt),
  );
  const parcels = order.parcels.flatMap(({ producerName, status, shipment, visits = [] }) => [
    text.parcelLine(producerName, text.parcelStatus[status] + (shipment ? wayWords(text, shipment) : "")),
    ...visits.map(({ name, visit }) => text.visits.line(name, visitWords({ text }, visit))),
  ]);
  const paid = order.transfer && order.transfer !== "void" ? `, ${text.money.status[order.transfer]}` : "";
  return [head + paid, ...parcels].join("\n");
}

/** "huỷ": the newest order is taken back while it is open; of older or several open ones it is asked which. */
export function cancelSomething(context: Context): Step {
  return withOrders(context, (found, orders) => {
    const { state, text } = found;
    const open = orders.filter(isOpen);
    const [only] = open;
    if (only && open.length === 1 && only === orders[0]) return cancel(found, only.id);
    if (open.length > 0) {
      const choices = open.map(({ id, code }) => ({ label: text.cancelOrder(code), payload: `cancel:${id}` }));
      return say(state, {
        text: [text.whichToCancel, ...open.map((order) => orderWords(context, order))].join("\n"),
        choices,
      });
    }
    const [latest] = orders;
    if (latest && latest.status !== "cancelled") return tooLate(found, latest);
    return say(state, { text: text.nothingToCancel });
  });
}

export function cancel(context: Context, order: OrderId): Step {
  const { state, text } = context;
  // A tap carries no authority: only orders placed or shown in this conversation, and whose they are is asked again.
  if (![...(state.orders ?? []), ...(state.elsewhere ?? [])].includes(order))
    return say(state, { text: text.noSuchOrder });
  return perform(state, "cancel-order", { order }, (outcome) => {
    if (!isRefused(outcome)) {
      const words = text.cancelled(outcome.code) + refundWords(text, outcome.refund);
      return say(changed(state, { asking: undefined }), { text: words });
    }
    switch (outcome.code) {
      case "no-such-order":
        return say(state, { text: text.noSuchOrder });
      case "too-late-to-cancel":
        return tooLate(context, outcome.order);
    }
  });
}

const refundWords = ({ money }: Context["text"], refund: Vnd | undefined): string =>
  refund === undefined || refund === 0 ? "" : ` ${money.willBeReturned(formatVnd(refund))}`;

/** The seller is packing already: a person has to talk to them. */
export function tooLate(context: Context, order: OrderSummary): Step {
  const { state, text } = context;
  if (order.status === "cancelled") return say(state, { text: text.cancelled(order.code) });
  return perform(state, "call-person", { interest: text.cancelOrder(order.code), ...named(state.contact) }, () =>
    say(state, { text: text.tooLate(order.code) }),
  );
}

/** What a producer's decision means to the customer, as a notice. */
export function parcelNews(context: Pick<Context, "text">, order: Order, parcelCode: string): string {
  const { text } = context;
  const parcel = order.parcels.find(({ code }) => code === parcelCode);
  if (!parcel) return "";
  const { producerName, lines } = parcel;
  const visits = lines.flatMap(({ name, visit }) => (visit ? [`${name}, ${visitWords(context, visit)}`] : []));
  const booked = visits.length === lines.length ? visits.join("; ") : undefined;
  if (parcel.status !== "declined")
    return booked === undefined
      ? text.parcelAccepted(producerName, order.code)
      : text.visits.accepted(producerName, order.code, booked);
  const reason = parcel.reason === undefined ? "" : text.reason(parcel.reason);
  const after = order.status === "cancelled" ? text.nothingLeft : text.newTotal(formatVnd(order.total));
  const declined =
    booked === undefined
      ? text.parcelDeclined(producerName, order.code, reason)
      : text.visits.declined(producerName, order.code, booked, reason);
  return `${declined} ${after}${refundWords(text, excessOf(parcel))}`;
}
