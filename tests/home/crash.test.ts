/** kill -9 at any moment: what was acknowledged is there afterwards, and nothing is there twice. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SqliteFile } from "../../shared/adapters/sqlite/file.ts";
import { type Page, type Table } from "../../shared/ports/table.ts";
import { seededRandom } from "../fakes/random.ts";
import { HANDLED, HEARD, LISTENERS, ORDERS, TURNS, name, openCrashHome, orderKey } from "./crash-world.ts";

const KILLS = 25;
const LANES = 6;
const SEED = 20261123;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "crash-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The numbers that each lane had acknowledged. */
type Acknowledged = { message: number[]; order: number[] };

/** Lets a process work until so many acknowledgements came, then kills it; answers the new ones it had time for. */
async function workUntilKilled(next: readonly number[], acknowledgements: number): Promise<Acknowledged> {
  const script = join(import.meta.dirname, "crash-child.ts");
  const child = spawn(process.execPath, [script, folder, ...next.map(String)], { stdio: ["ignore", "pipe", "pipe"] });
  const last: Acknowledged = { message: next.map((n) => n - 1), order: next.map((n) => n - 1) };
  let problem = "";
  child.stderr.on("data", (data: Buffer) => (problem += data.toString()));
  const closed = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("close", (_code, signal) => {
      resolve(signal);
    }),
  );
  let heard = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [what, lane, n] = line.split(" ") as ["message" | "order", string, string];
    last[what][Number(lane)] = Number(n);
    if (++heard === acknowledgements) child.kill("SIGKILL");
  }
  if ((await closed) !== "SIGKILL") throw new Error(`The process ended by itself after ${heard} acts: ${problem}`);
  return last;
}

async function allItems(table: Table, pk: string): Promise<Page["items"]> {
  const items = [];
  let page: Page = await table.query({ pk });
  for (; page.cursor !== undefined; page = await table.query({ pk, cursor: page.cursor })) items.push(...page.items);
  return [...items, ...page.items];
}

const numbersUpTo = (last: readonly number[]): string[] =>
  last.flatMap((n, lane) => Array.from({ length: n + 1 }, (_, one) => name(lane, one))).sort();

it(`loses nothing and doubles nothing when it is killed ${KILLS} times`, async () => {
  const random = seededRandom(SEED);
  let next = Array.from({ length: LANES }, () => 0);
  let acknowledged: Acknowledged = { message: [], order: [] };
  for (let kill = 0; kill < KILLS; kill++) {
    acknowledged = await workUntilKilled(next, 1 + Math.floor(random() * 150));
    const file = new SqliteFile({ path: join(folder, "shop.sqlite") });
    expect(file.get("PRAGMA integrity_check")).toEqual({ integrity_check: "ok" });
    const lost = numbersUpTo(acknowledged.order).filter(
      (one) => !file.get("SELECT 1 FROM items WHERE pk = 'orders' AND sk = ?", one),
    );
    const doubled = file.all("SELECT queue, body FROM messages GROUP BY queue, body HAVING count(*) > 1");
    await file.close();
    expect({ lost, doubled }).toEqual({ lost: [], doubled: [] });
    // What was not acknowledged is asked for again, as a provider does; it may have happened all the same.
    next = acknowledged.order.map((n) => n + 1);
  }

  const home = await openCrashHome(folder);
  await home.settle();
  const { table } = home.app;

  const handled = (await allItems(table, HANDLED)).map(({ sk }) => sk.split(" ")[0] ?? "");
  expect(handled).toEqual([...new Set(handled)]);
  expect(handled).toEqual(expect.arrayContaining(numbersUpTo(acknowledged.message)));
  expect(await table.get(TURNS)).toMatchObject({ n: handled.length });

  const orders = (await allItems(table, orderKey(0, 0).pk)).map(({ sk }) => sk);
  expect(orders).toEqual(expect.arrayContaining(numbersUpTo(acknowledged.order)));
  expect(await table.get(ORDERS)).toMatchObject({ n: orders.length });

  const heard = await allItems(table, HEARD);
  const expected = LISTENERS.flatMap((one) => orders.map((order) => `${one} ${order} evt_${order}`)).sort();
  expect(heard.map(({ sk }) => sk)).toEqual(expected);
  expect(heard.filter(({ version }) => version !== 1)).toEqual([]);
  expect(home.deadLetters()).toEqual([]);
  await home.close();
  console.log(`${KILLS} kills, ${orders.length} orders, ${handled.length} messages`);
}, 120_000);
