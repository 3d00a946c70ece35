/**
 * Producers: cooperatives, households, companies.
 * Access: many by id (one read each) · all producers by slug (index, keys only).
 * Cost: 1 unit per KB and 1 for the index entry, which moves only with the slug.
 */
import { type ProducerId } from "../domain/ids.ts";
import { type Producer } from "../domain/product.ts";
import { type Item, type Key, put, type Table, type When, type Write } from "../ports/table.ts";
import { pages } from "./conversations.ts";
import { fromItem, record } from "./record.ts";

export type StoredProducer = Producer & { version: number };

export const producerKey = (id: ProducerId): Key => ({ pk: `producer#${id}`, sk: "producer" });

export const producerWrite = (producer: Producer, when: When): Write =>
  put(record(producerKey(producer.id), producer, { gsi1pk: "producers", gsi1sk: producer.slug }), when);

export const producerOf = (item: Item): StoredProducer => fromItem<Producer>(item);

/** Unknown ids are left out. */
export async function findProducers(
  table: Table,
  ids: readonly ProducerId[],
): Promise<ReadonlyMap<ProducerId, StoredProducer>> {
  const items = await table.getMany(ids.map(producerKey));
  return new Map(items.flatMap((item) => (item ? [producerOf(item)] : [])).map((producer) => [producer.id, producer]));
}

/** Every producer, by slug. */
export async function* allProducers(table: Table): AsyncGenerator<StoredProducer> {
  for await (const keys of pages(table, { index: "gsi1", pk: "producers" })) {
    const items = await table.getMany(keys);
    for (const item of items) if (item) yield producerOf(item);
  }
}
