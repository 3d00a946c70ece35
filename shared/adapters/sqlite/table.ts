/** The Table port on SQLite: one row an item, conditions judged inside the transaction that writes. */
import { millis } from "../../domain/time.ts";
import { type Clock } from "../../ports/clock.ts";
import { checkKey, checkQuery, checkWrites } from "../../ports/table-limits.ts";
import {
  type Committed,
  type Item,
  type Key,
  OUTBOX_PREFIX,
  type Page,
  type Query,
  type Table,
  type Write,
} from "../../ports/table.ts";
import { FileBusy, type SqliteFile } from "./file.ts";
import { added, judge } from "./conditions.ts";
import { pageQuery } from "./range.ts";

/** An item as it lies in the file. */
export type Row = {
  pk: string;
  sk: string;
  version: number;
  expires_at: number | null;
  gsi1pk: string | null;
  gsi1sk: string | null;
  token: string;
  body: string;
};

export const OUTGOING = "outgoing";
const PAGE = 1000;
const SWEEP = 500;

const READ = "SELECT * FROM items WHERE pk = ? AND sk = ?";
const PUT = `INSERT INTO items (pk, sk, version, expires_at, gsi1pk, gsi1sk, token, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (pk, sk) DO UPDATE SET version = excluded.version, expires_at = excluded.expires_at,
  gsi1pk = excluded.gsi1pk, gsi1sk = excluded.gsi1sk, token = excluded.token, body = excluded.body`;
const COPY_INDEX = `DROP TABLE IF EXISTS temp.seen;
  CREATE TEMP TABLE seen AS SELECT gsi1pk, gsi1sk, pk, sk, expires_at FROM main.items WHERE gsi1pk IS NOT NULL`;

export class SqliteTable implements Table {
  readonly #file: SqliteFile;
  readonly #clock: Clock;
  readonly #lagging: boolean;

  /** With `laggingIndex` the index shows nothing newer than the last catchUp(), to find out who relies on it. */
  constructor(file: SqliteFile, clock: Clock, { laggingIndex = false }: { laggingIndex?: boolean } = {}) {
    this.#file = file;
    this.#clock = clock;
    this.#lagging = laggingIndex;
    if (laggingIndex) this.#copyIndex();
  }

  #copyIndex(): void {
    for (const sql of COPY_INDEX.split(";")) this.#file.run(sql);
  }

  async catchUp(): Promise<void> {
    if (this.#lagging)
      await this.#file.write(
        () => {
          this.#copyIndex();
        },
        { durable: false },
      );
  }

  get(key: Key): Promise<Item | undefined> {
    return answer(() => {
      checkKey(key);
      return this.#item(key);
    });
  }

  getMany(keys: readonly Key[]): Promise<readonly (Item | undefined)[]> {
    return answer(() => {
      keys.forEach(checkKey);
      return keys.map((key) => this.#item(key));
    });
  }

  #item(key: Key): Item | undefined {
    const row = this.#live(key);
    return row && toItem(row);
  }

  #live({ pk, sk }: Key): Row | undefined {
    const row = this.#row({ pk, sk });
    return row && (row.expires_at === null || row.expires_at > this.#second()) ? row : undefined;
  }

  #row({ pk, sk }: Key): Row | undefined {
    return this.#file.get(READ, pk, sk) as Row | undefined;
  }

  #second(): number {
    return Math.floor(millis(this.#clock.now()) / 1000);
  }

  query(query: Query): Promise<Page> {
    return answer(() => {
      checkQuery(query);
      const limit = query.limit ?? PAGE;
      const { sql, values, cursorOf } = pageQuery(query, this.#lagging ? "temp.seen" : "items");
      const rows = this.#file.all(sql, ...values, this.#second(), limit + 1) as Row[];
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      const items = page.map(query.index ? toIndexKeys : toItem);
      return last ? { items, cursor: cursorOf(last) } : { items };
    });
  }

  async commit(writes: readonly Write[], { token }: { token: string }): Promise<Committed> {
    checkWrites(writes, token);
    if (writes.length === 0) return { done: true };
    try {
      return await this.#file.write(() => this.#apply(writes, token));
    } catch (error) {
      if (error instanceof FileBusy) return { done: false, busy: true };
      throw error;
    }
  }

  #apply(writes: readonly Write[], token: string): Committed {
    if (writes.some((write) => this.#wasWritten(write, token))) return { done: true };
    const rows = writes.map((write) => this.#live(write.do === "put" ? write.item : write.key));
    for (const [which, write] of writes.entries()) {
      const why = judge(write, rows[which]);
      if (why) return { done: false, refused: { which, why } };
    }
    writes.forEach((write, which) => {
      this.#perform(write, rows[which], token);
    });
    return { done: true };
  }

  /** True where this very commit has written before: then its answer was lost, and this is the repetition. */
  #wasWritten(write: Write, token: string): boolean {
    if (write.do === "check" || write.do === "remove") return false;
    return this.#row(write.do === "put" ? write.item : write.key)?.token === token;
  }

  #perform(write: Write, row: Row | undefined, token: string): void {
    switch (write.do) {
      case "put": {
        const { pk, sk, expiresAt, gsi1pk, gsi1sk, ...attributes } = write.item as Item;
        const body = JSON.stringify({ ...attributes, version: undefined });
        const columns = { expires_at: expiresAt ?? null, gsi1pk: gsi1pk ?? null, gsi1sk: gsi1sk ?? null };
        this.#save({ pk, sk, version: (row?.version ?? 0) + 1, ...columns, token, body });
        if (!row && pk.startsWith(OUTBOX_PREFIX)) this.#send(write.item);
        return;
      }
      case "add": {
        const columns = row ?? { ...write.key, version: 0, expires_at: null, gsi1pk: null, gsi1sk: null };
        this.#save({ ...columns, version: columns.version + 1, token, body: added(write, row) });
        return;
      }
      case "remove":
        this.#file.run("DELETE FROM items WHERE pk = ? AND sk = ?", write.key.pk, write.key.sk);
        return;
      case "check":
        return;
    }
  }

  #save({ pk, sk, version, expires_at, gsi1pk, gsi1sk, token, body }: Row): void {
    this.#file.run(PUT, pk, sk, version, expires_at, gsi1pk, gsi1sk, token, body);
  }

  #send(item: Key): void {
    this.#file.run("INSERT INTO outgoing (item) VALUES (?)", JSON.stringify(item));
    this.#file.touch(OUTGOING);
  }

  /** Frees the room of expired items; answers how many are gone. */
  sweep(): Promise<number> {
    const sql = `DELETE FROM items WHERE rowid IN (SELECT rowid FROM items WHERE expires_at <= ? LIMIT ${SWEEP})`;
    return this.#file.write(() => this.#file.run(sql, this.#second()).changes, { durable: false });
  }
}

/** Synchronous reading behind an asynchronous port: what throws, rejects. */
const answer = <T>(read: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(read());
  });

function toItem({ pk, sk, version, expires_at, gsi1pk, gsi1sk, body }: Row): Item {
  return {
    ...(JSON.parse(body) as object),
    pk,
    sk,
    version,
    ...(expires_at !== null && { expiresAt: expires_at }),
    ...(gsi1pk !== null && { gsi1pk }),
    ...(gsi1sk !== null && { gsi1sk }),
  };
}

/** The index holds keys alone; `version` 0 says that it is not known. */
const toIndexKeys = ({ pk, sk, gsi1pk, gsi1sk }: Row): Item => ({
  pk,
  sk,
  version: 0,
  ...(gsi1pk !== null && { gsi1pk }),
  ...(gsi1sk !== null && { gsi1sk }),
});
