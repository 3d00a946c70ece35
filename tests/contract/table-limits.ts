/** What no adapter takes, so that nothing works in one home alone: each throws, and nothing is written. */
import { expect, it } from "vitest";
import { type Draft, type Value, type Write, add, check, put, remove } from "../../shared/ports/table.ts";
import { type Bench } from "./table-suite.ts";

const KB = 1024;

export function limitPromises(start: () => Bench): void {
  const throws = async (bench: Bench, message: RegExp, ...writes: Write[]) => {
    await expect(bench.table.commit(writes, { token: bench.token() })).rejects.toThrow(message);
  };

  it.each<[string, unknown, RegExp]>([
    ["undefined", undefined, /undefined/],
    ["NaN", Number.NaN, /NaN/],
    ["an endless number", Number.POSITIVE_INFINITY, /Infinity/],
    ["an integer beyond 2^53", 2 ** 53, /9007199254740992/],
    ["an integer below -2^53", -(2 ** 53), /-9007199254740992/],
    ["a date", new Date(0), /Date/],
    ["a map", new Map(), /Map/],
    ["a function", () => 1, /function/],
    ["a bigint", 1n, /bigint/],
    ["an attribute without a name", { "": 1 }, /without a name/],
  ])("refuses %s at the top and nested", async (_name, value, message) => {
    const bench = start();
    const { table, key } = bench;
    for (const bad of [value, [value], { deep: [{ er: value }] }]) {
      const item = { ...key("a"), bad } as Draft;
      await throws(bench, message, put(key("good"), "absent"), put(item, "absent"));
    }
    expect(await table.getMany([key("a"), key("good")])).toEqual([undefined, undefined]);
  });

  it("refuses values that are nested too deep", async () => {
    const bench = start();
    const nest = (levels: number): Value => (levels === 0 ? 1 : [nest(levels - 1)]);
    await bench.commit(put({ ...bench.key("a"), nest: nest(25) }, "absent"));
    await throws(bench, /nested deeper/, put({ ...bench.key("b"), nest: nest(40) }, "absent"));
  });

  it("refuses numbers that an addition can't take", async () => {
    const bench = start();
    const key = bench.key("a");
    await throws(bench, /NaN/, add(key, { n: Number.NaN }));
    await throws(bench, /9007199254740992/, add(key, { n: 2 ** 53 }));
    await throws(bench, /NaN/, add(key, { n: 1 }, { atLeast: { n: Number.NaN } }));
    await throws(bench, /numbers alone/, add(key, { n: "1" as unknown as number }));
    await throws(bench, /version/, add(key, { version: 1 }));
    await throws(bench, /expiresAt/, add(key, { expiresAt: 1 }));
  });

  it("refuses to add to what is no number", async () => {
    const bench = start();
    await bench.commit(put({ ...bench.key("a"), name: "x" }, "absent"));
    await expect(bench.table.commit([add(bench.key("a"), { name: 1 })], { token: bench.token() })).rejects.toThrow();
    await expect(
      bench.table.commit([put(bench.key("b"), "absent"), add(bench.key("a"), { name: 1 })], { token: bench.token() }),
    ).rejects.toThrow();
    expect(await bench.table.get(bench.key("b"), { strong: true })).toBeUndefined();
  });

  it("refuses empty keys, halves of characters in keys, and keys that are too long", async () => {
    const bench = start();
    const { table, key } = bench;
    await throws(bench, /pk is empty/, put({ pk: "", sk: "a" }, "any"));
    await throws(bench, /sk is empty/, put(key(""), "any"));
    await throws(bench, /sk is empty/, remove(key(""), "any"));
    await throws(bench, /sk is empty/, check(key(""), "any"));
    await throws(bench, /sk is empty/, add(key(""), {}));
    await throws(bench, /surrogate/, put(key("\ud83d"), "any"));
    await throws(bench, /1026 bytes/, put(key("ế".repeat(342)), "any"));
    await throws(bench, /3000 bytes/, put({ pk: "x".repeat(3000), sk: "a" }, "any"));
    await expect(table.get({ pk: "", sk: "a" })).rejects.toThrow(/pk is empty/);
    await expect(table.getMany([key("a"), key("")])).rejects.toThrow(/sk is empty/);
    await expect(table.query({ pk: "" })).rejects.toThrow(/pk is empty/);
  });

  it("refuses index keys that are empty, halved or no text", async () => {
    const bench = start();
    const draft = bench.key("a");
    await throws(bench, /gsi1pk is empty/, put({ ...draft, gsi1pk: "", gsi1sk: "a" }, "any"));
    await throws(bench, /both gsi1pk and gsi1sk/, put({ ...draft, gsi1pk: "a" }, "any"));
    await throws(bench, /gsi1sk/, put({ ...draft, gsi1pk: "a", gsi1sk: 1 }, "any"));
  });

  it("refuses an end of life that is no whole second", async () => {
    const bench = start();
    for (const expiresAt of [1.5, -1, "2041", Date.UTC(2041, 1, 1)])
      await throws(bench, /expiresAt/, put({ ...bench.key("a"), expiresAt }, "any"));
  });

  it("refuses a limit that is no count", async () => {
    const { table, key } = start();
    for (const limit of [0, -1, 1.5, Number.NaN])
      await expect(table.query({ pk: key("").pk, limit })).rejects.toThrow(/limit/);
  });

  it("takes one write per key, even through different acts", async () => {
    const bench = start();
    const key = bench.key("a");
    await throws(bench, /Two writes/, put(key, "any"), put(key, "any"));
    await throws(bench, /Two writes/, check(key, "absent"), put(key, "any"));
    expect(await bench.table.get(key, { strong: true })).toBeUndefined();
  });

  it("takes 100 writes and no more", async () => {
    const bench = start();
    const writes = (count: number) => Array.from({ length: count }, (_, n) => put(bench.key(`n${n}`), "any"));
    await throws(bench, /101 writes/, ...writes(101));
    await bench.commit(...writes(100));
    expect(await bench.all({ pk: bench.key("").pk })).toHaveLength(100);
  });

  it("takes items up to 400 KB, counted in bytes", async () => {
    const bench = start();
    await bench.commit(put({ ...bench.key("fits"), text: "x".repeat(399 * KB) }, "absent"));
    await throws(bench, /bytes: the most is 409600/, put({ ...bench.key("a"), text: "x".repeat(401 * KB) }, "any"));
    await throws(bench, /bytes: the most is 409600/, put({ ...bench.key("a"), text: "ế".repeat(140 * KB) }, "any"));
  });

  it("takes commits up to 4 MB", async () => {
    const bench = start();
    const text = "x".repeat(390 * KB);
    const writes = (count: number) =>
      Array.from({ length: count }, (_, n) => put({ ...bench.key(`n${n}`), text }, "any"));
    await throws(bench, /bytes: the most is 4194304/, ...writes(11));
    await bench.commit(...writes(10));
    expect(await bench.all({ pk: bench.key("").pk })).toHaveLength(10);
  });

  it("wants a token", async () => {
    const { table, key } = start();
    await expect(table.commit([put(key("a"), "any")], { token: "" })).rejects.toThrow(/token/);
  });
}
