/** What every adapter of the Table port promises. An adapter's test file calls tableSuite with a way to open it. */
import { afterAll, beforeAll, describe } from "vitest";
import { type Key, type Page, type Query, type Table, type Write } from "../../shared/ports/table.ts";
import { type SettableClock, settableClock } from "../fakes/clock.ts";
import { commitPromises } from "./table-commits.ts";
import { concurrencyPromises } from "./table-concurrency.ts";
import { expiryPromises } from "./table-expiry.ts";
import { limitPromises } from "./table-limits.ts";
import { queryPromises } from "./table-queries.ts";

export type OpenedTable = {
  table: Table;
  /** Lets a lagging index catch up, or waits a moment for it. Absent: indexes never lag. */
  catchUp?(): Promise<void>;
  close(): Promise<void>;
};

/** Answers an empty table that takes its time from `clock` (which stands in 2041, so no store expires items by itself). */
export type OpenTable = (clock: SettableClock) => Promise<OpenedTable>;

/** What each test works with; `key` gives keys that belong to one test alone. */
export type Bench = {
  readonly table: Table;
  readonly clock: SettableClock;
  /** A key under a partition that no other test uses. */
  readonly key: (sk: string, partition?: string) => Key;
  /** Commits under a fresh token; throws unless it is done. */
  readonly commit: (...writes: Write[]) => Promise<void>;
  readonly token: () => string;
  /** Every page, one after another; checks that only the last is short of the limit. */
  readonly all: (query: Query) => Promise<Page["items"]>;
  /** Repeats a reading of an index or of the like until it holds; the last failure is thrown. */
  readonly eventually: (reading: () => Promise<void>) => Promise<void>;
};

const TRIES = 40;

export function tableSuite(name: string, open: OpenTable): void {
  describe(`the table port on ${name}`, () => {
    const clock = settableClock("2041-01-01T00:00:00.000Z");
    let opened: OpenedTable | undefined;
    beforeAll(async () => {
      opened = await open(clock);
    });
    afterAll(() => opened?.close());

    const start = () => {
      if (!opened) throw new Error("The table did not open");
      return bench(opened, clock);
    };
    describe("commits", () => {
      commitPromises(start);
    });
    describe("queries", () => {
      queryPromises(start);
    });
    describe("expiry", () => {
      expiryPromises(start);
    });
    describe("limits", () => {
      limitPromises(start);
    });
    describe("concurrency and retries", () => {
      concurrencyPromises(start);
    });
  });
}

let benches = 0;

function bench(opened: OpenedTable, clock: SettableClock): Bench {
  const { table } = opened;
  const own = `test${++benches}`;
  let tokens = 0;
  const token = () => `${own}-token-${++tokens}`;
  return {
    table,
    clock,
    token,
    key: (sk, partition = "") => ({ pk: `${own}#${partition}`, sk }),
    async commit(...writes) {
      const outcome = await table.commit(writes, { token: token() });
      if (!outcome.done) throw new Error(`Not committed: ${JSON.stringify(outcome)}`);
    },
    all: (query) => allPages(table, query),
    async eventually(reading) {
      for (let tries = 1; ; tries++) {
        try {
          await reading();
          return;
        } catch (failure) {
          if (tries === TRIES || !opened.catchUp) throw failure;
          await opened.catchUp();
        }
      }
    },
  };
}

async function allPages(table: Table, query: Query): Promise<Page["items"]> {
  const items = [];
  for (let page: Page | undefined; !page || page.cursor !== undefined;) {
    page = await table.query({ ...query, ...(page?.cursor === undefined ? {} : { cursor: page.cursor }) });
    items.push(...page.items);
    if (query.limit === undefined) continue;
    if (page.items.length > query.limit) throw new Error(`A page of ${page.items.length} items broke the limit`);
    if (page.cursor !== undefined && page.items.length < query.limit) throw new Error("A short page gave a cursor");
  }
  return items;
}
