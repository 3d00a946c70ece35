/**
 * Round-ups, and the products of an import that has not come to its end.
 * Access: one round-up (strong) · every product that one has told of (one query) · what is open (1 item, strong).
 * Cost of an import: 2 rewrites of the open item and 1 round-up, each 1 unit per KB of ids; no index.
 */
import { type ProductId, type RoundUpId } from "../domain/ids.ts";
import { type RoundUp } from "../domain/round-up.ts";
import { type Key, put, remove, type Table, type Write } from "../ports/table.ts";
import { pages } from "./conversations.ts";
import { fromItem, record } from "./record.ts";

const ALL = "round-ups";
const key = (id: RoundUpId): Key => ({ pk: ALL, sk: id });
const OPEN: Key = { pk: "round-up", sk: "open" };

export const newRoundUpWrite = (roundUp: RoundUp): Write => put(record(key(roundUp.id), roundUp), "absent");

export async function findRoundUp(table: Table, id: RoundUpId): Promise<RoundUp | undefined> {
  const item = await table.get(key(id), { strong: true });
  return item && fromItem<RoundUp>(item);
}

/** Every round-up, in no order that means anything. */
export async function* allRoundUps(table: Table): AsyncGenerator<RoundUp> {
  for await (const items of pages(table, { pk: ALL })) for (const item of items) yield fromItem<RoundUp>(item);
}

/** Products that are to be told of together once their import has come to its end. */
export type OpenProducts = { products: readonly ProductId[]; version: number };

export async function findOpen(table: Table): Promise<OpenProducts> {
  const item = await table.get(OPEN, { strong: true });
  return item ? fromItem<{ products: readonly ProductId[] }>(item) : { products: [], version: 0 };
}

/** Bound to what was read; an empty list takes the item away. */
export function openWrite({ version }: OpenProducts, products: readonly ProductId[]): Write {
  const when = version === 0 ? "absent" : { version };
  return products.length === 0 ? remove(OPEN, when) : put(record(OPEN, { products }), when);
}
