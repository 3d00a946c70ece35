/**
 * Orders with their parcels, found by id, by code, by producer.
 * Access: one order (strong) · the order or parcel behind a code (strong), those of many codes that exist · a producer's parcels, newest first (index) ·
 * all orders by the time they were placed (index, keys only).
 * Cost of placing: order 2 units per KB + 1 for its index entry; each code 2 units (+ 1 for a parcel's index entry).
 */
import { type Code, type OrderId, type ProducerId } from "../domain/ids.ts";
import { type Order } from "../domain/order.ts";
import { type Key, put, type Table, type Write } from "../ports/table.ts";
import { pages } from "./conversations.ts";
import { fromItem, record } from "./record.ts";

const orderKey = (id: OrderId): Key => ({ pk: `order#${id}`, sk: "order" });
const codeKey = (code: Code): Key => ({ pk: `code#${code}`, sk: "code" });

/** What a code that people type stands for. */
type CodeRecord = { order: OrderId; parcel?: Code };

/** A new order and the codes that lead to it; a code already taken refuses the commit. */
export const newOrderWrites = (order: Order): readonly Write[] => [
  put(record(orderKey(order.id), order, { gsi1pk: "orders", gsi1sk: `${order.placedAt}#${order.id}` }), "absent"),
  put(record(codeKey(order.code), { order: order.id }), "absent"),
  ...order.parcels.map((parcel) =>
    put(
      record(
        codeKey(parcel.code),
        { order: order.id, parcel: parcel.code },
        { gsi1pk: `producer#${parcel.producer}#parcels`, gsi1sk: `${order.placedAt}#${parcel.code}` },
      ),
      "absent",
    ),
  ),
];

/** The order as it stands now, refused if it changed since it was read. */
export const orderWrite = (order: Order): Write =>
  put(record(orderKey(order.id), order, { gsi1pk: "orders", gsi1sk: `${order.placedAt}#${order.id}` }), {
    version: order.version,
  });

export async function findOrder(table: Table, id: OrderId): Promise<Order | undefined> {
  const item = await table.get(orderKey(id), { strong: true });
  return item && fromItem<Order>(item);
}

/** In the order asked; unknown ids are left out. */
export async function findOrders(table: Table, ids: readonly OrderId[]): Promise<readonly Order[]> {
  const items = await table.getMany(ids.map(orderKey));
  return items.flatMap((item) => (item ? [fromItem<Order>(item)] : []));
}

/** By the code of the order or of one of its parcels. */
export async function findByCode(table: Table, code: Code): Promise<{ order: Order; parcel?: Code } | undefined> {
  const item = await table.get(codeKey(code), { strong: true });
  if (!item) return undefined;
  const { order: id, parcel } = fromItem<CodeRecord>(item);
  const order = await findOrder(table, id);
  return order && { order, ...(parcel === undefined ? {} : { parcel }) };
}

/** Those among many that stand for an order or a parcel of one. */
export async function knownCodes(table: Table, codes: readonly Code[]): Promise<readonly Code[]> {
  const items = await table.getMany(codes.map(codeKey));
  return codes.filter((_, place) => items[place] !== undefined);
}

/** The newest parcels of a producer, each with its order. */
export async function parcelsOf(table: Table, producer: ProducerId, limit: number): Promise<readonly Order[]> {
  const page = await table.query({
    index: "gsi1",
    pk: `producer#${producer}#parcels`,
    limit,
    order: "descending",
  });
  const codes = await table.getMany(page.items);
  const ids = codes.flatMap((item) => (item ? [fromItem<CodeRecord>(item).order] : []));
  return findOrders(table, ids);
}

/** Every order, oldest first; for exports. */
export async function* allOrders(table: Table): AsyncGenerator<Order> {
  for await (const keys of pages(table, { index: "gsi1", pk: "orders" })) {
    const items = await table.getMany(keys);
    for (const item of items) if (item) yield fromItem<Order>(item);
  }
}
