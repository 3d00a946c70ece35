/** A producer accepts or declines the parcel that is theirs; the order follows from its parcels. */
import { ParcelAccepted, ParcelDeclined } from "../../events/order.ts";
import { type Code, type ProducerId } from "../domain/ids.ts";
import { sum, vnd } from "../domain/money.ts";
import { type Order, type OrderStatus, type Parcel } from "../domain/order.ts";
import { refuse } from "../domain/result.ts";
import { type App } from "../ports/app.ts";
import { findByCode } from "../stores/orders.ts";
import { happened } from "../stores/outbox.ts";
import { type Plan } from "./plan.ts";
import { releaseWrites } from "./release-stock.ts";
import { settleMoney } from "./settle-money.ts";

export type DecideParcel = {
  parcel: Code;
  producer: ProducerId;
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
  if (!found || parcel?.producer !== wish.producer) return unknown();
  if (parcel.status !== "waiting") return decided(parcel);
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
    facts: { order, parcel: after },
  };
}

/** The order with one parcel changed: its status and total follow from all of them. */
function withParcel(order: Order, changed: Parcel): Order {
  const parcels = order.parcels.map((parcel) => (parcel.code === changed.code ? changed : parcel));
  const kept = parcels.filter(({ status }) => status !== "declined");
  const shippingFee = sum(kept.map((parcel) => parcel.shippingFee));
  const goods = sum(kept.flatMap(({ lines }) => lines.map(({ amount }) => amount)));
  return {
    ...order,
    parcels,
    status: statusOf(parcels),
    shippingFee,
    total: vnd(Math.max(0, goods + shippingFee - order.discount)),
  };
}

function statusOf(parcels: readonly Parcel[]): OrderStatus {
  const declined = parcels.filter(({ status }) => status === "declined").length;
  if (declined === parcels.length) return "cancelled";
  if (declined > 0) return "partly-declined";
  return parcels.every(({ status }) => status !== "waiting") ? "confirmed" : "placed";
}
