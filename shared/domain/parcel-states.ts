/** How a parcel may go on from each of its states, who may move it, and what an order is when its parcels are so. */
import { type OrderStatus, type Parcel, type ParcelStatus } from "./order.ts";
import { type Role } from "./staff.ts";

/** Handed over at the door or by a stay: delivered without being packed or sent. */
const MOVES: Readonly<Record<ParcelStatus, readonly ParcelStatus[]>> = {
  waiting: ["accepted", "declined", "cancelled", "expired"],
  accepted: ["packed", "sent", "delivered"],
  packed: ["sent", "delivered"],
  sent: ["delivered", "returned"],
  delivered: ["returned"],
  declined: [],
  returned: [],
  cancelled: [],
  expired: [],
};

export const mayMove = (from: ParcelStatus, to: ParcelStatus): boolean => MOVES[from].includes(to);

/** What a producer does with a parcel that they have accepted. */
export const STEPS = ["packed", "sent", "delivered", "returned"] as const satisfies readonly ParcelStatus[];
export type ParcelStep = (typeof STEPS)[number];

/** Nothing is packed, sent or sent back where guests come. */
export const nextSteps = ({ status, lines }: Pick<Parcel, "status" | "lines">): readonly ParcelStep[] =>
  STEPS.filter((step) => mayMove(status, step) && (step === "delivered" || lines.some(({ visit }) => !visit)));

/** Somebody has something to do yet. */
export const isOpenParcel = ({ status }: Pick<Parcel, "status">): boolean =>
  status === "waiting" || status === "accepted" || status === "packed" || status === "sent";

const FALLEN: readonly ParcelStatus[] = ["declined", "expired", "returned"];

/** It fell through: it leaves the total, and its pieces are on the shelf again. */
export const hasFallen = ({ status }: Pick<Parcel, "status">): boolean => FALLEN.includes(status);

/** Where the pieces of a parcel are counted. */
export type Count = "shelf" | "reserved" | "sold";

export function countedAs(status: ParcelStatus): Count {
  switch (status) {
    case "waiting":
    case "accepted":
    case "packed":
      return "reserved";
    case "sent":
    case "delivered":
      return "sold";
    case "declined":
    case "returned":
    case "cancelled":
    case "expired":
      return "shelf";
  }
}

/** A producer moves their own; the office, which calls those that have no chat, moves any. Nobody else does. */
export const mayFulfil = (by: Role, { producer }: Pick<Parcel, "producer">): boolean =>
  by.role === "office" || (by.role === "producer" && by.producer === producer);

export function orderStatusOf(parcels: readonly Pick<Parcel, "status">[]): OrderStatus {
  const live = parcels.filter((parcel) => !hasFallen(parcel));
  if (live.length === 0) return parcels.some(({ status }) => status === "expired") ? "expired" : "cancelled";
  if (live.every(({ status }) => status === "delivered")) return "completed";
  if (live.length < parcels.length) return "partly-declined";
  return live.every(({ status }) => status !== "waiting") ? "confirmed" : "placed";
}
