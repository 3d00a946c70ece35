/** A customer takes an order back, which they may do until a producer has accepted a parcel of it. */
import { OrderCancelled } from "../../events/order.ts";
import { type OrderId } from "../domain/ids.ts";
import { type Order, summaryOf } from "../domain/order.ts";
import { refuse } from "../domain/result.ts";
import { type App } from "../ports/app.ts";
import { isSameCustomer } from "../stores/customers.ts";
import { findOrder } from "../stores/orders.ts";
import { happened } from "../stores/outbox.ts";
import { watchNotices } from "./climb-ladder.ts";
import { type Plan } from "./plan.ts";
import { releaseWrites } from "./release-stock.ts";
import { settleMoney } from "./settle-money.ts";

const unknown = () => refuse({ code: "no-such-order" });
const tooLate = (order: Order) => refuse({ code: "too-late-to-cancel", order: summaryOf(order) });

export type CancelOrderRefusal = ReturnType<typeof unknown> | ReturnType<typeof tooLate>;

/** An order of another customer does not exist for this one; joined contacts are one customer. */
export async function cancelOrder(
  app: App,
  wish: { order: OrderId; conversation: string },
): Promise<Plan<Order> | CancelOrderRefusal> {
  const order = await findOrder(app.table, wish.order);
  if (!order || !(await isSameCustomer(app.table, wish.conversation, order.conversation))) return unknown();
  if (order.status !== "placed" || order.parcels.some(({ status }) => status !== "waiting")) return tooLate(order);
  const settled = settleMoney(app, order, {
    ...order,
    status: "cancelled",
    parcels: order.parcels.map((parcel) => ({ ...parcel, status: "cancelled" })),
  });
  const cancelled = settled.order;
  return {
    writes: [
      ...settled.writes,
      ...(await releaseWrites(
        app.table,
        order.parcels.flatMap(({ lines }) => lines),
      )),
    ],
    events: [happened(app, OrderCancelled, `order:${order.id}`, { orderId: order.id }), ...settled.events],
    due: watchNotices(app, cancelled, "cancelled"),
    facts: cancelled,
  };
}
