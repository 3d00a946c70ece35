/** A producer, or the office for one, moves an accepted parcel on: packed, sent, delivered, returned. */
import { ParcelDelivered, ParcelPacked, ParcelPictured, ParcelReturned, ParcelSent } from "../../events/order.ts";
import { type Code } from "../domain/ids.ts";
import { type Order, type Parcel, type Shipment } from "../domain/order.ts";
import { collectedFor } from "../domain/payment.ts";
import { countedAs, mayFulfil, mayMove, type ParcelStep } from "../domain/parcel-states.ts";
import { refuse } from "../domain/result.ts";
import { type Role } from "../domain/staff.ts";
import { type App } from "../ports/app.ts";
import { findByCode } from "../stores/orders.ts";
import { happened } from "../stores/outbox.ts";
import { type DecidedParcel, withParcel } from "./decide-parcel.ts";
import { type Plan } from "./plan.ts";
import { moveWrites } from "./release-stock.ts";
import { settleMoney } from "./settle-money.ts";

export type AdvanceParcel = {
  parcel: Code;
  by: Role;
  to: ParcelStep;
  /** Key of a stored picture; of a packed parcel alone, and it may follow later. */
  photo?: string;
  shipment?: Shipment;
};

const unknown = () => refuse({ code: "no-such-parcel" });
const notNow = (parcel: Parcel, to: ParcelStep) => refuse({ code: "not-from-here", parcel, to });

export type AdvanceParcelRefusal = ReturnType<typeof unknown> | ReturnType<typeof notNow>;

const CONTRACTS = {
  packed: ParcelPacked,
  sent: ParcelSent,
  delivered: ParcelDelivered,
  returned: ParcelReturned,
} as const;

/** A parcel of another producer does not exist for this one. */
export async function advanceParcel(
  app: App,
  wish: AdvanceParcel,
): Promise<Plan<DecidedParcel & { pictured: boolean }> | AdvanceParcelRefusal> {
  const found = await findByCode(app.table, wish.parcel);
  const parcel = found?.order.parcels.find(({ code }) => code === wish.parcel);
  if (!found || !parcel || !mayFulfil(wish.by, parcel)) return unknown();
  const { to, photo } = wish;
  const pictured = photo !== undefined && to === "packed" && parcel.status === "packed";
  if (!pictured && !mayMove(parcel.status, to)) return notNow(parcel, to);
  const after = paid(found.order, moved(app, parcel, wish));
  const { order, writes, events } = settleMoney(app, found.order, withParcel(found.order, after));
  const contract = pictured ? ParcelPictured : CONTRACTS[to];
  const counts = { from: countedAs(parcel.status), to: countedAs(to) };
  return {
    writes: [...writes, ...(await moveWrites(app.table, parcel.lines, counts))],
    events: [happened(app, contract, `order:${order.id}`, { orderId: order.id, parcel: parcel.code }), ...events],
    facts: { order, parcel: after, pictured },
  };
}

const moved = ({ clock }: App, parcel: Parcel, { to, photo, shipment }: AdvanceParcel): Parcel => ({
  ...parcel,
  status: to,
  movedAt: { ...parcel.movedAt, [to]: parcel.movedAt?.[to] ?? clock.now() },
  ...(to === "packed" && photo !== undefined ? { photo } : {}),
  ...(to === "sent" ? { shipment: shipment ?? { by: "manual" } } : {}),
});

/** Cash is handed over with the parcel, where it is not paid by transfer. */
const paid = ({ payment }: Order, parcel: Parcel): Parcel =>
  payment.method === "cod" && parcel.status === "delivered" ? { ...parcel, money: collectedFor(parcel) } : parcel;
