/** The data file: groups of writes, other processes on the same file, copies, versions. */
import { mkdtemp, rm } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SqliteFile } from "../../shared/adapters/sqlite/file.ts";
import { SqliteQueue } from "../../shared/adapters/sqlite/queue.ts";
import { SqliteTable } from "../../shared/adapters/sqlite/table.ts";
import { add, put } from "../../shared/ports/table.ts";
import { settableClock } from "../fakes/clock.ts";

let folder = "";
const open: { close(): unknown }[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "file-"));
});
afterEach(async () => {
  vi.useRealTimers();
  for (const one of open.splice(0).reverse()) await one.close();
  await rm(folder, { recursive: true });
});

function start(name = "shop.sqlite") {
  const file = new SqliteFile({ path: join(folder, name) });
  open.push(file);
  const clock = settableClock();
  return { file, table: new SqliteTable(file, clock), queue: new SqliteQueue(file, clock, "1@1") };
}

/** Another process that has begun to write. */
function locker() {
  const other = new DatabaseSync(join(folder, "shop.sqlite"));
  open.push(other);
  other.exec("BEGIN IMMEDIATE");
  return other;
}

const KEY = { pk: "a", sk: "b" };

describe("the data file", () => {
  it("undoes a write that throws, alone among those of its group", async () => {
    const { file, table } = start();
    const outcomes = await Promise.allSettled([
      table.commit([add(KEY, { n: 1 })], { token: "first" }),
      file.write(() => {
        file.run("DELETE FROM items");
        throw new Error("No");
      }),
      table.commit([add(KEY, { n: 1 })], { token: "second" }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await table.get(KEY)).toEqual({ ...KEY, n: 2, version: 2 });
  });

  it("tells of what changed after the commit, once for a group", async () => {
    const { file, queue } = start();
    const told: unknown[] = [];
    file.onChange((topics) => told.push(topics === "all" ? topics : [...topics]));
    const send = (n: number) => queue.send("inbox", { group: "a", dedupeId: String(n), body: n });
    await Promise.all([send(1), send(2)]);
    await file.write(() => undefined);
    expect(told).toEqual([["queue:inbox"]]);
  });

  it("notices what another process wrote, and nothing of its own", async () => {
    const { file, table } = start();
    const other = start();
    const told: unknown[] = [];
    file.onChange((topics) => told.push(topics));
    await table.commit([put(KEY, "any")], { token: "own" });
    file.lookElsewhere();
    expect(told).toEqual([]);
    await other.table.commit([put(KEY, "any")], { token: "other" });
    file.lookElsewhere();
    file.lookElsewhere();
    expect(told).toEqual(["all"]);
  });

  it("waits for another process that writes, and loses nothing", async () => {
    const { table } = start();
    const other = locker();
    const commits = [1, 2, 3].map((n) => table.commit([add(KEY, { n: 1 })], { token: `t${n}` }));
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(await table.get(KEY)).toBeUndefined();
    other.exec("COMMIT");
    expect(await Promise.all(commits)).toEqual([{ done: true }, { done: true }, { done: true }]);
    expect(await table.get(KEY)).toEqual({ ...KEY, n: 3, version: 3 });
  });

  it("answers busy, or fails a message, when another process does not let go", async () => {
    const { table, queue } = start();
    const other = locker();
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const commit = table.commit([put(KEY, "absent")], { token: "t" });
    const send = queue.send("inbox", { group: "a", dedupeId: "1", body: 1 }).catch((error: unknown) => error);
    for (let tries = 0; tries < 20; tries++) {
      await new Promise(setImmediate);
      vi.runAllTimers();
    }
    expect(await commit).toEqual({ done: false, busy: true });
    expect(await send).toEqual(new Error("The data file stayed locked by another process for 2 s"));
    other.exec("COMMIT");
    expect(await table.commit([put(KEY, "absent")], { token: "t" })).toEqual({ done: true });
  });

  it("is copied whole while it is in use", async () => {
    const { file, table } = start();
    await table.commit([put(KEY, "absent")], { token: "before" });
    file.copyTo(join(folder, "copy.sqlite"));
    await table.commit([add(KEY, { n: 1 })], { token: "after" });
    expect(await start("copy.sqlite").table.get(KEY)).toEqual({ ...KEY, version: 1 });
  });

  it("is refused when a later version of the program wrote it", () => {
    const { file } = start();
    file.run("PRAGMA user_version = 99");
    expect(() => new SqliteFile({ path: join(folder, "shop.sqlite") })).toThrow(/later version[^]*update the program/);
  });

  it("keeps what it was given when it is closed at once", async () => {
    const { file, table } = start();
    const commit = table.commit([put(KEY, "absent")], { token: "t" });
    open.splice(open.indexOf(file), 1);
    await file.close();
    expect(await commit).toEqual({ done: true });
    expect(await start().table.get(KEY)).toEqual({ ...KEY, version: 1 });
  });

  it("frees the room of expired items", async () => {
    const { file, table } = start();
    await table.commit([put({ ...KEY, expiresAt: 1 }, "any"), put({ pk: "a", sk: "kept" }, "any")], { token: "t" });
    expect(await table.sweep()).toBe(1);
    expect(file.all("SELECT sk FROM items")).toEqual([{ sk: "kept" }]);
  });
});
