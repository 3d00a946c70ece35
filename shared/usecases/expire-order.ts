/** Nobody answered for some parcels of an order in time: they are given up, and their pieces are on the shelf again. */
import { OrderExpired } from "../../events/order.ts";
import { type OrderId } from "../domain/ids.ts";
import { LIMITS } from "../domain/limits.ts";
import { type Order } from "../domain/order.ts";
import { refuse } from "../domain/result.ts";
import { after } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { findOrder } from "../stores/orders.ts";
import { happened } from "../stores/outbox.ts";
import { withParcel } from "./decide-parcel.ts";
import { type Plan } from "./plan.ts";
import { releaseWrites } from "./release-stock.ts";
import { settleMoney } from "./settle-money.ts";

const nothingWaits = () => refuse({ code: "nothing-waits" });

const EXPIRES_MS = LIMITS.order.find(({ then }) => then === "expire")?.after ?? Number.POSITIVE_INFINITY;

/** Before its time, and where everything was answered, nothing expires. */
export async function expireOrder(app: App, orderId: OrderId): Promise<Plan<Order> | ReturnType<typeof nothingWaits>> {
  const order = await findOrder(app.table, orderId);
  const waiting = order?.parcels.filter(({ status }) => status === "waiting") ?? [];
  const now = app.clock.now();
  if (!order || waiting.length === 0 || after(order.placedAt, EXPIRES_MS) > now) return nothingWaits();
  const expired = waiting.reduce<Order>(
    (before, parcel) => withParcel(before, { ...parcel, status: "expired", decidedAt: now }),
    order,
  );
  const settled = settleMoney(app, order, expired);
  const detail = { orderId, parcels: waiting.map(({ code }) => code) };
  return {
    writes: [
      ...settled.writes,
      ...(await releaseWrites(
        app.table,
        waiting.flatMap(({ lines }) => lines),
      )),
    ],
    events: [happened(app, OrderExpired, `order:${orderId}`, detail), ...settled.events],
    facts: settled.order,
  };
}
