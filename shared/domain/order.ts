/** An order is what a customer placed; a parcel is the part of it that one producer fulfils. */
import { type Code, type OrderId, type ProducerId, type ProductId } from "./ids.ts";
import { sum, type Vnd } from "./money.ts";
import { excessOf, type ParcelMoney, type PaymentMethod, type PaymentStatus } from "./payment.ts";
import { type Phone } from "./phone.ts";
import { type IsoTime } from "./time.ts";
import { type Visit, type VisitWish } from "./visit.ts";

export const ORDER_STATUSES = ["placed", "confirmed", "partly-declined", "completed", "cancelled", "expired"] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const PARCEL_STATUSES = [
  "waiting",
  "accepted",
  "declined",
  "packed",
  "sent",
  "delivered",
  "returned",
  "cancelled",
  "expired",
] as const;
export type ParcelStatus = (typeof PARCEL_STATUSES)[number];

/** A line of a cart: what is wanted. `visit`: of a stay or tour. */
export type CartLine = { product: ProductId; unit: string; quantity: number; visit?: VisitWish };

/** A line of an order: what was promised, at the price it was promised at. */
export type OrderLine = Omit<CartLine, "visit"> & { visit?: Visit; name: string; price: Vnd; amount: Vnd };

/** No address where nothing is sent. */
export type Recipient = { name: string; phone: Phone; address?: string };

export type Parcel = {
  code: Code;
  producer: ProducerId;
  producerName: string;
  status: ParcelStatus;
  lines: readonly OrderLine[];
  shippingFee: Vnd;
  /** Why it was declined, in the producer's words. */
  reason?: string;
  decidedAt?: IsoTime;
  /** Absent: nothing came in, by transfer or in cash. */
  money?: ParcelMoney;
  /** When it was packed, sent, delivered, returned. */
  movedAt?: Readonly<Partial<Record<ParcelStatus, IsoTime>>>;
  /** Key of a stored picture of it, packed. */
  photo?: string;
  shipment?: Shipment;
};

/** `by`: the `Carrier` that it went with; "manual" is whoever the producer gave it to, as they typed it. */
export type Shipment = { by: "manual"; carrier?: string; tracking?: string };

/** An order as its customer is told of it. */
export type OrderSummary = Pick<Order, "id" | "code" | "status" | "total" | "placedAt"> & {
  /** Of an order by transfer: how far it is paid. */
  readonly transfer?: PaymentStatus;
  /** To be given back to the customer. */
  readonly refund?: Vnd;
  readonly parcels: readonly (Pick<Parcel, "code" | "producerName" | "status" | "shipment"> & {
    visits?: readonly BookedVisit[];
  })[];
};

export type BookedVisit = Pick<OrderLine, "name"> & { visit: Visit };

const visitsOf = (lines: readonly OrderLine[]): readonly BookedVisit[] =>
  lines.flatMap(({ name, visit }) => (visit === undefined ? [] : [{ name, visit }]));

function refundOf(parcels: readonly Parcel[]): { refund?: Vnd } {
  const refund = sum(parcels.map(excessOf));
  return refund > 0 ? { refund } : {};
}

export const summaryOf = ({ id, code, status, total, placedAt, parcels, payment }: Order): OrderSummary => ({
  id,
  code,
  status,
  total,
  placedAt,
  ...(payment.method === "transfer" ? { transfer: payment.status } : {}),
  ...refundOf(parcels),
  parcels: parcels.map(({ code, producerName, status, lines, shipment }) => {
    const visits = visitsOf(lines);
    return { code, producerName, status, ...(shipment && { shipment }), ...(visits.length > 0 ? { visits } : {}) };
  }),
});

export type Order = {
  id: OrderId;
  code: Code;
  status: OrderStatus;
  /** conversationId of the thread it was placed in. */
  conversation: string;
  recipient: Recipient;
  parcels: readonly Parcel[];
  shippingFee: Vnd;
  discount: Vnd;
  /** Lines of parcels that did not fall through, plus shipping, minus discount. */
  total: Vnd;
  /** Follows from its parcels: payment.ts. */
  payment: { method: PaymentMethod; status: PaymentStatus };
  /** Code of the post or link that brought the customer. */
  source?: Code;
  language: "vi" | "en";
  /** Prices were invented for the sample shop. */
  sample?: boolean;
  placedAt: IsoTime;
  version: number;
};
