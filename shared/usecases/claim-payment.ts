/** "Đã chuyển khoản rồi": noted on each parcel that is not paid yet, and whoever can look into the account is asked to. */
import { PaymentClaimed } from "../../events/payment.ts";
import { type OrderId } from "../domain/ids.ts";
import { vnd } from "../domain/money.ts";
import { type Order } from "../domain/order.ts";
import { missingFrom } from "../domain/payment.ts";
import { type App } from "../ports/app.ts";
import { findOrder } from "../stores/orders.ts";
import { happened } from "../stores/outbox.ts";
import { type Plan } from "./plan.ts";
import { settleMoney } from "./settle-money.ts";

/** Of an order of this customer's own. Said again, nothing is done again. */
export async function claimPayment(app: App, { order: id }: { order: OrderId }): Promise<Plan<Order> | undefined> {
  const order = await findOrder(app.table, id);
  if (!order) return undefined;
  const claimed = order.parcels.filter((parcel) => missingFrom(parcel) > 0 && parcel.money?.claimedAt === undefined);
  if (claimed.length === 0) return { writes: [], events: [], facts: order };
  const claimedAt = app.clock.now();
  const settled = settleMoney(app, order, {
    ...order,
    parcels: order.parcels.map((parcel) =>
      claimed.includes(parcel) ? { ...parcel, money: { received: vnd(0), ...parcel.money, claimedAt } } : parcel,
    ),
  });
  return {
    writes: settled.writes,
    events: claimed.map(({ code: parcel }) => happened(app, PaymentClaimed, `order:${id}`, { orderId: id, parcel })),
    facts: settled.order,
  };
}
