/**
 * Transactions, each once by the provider's id, and what of the money does not fit.
 * Access: one transaction (strong) · all of them, as they came (index, keys only) · those that are nobody's, and the
 * parcels whose money is uneven (index, keys only).
 * Cost: 1 item and 1 index entry a transaction; a parcel that is listed 1 item and 1 entry more, until it is even.
 */
import { type Code, type OrderId } from "../domain/ids.ts";
import { type Order, type Parcel } from "../domain/order.ts";
import { isStray, isUneven, parcelPayment, type Payment, type Transaction } from "../domain/payment.ts";
import { type Key, put, remove, type Table, type When, type Write } from "../ports/table.ts";
import { pages } from "./conversations.ts";
import { findOrder } from "./orders.ts";
import { fromItem, record } from "./record.ts";

export type StoredPayment = Payment & { version: number };

type TransactionId = Pick<Transaction, "provider" | "id">;

const SETTLED = "payments";
const STRAY = "payments#stray";
const UNEVEN = "payments#uneven";

const paymentKey = ({ provider, id }: TransactionId): Key => ({ pk: `payment#${provider}#${id}`, sk: "payment" });
const unevenKey = (parcel: Code): Key => ({ pk: `uneven#${parcel}`, sk: "uneven" });

/** `when` is "absent" for a new one: the same id twice refuses the commit. */
export const paymentWrite = (payment: Payment, when: When): Write =>
  put(
    record(paymentKey(payment), payment, {
      gsi1pk: isStray(payment) ? STRAY : SETTLED,
      gsi1sk: `${payment.notedAt}#${payment.provider}#${payment.id}`,
    }),
    when,
  );

export async function findPayment(table: Table, id: TransactionId): Promise<StoredPayment | undefined> {
  const item = await table.get(paymentKey(id), { strong: true });
  return item && fromItem<Payment>(item);
}

/** Puts parcels on the office's list, or takes them off, where a change of their order asks for it. */
export function unevenWrites(before: Order, after: Order): readonly Write[] {
  return after.parcels.flatMap((parcel, place) => {
    const was = before.parcels[place];
    const [listed, lists] = [was !== undefined && uneven(was), uneven(parcel)];
    if (listed === lists) return [];
    const key = unevenKey(parcel.code);
    const named = { order: after.id, parcel: parcel.code };
    return lists
      ? [put(record(key, named, { gsi1pk: UNEVEN, gsi1sk: `${after.placedAt}#${parcel.code}` }), "any")]
      : [remove(key, "any")];
  });
}

const uneven = (parcel: Parcel): boolean => isUneven(parcelPayment(parcel));

/** Every transaction: those that a person has to look at first, each part as it came. */
export async function* allPayments(table: Table): AsyncGenerator<StoredPayment> {
  yield* strayPayments(table);
  yield* paymentsUnder(table, SETTLED);
}

/** Money that is nobody's so far. */
export const strayPayments = (table: Table): AsyncGenerator<StoredPayment> => paymentsUnder(table, STRAY);

async function* paymentsUnder(table: Table, pk: string): AsyncGenerator<StoredPayment> {
  for await (const keys of pages(table, { index: "gsi1", pk }))
    for (const item of await table.getMany(keys)) if (item) yield fromItem<Payment>(item);
}

/** Parcels whose money is uneven as they stand now, by the time of their orders. */
export async function* unevenParcels(table: Table): AsyncGenerator<{ order: Order; parcel: Parcel }> {
  for await (const keys of pages(table, { index: "gsi1", pk: UNEVEN }))
    for (const item of await table.getMany(keys)) {
      if (!item) continue;
      const named = fromItem<{ order: OrderId; parcel: Code }>(item);
      const order = await findOrder(table, named.order);
      const parcel = order?.parcels.find(({ code }) => code === named.parcel);
      if (order && parcel && uneven(parcel)) yield { order, parcel };
    }
}
