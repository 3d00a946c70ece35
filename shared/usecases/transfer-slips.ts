/** Where what is still missing for orders can be paid: a slip for each parcel whose seller has an account. Reads only. */
import { type Order } from "../domain/order.ts";
import { missingFrom } from "../domain/payment.ts";
import { accountOf, type TransferSlip } from "../domain/transfer.ts";
import { type App } from "../ports/app.ts";
import { findProducers } from "../stores/producers.ts";

export async function transferSlips(
  { table, shop }: Pick<App, "table" | "shop">,
  orders: readonly Order[],
): Promise<readonly TransferSlip[]> {
  const open = orders.flatMap((order) =>
    order.parcels.filter((parcel) => missingFrom(parcel) > 0).map((parcel) => ({ order, parcel })),
  );
  const producers = await findProducers(table, [...new Set(open.map(({ parcel }) => parcel.producer))]);
  return open.flatMap(({ order, parcel }) => {
    const producer = producers.get(parcel.producer);
    // What was ordered from a sample is never paid for, whatever shop it is in by now.
    const account = producer && accountOf(producer, { sample: shop.sample || order.sample === true });
    if (!account) return [];
    return [
      { order: order.id, parcel: parcel.code, seller: parcel.producerName, account, amount: missingFrom(parcel) },
    ];
  });
}
