/** A producer, or the office for one, accepts or declines a parcel; the order follows from its parcels. */
import { ParcelAccepted, ParcelDeclined } from "../../events/order.ts";
import { type Code } from "../domain/ids.ts";
import { sum, vnd } from "../domain/money.ts";
import { type Order, type Parcel } from "../domain/order.ts";
import { hasFallen, mayFulfil, mayMove, orderStatusOf } from "../domain/parcel-states.ts";
import { refuse } from "../domain/result.ts";
import { type Role } from "../domain/staff.ts";
import { type App } from "../ports/app.ts";
import { findByCode } from "../stores/orders.ts";
import { happened } from "../stores/outbox.ts";
import { type Plan } from "./plan.ts";
import { releaseWrites } from "./release-stock.ts";
import { settleMoney } from "./settle-money.ts";
import { watchParcel } from "./watch-limits.ts";

export type DecideParcel = {
  parcel: Code;
  by: Role;
  decision: "accepted" | "declined";
  reason?: string;
};

const unknown = () => refuse({ code: "no-such-parcel" });
const decided = (parcel: Parcel) => refuse({ code: "already-decided", parcel });

export type DecideParcelRefusal = ReturnType<typeof unknown> | ReturnType<typeof decided>;
export type DecidedParcel = { order: Order; parcel: Parcel };

/** A parcel of another producer does not exist for this one. */
export async function decideParcel(app: App, wish: DecideParcel): Promise<Plan<DecidedParcel> | DecideParcelRefusal> {
  const found = await findByCode(app.table, wish.parcel);
  const parcel = found?.order.parcels.find(({ code }) => code === wish.parcel);
  if (!found || !parcel || !mayFulfil(wish.by, parcel)) return unknown();
  if (!mayMove(parcel.status, wish.decision)) return decided(parcel);
  const after: Parcel = {
    ...parcel,
    status: wish.decision,
    decidedAt: app.clock.now(),
    ...(wish.reason === undefined ? {} : { reason: wish.reason }),
  };
  const { order, writes, events } = settleMoney(app, found.order, withParcel(found.order, after));
  const contract = wish.decision === "accepted" ? ParcelAccepted : ParcelDeclined;
  const detail = { orderId: order.id, parcel: parcel.code };
  return {
    writes: [...writes, ...(wish.decision === "declined" ? await releaseWrites(app.table, parcel.lines) : [])],
    events: [happened(app, contract, `order:${order.id}`, detail), ...events],
    due: watchParcel(app, order, after),
    facts: { order, parcel: after },
  };
}

/** The order with one parcel changed: its status and total follow from all of them. */
export function withParcel(order: Order, changed: Parcel): Order {
  const parcels = order.parcels.map((parcel) => (parcel.code === changed.code ? changed : parcel));
  const kept = parcels.filter((parcel) => !hasFallen(parcel));
  const shippingFee = sum(kept.map((parcel) => parcel.shippingFee));
  const goods = sum(kept.flatMap(({ lines }) => lines.map(({ amount }) => amount)));
  return {
    ...order,
    parcels,
    status: order.status === "completed" ? order.status : orderStatusOf(parcels),
    shippingFee,
    total: vnd(Math.max(0, goods + shippingFee - order.discount)),
  };
}
