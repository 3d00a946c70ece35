/** What a customer hears of a parcel after it was accepted: one clear story, each part of it once. */
import { formatVnd } from "../../shared/domain/money.ts";
import { type Outgoing } from "../../shared/domain/message.ts";
import { type Order, type Parcel, type Shipment } from "../../shared/domain/order.ts";
import { excessOf, missingFrom } from "../../shared/domain/payment.ts";
import { type ParcelStep } from "../../shared/domain/parcel-states.ts";
import { type Texts } from "./text.vi.ts";

/** " qua Viettel Post, mã vận đơn VN123". */
export const wayWords = ({ parcels }: Texts, { carrier, tracking }: Shipment): string =>
  [carrier && parcels.via(carrier), tracking && parcels.tracking(tracking)].filter(Boolean).join("");

/** `photoUrl` is where its picture can be fetched. */
export function movedWords(
  text: Texts,
  { order, parcel, step }: { order: Order; parcel: Parcel; step: ParcelStep | "pictured" },
  photoUrl?: string,
): Outgoing {
  const { producerName: seller, shipment } = parcel;
  const { parcels } = text;
  const photo = photoUrl === undefined ? {} : { photo: photoUrl };
  switch (step) {
    case "packed":
      return { text: parcels.packedNews(seller, order.code), ...photo };
    case "pictured":
      return { text: parcels.picturedNews(seller, order.code), ...photo };
    case "sent": {
      const way = shipment ? wayWords(text, shipment) : "";
      return { text: parcels.sentNews(seller, order.code, way) + collectWords(text, order, parcel) };
    }
    case "delivered":
      return { text: parcels.deliveredNews(seller, order.code) };
    case "returned":
      return { text: `${parcels.returnedNews(seller, order.code)} ${afterReturn(text, order, parcel)}` };
  }
}

function collectWords({ parcels, sampleMark }: Texts, order: Order, parcel: Parcel): string {
  if (order.payment.method !== "cod" || missingFrom(parcel) === 0 || order.discount > 0) return "";
  const amount = formatVnd(missingFrom(parcel));
  return parcels.collect(order.sample ? `${amount} (${sampleMark})` : amount);
}

function afterReturn(text: Texts, order: Order, parcel: Parcel): string {
  if (excessOf(parcel) > 0) return text.parcels.paidBack;
  return order.status === "cancelled" ? text.nothingLeft : text.newTotal(formatVnd(order.total));
}
