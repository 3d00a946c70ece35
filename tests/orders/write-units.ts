/**
 * What a commit costs in DynamoDB, from the sizes of its items: a transactional write is 2 units for each KB begun, an
 * entry that is made or moved in the index (keys only) 1 for each KB begun.
 * Source: Amazon DynamoDB Developer Guide, "Read and write operations" and "Using Global Secondary Indexes".
 */
import { type Item, type Key, type Table, type Write } from "../../shared/ports/table.ts";

const KB = 1024;
/** The adapter keeps the token of the commit on every item: its name and about 36 characters. */
const TOKEN_BYTES = 44;
/** A number takes a byte for each two digits, and one more. */
const NUMBER_BYTES = 8;
/** What DynamoDB adds to each entry of an index. */
const ENTRY_BYTES = 100;

export type Cost = { what: string; units: number; index: number; bytes: number };

export const unitsOf = (costs: readonly Cost[]): number =>
  costs.reduce((total, { units, index }) => total + units + index, 0);

/** The table, with what each commit costs put down before it is made. */
export function pricing(table: Table, costs: (of: readonly Cost[]) => void): Table {
  return {
    get: (key, options) => table.get(key, options),
    getMany: (keys) => table.getMany(keys),
    query: (query) => table.query(query),
    async commit(writes, options) {
      const before = await Promise.all(writes.map((write) => table.get(keyOf(write), { strong: true })));
      const outcome = await table.commit(writes, options);
      if (!outcome.done) return outcome;
      const after = await Promise.all(writes.map((write) => table.get(keyOf(write), { strong: true })));
      costs(writes.map((write, place) => costOf(write, before[place], after[place])));
      return outcome;
    },
  };
}

const keyOf = (write: Write): Key => (write.do === "put" ? write.item : write.key);

function costOf(write: Write, before: Item | undefined, after: Item | undefined): Cost {
  const bytes = Math.max(sizeOf(before), sizeOf(after));
  const { pk } = keyOf(write);
  return {
    what: `${write.do} ${pk.split("#")[0] ?? ""}`,
    units: 2 * begun(bytes),
    index: moved(before, after),
    bytes,
  };
}

const begun = (bytes: number): number => Math.max(1, Math.ceil(bytes / KB));

const entryOf = (item: Item | undefined): string | undefined =>
  item?.gsi1pk === undefined ? undefined : [item.pk, item.sk, item.gsi1pk, item.gsi1sk].join("\n");

/** An entry whose keys change is taken out and put in anew. */
function moved(before: Item | undefined, after: Item | undefined): number {
  const [was, is] = [entryOf(before), entryOf(after)];
  if (was === is) return 0;
  return [was, is].reduce(
    (total, entry) => total + (entry === undefined ? 0 : begun(Buffer.byteLength(entry) + ENTRY_BYTES)),
    0,
  );
}

const sizeOf = (item: Item | undefined): number =>
  item === undefined
    ? 0
    : Object.entries(item).reduce(
        (total, [name, value]) =>
          total +
          Buffer.byteLength(name) +
          (typeof value === "number"
            ? NUMBER_BYTES
            : Buffer.byteLength(typeof value === "string" ? value : JSON.stringify(value ?? ""))),
        TOKEN_BYTES,
      );
