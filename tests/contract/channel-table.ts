/** A table in memory, for channels that keep something while they are tried: no index, no expiry. */
import { type Draft, type Item, type Key, type Query, type Table, type Write } from "../../shared/ports/table.ts";

const place = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

export function newTable(): Table {
  const items = new Map<string, Item>();
  return {
    get: (key) => Promise.resolve(items.get(place(key))),
    getMany: (keys) => Promise.resolve(keys.map((key) => items.get(place(key)))),
    query: (query) => Promise.resolve({ items: search([...items.values()], query) }),
    commit(writes) {
      const refused = writes.findIndex((write) => !holds(write, items.get(place(keyOf(write)))));
      if (refused !== -1) return Promise.resolve({ done: false, refused: { which: refused, why: "when" } });
      for (const write of writes) apply(write, items);
      return Promise.resolve({ done: true });
    },
  };
}

const keyOf = (write: Write): Key => (write.do === "put" ? write.item : write.key);

function holds(write: Write, item: Item | undefined): boolean {
  if (write.do === "add") throw new Error("The table for channel tests does not add: use the real one");
  if (write.when === "any") return true;
  return write.when === "absent" ? item === undefined : item?.version === write.when.version;
}

function apply(write: Write, items: Map<string, Item>): void {
  const key = place(keyOf(write));
  if (write.do === "remove") items.delete(key);
  if (write.do === "put") items.set(key, versioned(write.item, items.get(key)));
}

const versioned = (draft: Draft, old: Item | undefined): Item => ({ ...draft, version: (old?.version ?? 0) + 1 });

function search(items: readonly Item[], { pk, range, limit = items.length, order }: Query): readonly Item[] {
  const found = items
    .filter((item) => item.pk === pk && inRange(item.sk, range))
    .sort((one, other) => (one.sk < other.sk ? -1 : 1));
  return (order === "descending" ? found.reverse() : found).slice(0, limit);
}

function inRange(sk: string, range: Query["range"]): boolean {
  if (!range) return true;
  return "prefix" in range ? sk.startsWith(range.prefix) : sk >= range.between[0] && sk <= range.between[1];
}
