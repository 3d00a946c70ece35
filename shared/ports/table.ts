/**
 * The one place where state lives: items under (pk, sk), atomic commits, indexes that lag.
 * Two adapters (DynamoDB, SQLite) pass one contract suite: tests/contract/table-suite.ts.
 */

export type Key = { readonly pk: string; readonly sk: string };

/** What an attribute may hold. `undefined`, NaN and integers beyond 2^53 are refused. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

/**
 * `version` is the port's: 1 on creation, raised by every write.
 * `expiresAt` is epoch seconds; from that second on the item is absent for reads and for `absent`.
 * `gsi1pk`/`gsi1sk` place it in the index; keys of indexes are never decisions.
 */
export type Item = Key & {
  readonly version: number;
  readonly expiresAt?: number;
  readonly gsi1pk?: string;
  readonly gsi1sk?: string;
  readonly [attribute: string]: Value | undefined;
};

/** An item before it is written. */
export type Draft = Key & { readonly [attribute: string]: Value | undefined };

export type When = "absent" | "any" | { readonly version: number };

export type Write =
  | { readonly do: "put"; readonly item: Draft; readonly when: When }
  | { readonly do: "remove"; readonly key: Key; readonly when: When }
  /** Adds to number attributes; creates an absent item; always raises `version`. Bounds hold after the addition. */
  | {
      readonly do: "add";
      readonly key: Key;
      readonly deltas: Readonly<Record<string, number>>;
      readonly atLeast?: Readonly<Record<string, number>>;
      readonly equals?: Readonly<Record<string, Value>>;
    }
  | { readonly do: "check"; readonly key: Key; readonly when: When };

export const put = (item: Draft, when: When): Write => ({ do: "put", item, when });
export const remove = (key: Key, when: When): Write => ({ do: "remove", key, when });
export const check = (key: Key, when: When): Write => ({ do: "check", key, when });
export const add = (
  key: Key,
  deltas: Readonly<Record<string, number>>,
  bounds: { atLeast?: Readonly<Record<string, number>>; equals?: Readonly<Record<string, Value>> } = {},
): Write => ({ do: "add", key, deltas, ...bounds });

export type Committed =
  | { readonly done: true }
  /** `which` is the place of the write that said no; nothing was written. */
  | { readonly done: false; readonly refused: { readonly which: number; readonly why: "when" | "atLeast" | "equals" } }
  /** Throttled or in conflict after 2 s of retries: nothing was written, try again later. */
  | { readonly done: false; readonly busy: true };

export type Range = { readonly prefix: string } | { readonly between: readonly [from: string, to: string] };

export type Query = {
  readonly index?: "gsi1";
  readonly pk: string;
  /** Over `sk` (or `gsi1sk`), by UTF-8 bytes; both ends of `between` belong to it. */
  readonly range?: Range;
  readonly limit?: number;
  readonly cursor?: string;
  readonly order?: "ascending" | "descending";
};

/** `cursor` absent: there is no more. An index answers keys only: read the items by getMany. */
export type Page = { readonly items: readonly Item[]; readonly cursor?: string };

export interface Table {
  get(key: Key, options?: { strong?: boolean }): Promise<Item | undefined>;
  /** In the order asked; absent ones are undefined. Any number of keys. */
  getMany(keys: readonly Key[]): Promise<readonly (Item | undefined)[]>;
  query(query: Query): Promise<Page>;
  /**
   * All or nothing; at most 100 writes, one per key, 400 KB an item, 4 MB in all (else it throws).
   * `token` makes a retry of the same commit safe: it is stored on what is written.
   */
  commit(writes: readonly Write[], options: { token: string }): Promise<Committed>;
}

/** Items under this prefix are events on their way out: adapters hand them to the bus after the commit. */
export const OUTBOX_PREFIX = "outbox#";
