/** What reading promises: many keys, ranges, order, pages, the index. */
import { expect, it } from "vitest";
import { type Query, put, remove } from "../../shared/ports/table.ts";
import { type Bench } from "./table-suite.ts";

/** U+FF5E sorts after the emoji by UTF-16 units and before it by bytes. */
const BY_BYTES = [
  "0",
  "10",
  "9",
  "A",
  "a",
  "b#",
  "b#1",
  "b#2",
  "b$",
  "bb",
  "đ",
  "ế",
  "\uffff",
  "\u{1F600}",
  "\u{10FFFF}",
];

export function queryPromises(start: () => Bench): void {
  async function filled(names = BY_BYTES) {
    const bench = start();
    await bench.commit(...[...names].reverse().map((sk) => put(bench.key(sk), "absent")));
    const { pk } = bench.key("any");
    const sks = async (query: Omit<Query, "pk"> = {}) => (await bench.all({ pk, ...query })).map(({ sk }) => sk);
    return { ...bench, pk, sks };
  }

  it("answers many keys in the order asked, doubled ones and absent ones too", async () => {
    const { table, key, commit } = start();
    const keys = Array.from({ length: 230 }, (_, n) => key(`item-${n}`));
    for (let from = 0; from < 200; from += 100)
      await commit(...keys.slice(from, from + 100).map((one) => put({ ...one, n: 1 }, "absent")));
    const asked = [...keys].reverse().concat(keys.slice(0, 5));
    const expected = asked.map((one) =>
      Number(one.sk.slice("item-".length)) < 200 ? { ...one, n: 1, version: 1 } : undefined,
    );
    expect(await table.getMany(asked)).toEqual(expected);
    expect(await table.getMany([])).toEqual([]);
  });

  it("sorts by UTF-8 bytes, both ways", async () => {
    const { sks, eventually } = await filled();
    await eventually(async () => {
      expect(await sks()).toEqual(BY_BYTES);
    });
    expect(await sks({ order: "descending" })).toEqual([...BY_BYTES].reverse());
  });

  it("finds a prefix", async () => {
    const { sks, eventually } = await filled();
    await eventually(async () => {
      expect(await sks({ range: { prefix: "b#" } })).toEqual(["b#", "b#1", "b#2"]);
    });
    expect(await sks({ range: { prefix: "b" }, order: "descending" })).toEqual(["bb", "b$", "b#2", "b#1", "b#"]);
    expect(await sks({ range: { prefix: "\u{10FFFF}" } })).toEqual(["\u{10FFFF}"]);
    expect(await sks({ range: { prefix: "" } })).toEqual(BY_BYTES);
    expect(await sks({ range: { prefix: "none" } })).toEqual([]);
  });

  it("finds what lies between two ends, which belong to it", async () => {
    const { sks, eventually } = await filled();
    await eventually(async () => {
      expect(await sks({ range: { between: ["9", "b#1"] } })).toEqual(["9", "A", "a", "b#", "b#1"]);
    });
    expect(await sks({ range: { between: ["\uff5e", "\u{1F600}"] } })).toEqual(["\uffff", "\u{1F600}"]);
    expect(await sks({ range: { between: ["b", "a"] } })).toEqual([]);
  });

  it.each([1, 2, 5, 14, 15, 16])("gives every item once in pages of %i, with or without a range", async (limit) => {
    const { sks, eventually } = await filled();
    await eventually(async () => {
      expect(await sks({ limit })).toEqual(BY_BYTES);
    });
    expect(await sks({ limit, order: "descending" })).toEqual([...BY_BYTES].reverse());
    const ranged = ["b#", "b#1", "b#2", "b$", "bb"];
    expect(await sks({ limit, range: { prefix: "b" } })).toEqual(ranged);
    expect(await sks({ limit, range: { between: ["b#", "bb"] }, order: "descending" })).toEqual(ranged.reverse());
  });

  it("goes on behind the cursor when items came and went meanwhile", async () => {
    const { table, pk, key, commit, eventually } = await filled(["a", "b", "c", "d"]);
    await eventually(async () => {
      expect((await table.query({ pk })).items).toHaveLength(4);
    });
    const first = await table.query({ pk, limit: 2 });
    await commit(remove(key("b"), "any"), put(key("a2"), "absent"), put(key("c2"), "absent"));
    await eventually(async () => {
      const rest = await table.query({ pk, cursor: first.cursor ?? "" });
      expect(rest.items.map(({ sk }) => sk)).toEqual(["c", "c2", "d"]);
    });
  });

  it("keeps to its partition", async () => {
    const { table, key, commit, eventually } = start();
    await commit(put(key("x", "1"), "absent"), put(key("y", "11"), "absent"));
    await eventually(async () => {
      expect(await table.query({ pk: key("", "1").pk })).toEqual({ items: [{ ...key("x", "1"), version: 1 }] });
    });
  });

  it("reads on where a page without a limit ends early", async () => {
    const { key, commit, all, eventually } = start();
    const big = "x".repeat(200_000);
    for (let n = 0; n < 12; n += 4)
      await commit(...[0, 1, 2, 3].map((m) => put({ ...key(`big-${String(n + m).padStart(2, "0")}`), big }, "absent")));
    await eventually(async () => {
      expect((await all({ pk: key("").pk })).map(({ sk }) => sk).at(-1)).toBe("big-11");
    });
    expect(await all({ pk: key("").pk })).toHaveLength(12);
  });

  it("refuses a cursor that it did not give", async () => {
    const { table, key } = start();
    await expect(table.query({ pk: key("").pk, cursor: "no cursor" })).rejects.toThrow(/cursor/i);
  });

  it("finds items by the index, answering keys alone", async () => {
    const { key, commit, all, eventually } = start();
    const gsi1pk = key("", "day").pk;
    await commit(
      ...BY_BYTES.map((gsi1sk, n) => put({ ...key(`item-${n}`, String(n)), gsi1pk, gsi1sk, name: "x" }, "absent")),
      put({ ...key("elsewhere"), gsi1pk: `${gsi1pk}2`, gsi1sk: "a" }, "absent"),
      put(key("nowhere"), "absent"),
    );
    const found = async (query: Omit<Query, "pk" | "index"> = {}) => {
      const items = await all({ index: "gsi1", pk: gsi1pk, ...query });
      for (const item of items) expect(item).not.toHaveProperty("name");
      return items.map(({ pk, sk }) => ({ pk, sk }));
    };
    const expected = BY_BYTES.map((_, n) => key(`item-${n}`, String(n)));
    await eventually(async () => {
      expect(await found()).toEqual(expected);
    });
    expect(await found({ order: "descending", limit: 4 })).toEqual([...expected].reverse());
    expect(await found({ range: { prefix: "b#" }, limit: 2 })).toEqual(expected.slice(5, 8));
    expect(await found({ range: { between: ["9", "a"] } })).toEqual(expected.slice(2, 5));
  });

  it("pages through items that stand at one place of the index", async () => {
    const { key, commit, all, eventually } = start();
    const gsi1pk = key("", "same").pk;
    const names = ["a", "b", "c", "d", "e"];
    await commit(...names.map((sk) => put({ ...key(sk), gsi1pk, gsi1sk: "same" }, "absent")));
    await eventually(async () => {
      const items = await all({ index: "gsi1", pk: gsi1pk, limit: 2 });
      expect(items.map(({ sk }) => sk).sort()).toEqual(names);
    });
  });

  it("moves items within the index, and takes them out of it", async () => {
    const { key, commit, all, eventually } = start();
    const gsi1pk = key("", "moving").pk;
    const found = async () => (await all({ index: "gsi1", pk: gsi1pk })).map(({ sk }) => sk);
    await commit(...["a", "b", "c"].map((sk) => put({ ...key(sk), gsi1pk, gsi1sk: sk }, "absent")));
    await eventually(async () => {
      expect(await found()).toEqual(["a", "b", "c"]);
    });
    await commit(put({ ...key("a"), gsi1pk, gsi1sk: "z" }, "any"), put(key("b"), "any"));
    await eventually(async () => {
      expect(await found()).toEqual(["c", "a"]);
    });
    await commit(remove(key("c"), "any"));
    await eventually(async () => {
      expect(await found()).toEqual(["a"]);
    });
  });

  it("gives the index keys back with the item", async () => {
    const { table, key, commit } = start();
    const draft = { ...key("a"), gsi1pk: key("", "i").pk, gsi1sk: "s" };
    await commit(put(draft, "absent"));
    expect(await table.get(key("a"), { strong: true })).toEqual({ ...draft, version: 1 });
  });
}
