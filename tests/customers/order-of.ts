/** An order of one parcel, placed in a conversation; ids and codes follow from one word. */
import { type Code, type OrderId, type ProducerId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { type Order } from "../../shared/domain/order.ts";
import { type Phone } from "../../shared/domain/phone.ts";
import { isoTime } from "../../shared/domain/time.ts";

export const orderOf = (conversation: string, id: string): Order => ({
  id: id as OrderId,
  code: `O-${id}` as Code,
  status: "placed",
  conversation,
  recipient: { name: "Hoa", phone: "0912345678" as Phone, address: "25 Hoàng Đình Giong" },
  parcels: [
    {
      code: `P-${id}` as Code,
      producer: "htx-0" as ProducerId,
      producerName: "HTX Một",
      status: "waiting",
      lines: [],
      shippingFee: vnd(30_000),
    },
  ],
  shippingFee: vnd(30_000),
  discount: vnd(0),
  total: vnd(30_000),
  payment: { method: "cod", status: "due" },
  language: "vi",
  placedAt: isoTime(Date.parse("2026-11-23T02:00:00.000Z")),
  version: 0,
});
