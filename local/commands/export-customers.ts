/** Whoever has ordered: one row for contacts that were joined, and for the others one by the phone of their orders. */
import { type Customer } from "../../shared/domain/customer.ts";
import { type Order } from "../../shared/domain/order.ts";
import { type App } from "../../shared/ports/app.ts";
import { findCustomer } from "../../shared/stores/customers.ts";
import { allOrders } from "../../shared/stores/orders.ts";
import { thread } from "./export-thread.ts";

type Group = { customer?: Customer; orders: Order[] };

export async function* customerRows({ table }: App): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const known = new Map<string, Promise<Customer | undefined>>();
  const groups = new Map<string, Group>();
  for await (const order of allOrders(table)) {
    const { conversation, recipient } = order;
    if (!known.has(conversation)) known.set(conversation, findCustomer(table, conversation, { strong: false }));
    const customer = await known.get(conversation);
    const key = customer?.id ?? recipient.phone;
    const group = groups.get(key) ?? { ...(customer ? { customer } : {}), orders: [] };
    groups.set(key, { ...group, orders: [...group.orders, order] });
  }
  for (const group of groups.values()) yield rowOf(group);
}

function rowOf({ customer, orders }: Group) {
  const [first, latest] = [orders[0], orders.at(-1)];
  const contacts = new Set([...orders.map(({ conversation }) => conversation), ...(customer?.contacts ?? [])]);
  return {
    phone: latest?.recipient.phone ?? null,
    name: latest?.recipient.name ?? null,
    address: latest?.recipient.address ?? null,
    chats: [...contacts].map(thread),
    orders: orders.length,
    total: orders.reduce((total, order) => total + order.total, 0),
    firstOrderAt: first?.placedAt ?? null,
    lastOrderAt: latest?.placedAt ?? null,
  };
}
