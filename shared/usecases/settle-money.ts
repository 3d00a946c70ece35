/** What a change of an order means for its money, to be committed with the change: its status, the list, and word of what is too much. */
import { type Envelope } from "../../events/envelope.ts";
import { PaymentExceeded } from "../../events/payment.ts";
import { type Order } from "../domain/order.ts";
import { excessOf, paymentOf } from "../domain/payment.ts";
import { type App } from "../ports/app.ts";
import { type Write } from "../ports/table.ts";
import { orderWrite } from "../stores/orders.ts";
import { happened } from "../stores/outbox.ts";
import { unevenWrites } from "../stores/payments.ts";

export type SettledMoney = { order: Order; writes: readonly Write[]; events: readonly Envelope[] };

/** Both with the same parcels in the same places. `writes` hold the order itself. */
export function settleMoney(app: App, before: Order, changed: Order): SettledMoney {
  const order: Order = { ...changed, payment: paymentOf(changed) };
  const exceeded = order.parcels.filter((parcel, place) => {
    const was = before.parcels[place];
    return excessOf(parcel) > (was ? excessOf(was) : 0);
  });
  return {
    order,
    writes: [orderWrite(order), ...unevenWrites(before, order)],
    events: exceeded.map(({ code: parcel }) =>
      happened(app, PaymentExceeded, `order:${order.id}`, { orderId: order.id, parcel }),
    ),
  };
}
