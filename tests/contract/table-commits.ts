/** What a commit promises: conditions, bounds, versions, all or nothing. */
import { expect, it } from "vitest";
import { add, check, put, remove } from "../../shared/ports/table.ts";
import { type Bench } from "./table-suite.ts";

export function commitPromises(start: () => Bench): void {
  it("gives back what was put, with version 1", async () => {
    const { table, key, commit } = start();
    const draft = {
      ...key("a"),
      text: "Miến dong Phja Đén 😀 \u0000 \"'\\",
      empty: "",
      yes: true,
      nothing: null,
      whole: Number.MAX_SAFE_INTEGER,
      least: Number.MIN_SAFE_INTEGER,
      part: 0.5,
      list: [1, "hai", [null, false], {}],
      map: { đồng: { "a.b": [] } },
    };
    await commit(put(draft, "absent"));
    expect(await table.get(key("a"), { strong: true })).toEqual({ ...draft, version: 1 });
  });

  it("answers undefined for an absent item", async () => {
    const { table, key } = start();
    expect(await table.get(key("none"))).toBeUndefined();
    expect(await table.get(key("none"), { strong: true })).toBeUndefined();
  });

  it("puts when absent once, then says which write refused", async () => {
    const { table, key, commit, token } = start();
    await commit(put({ ...key("a"), by: "first" }, "absent"));
    const second = await table.commit([put({ ...key("a"), by: "second" }, "absent")], { token: token() });
    expect(second).toEqual({ done: false, refused: { which: 0, why: "when" } });
    expect(await table.get(key("a"), { strong: true })).toEqual({ ...key("a"), by: "first", version: 1 });
  });

  it("replaces the whole item at the version that was read, and raises it by one", async () => {
    const { table, key, commit } = start();
    await commit(put({ ...key("a"), old: 1, both: 1 }, "absent"));
    await commit(put({ ...key("a"), both: 2 }, { version: 1 }));
    expect(await table.get(key("a"), { strong: true })).toEqual({ ...key("a"), both: 2, version: 2 });
  });

  it("refuses a put at a version that is no more, or of an absent item", async () => {
    const { table, key, commit, token } = start();
    await commit(put({ ...key("a") }, "absent"));
    await commit(put({ ...key("a") }, { version: 1 }));
    const refused = { done: false, refused: { which: 0, why: "when" } };
    expect(await table.commit([put(key("a"), { version: 1 })], { token: token() })).toEqual(refused);
    expect(await table.commit([put(key("b"), { version: 1 })], { token: token() })).toEqual(refused);
    expect(await table.get(key("b"), { strong: true })).toBeUndefined();
  });

  it("puts at any time: creates at version 1, replaces at a higher one", async () => {
    const { table, key, commit } = start();
    await commit(put({ ...key("a"), n: 1 }, "any"));
    expect(await table.get(key("a"), { strong: true })).toEqual({ ...key("a"), n: 1, version: 1 });
    await commit(put({ ...key("a"), m: 2 }, "any"));
    const replaced = await table.get(key("a"), { strong: true });
    expect(replaced).toEqual({ ...key("a"), m: 2, version: replaced?.version });
    expect(replaced?.version).toBeGreaterThan(1);
  });

  it("gives the version itself: one in the draft counts for nothing", async () => {
    const { table, key, commit } = start();
    await commit(put({ ...key("a"), version: 77 }, "absent"));
    expect(await table.get(key("a"), { strong: true })).toEqual({ ...key("a"), version: 1 });
  });

  it("removes at a version, at any time, and quietly what is not there", async () => {
    const { table, key, commit, token } = start();
    await commit(put(key("a"), "absent"), put(key("b"), "absent"));
    const wrong = await table.commit([remove(key("a"), { version: 2 })], { token: token() });
    expect(wrong).toEqual({ done: false, refused: { which: 0, why: "when" } });
    await commit(remove(key("a"), { version: 1 }));
    await commit(remove(key("b"), "any"));
    await commit(remove(key("never"), "any"));
    expect(await table.getMany([key("a"), key("b")])).toEqual([undefined, undefined]);
  });

  it("creates a removed item anew at version 1", async () => {
    const { table, key, commit } = start();
    await commit(put(key("a"), "absent"));
    await commit(put(key("a"), { version: 1 }));
    await commit(remove(key("a"), { version: 2 }));
    await commit(put(key("a"), "absent"));
    expect(await table.get(key("a"), { strong: true })).toEqual({ ...key("a"), version: 1 });
  });

  it("checks without writing", async () => {
    const { table, key, commit, token } = start();
    await commit(put(key("a"), "absent"));
    await commit(check(key("a"), { version: 1 }), check(key("b"), "absent"), put(key("c"), "absent"));
    const refused = await table.commit([put(key("d"), "absent"), check(key("a"), "absent")], { token: token() });
    expect(refused).toEqual({ done: false, refused: { which: 1, why: "when" } });
    const alone = await table.commit([check(key("a"), { version: 9 })], { token: token() });
    expect(alone).toEqual({ done: false, refused: { which: 0, why: "when" } });
    expect(await table.getMany([key("a"), key("b"), key("d")])).toEqual([
      { ...key("a"), version: 1 },
      undefined,
      undefined,
    ]);
  });

  it("adds to numbers, creating what is absent, and always raises the version", async () => {
    const { table, key, commit } = start();
    await commit(add(key("a"), { sold: 2, reserved: -1 }));
    expect(await table.get(key("a"), { strong: true })).toEqual({ ...key("a"), sold: 2, reserved: -1, version: 1 });
    await commit(add(key("a"), { sold: 3, returned: 1 }));
    await commit(add(key("a"), {}));
    expect(await table.get(key("a"), { strong: true })).toEqual({
      ...key("a"),
      sold: 5,
      reserved: -1,
      returned: 1,
      version: 3,
    });
  });

  it("adds to a put item and leaves its other attributes alone", async () => {
    const { table, key, commit } = start();
    await commit(put({ ...key("a"), price: 45000, tags: ["x"], onHand: 5 }, "absent"));
    await commit(add(key("a"), { onHand: -2 }, { equals: { price: 45000, tags: ["x"] } }));
    expect(await table.get(key("a"), { strong: true })).toEqual({
      ...key("a"),
      price: 45000,
      tags: ["x"],
      onHand: 3,
      version: 2,
    });
  });

  it("adds decimals as people do", async () => {
    const { table, key, commit } = start();
    await commit(add(key("a"), { kilograms: 0.1 }));
    await commit(add(key("a"), { kilograms: 0.2 }, { atLeast: { kilograms: 0.3 } }));
    expect(await table.get(key("a"), { strong: true })).toEqual({ ...key("a"), kilograms: 0.3, version: 2 });
  });

  it("holds `atLeast` after the addition; an absent number counts as 0", async () => {
    const { table, key, commit, token } = start();
    await commit(put({ ...key("a"), onHand: 3 }, "absent"));
    await commit(add(key("a"), { onHand: -2 }, { atLeast: { onHand: 1 } }));
    const short = await table.commit([add(key("a"), { onHand: -2 }, { atLeast: { onHand: 0 } })], { token: token() });
    expect(short).toEqual({ done: false, refused: { which: 0, why: "atLeast" } });
    const absent = await table.commit([add(key("b"), { n: -1 }, { atLeast: { n: 0 } })], { token: token() });
    expect(absent).toEqual({ done: false, refused: { which: 0, why: "atLeast" } });
    await commit(add(key("b"), { n: 1 }, { atLeast: { n: 1 } }));
    expect(await table.getMany([key("a"), key("b")])).toEqual([
      { ...key("a"), onHand: 1, version: 2 },
      { ...key("b"), n: 1, version: 1 },
    ]);
  });

  it("holds `equals` to what is there, and names it before `atLeast`", async () => {
    const { table, key, commit, token } = start();
    await commit(put({ ...key("a"), price: 45000, map: { x: 1, y: [2] }, none: null, onHand: 1 }, "absent"));
    const attempt = (equals: Record<string, number | null | string>, sk = "a") =>
      table.commit([add(key(sk), { onHand: -9 }, { equals, atLeast: { onHand: 0 } })], { token: token() });
    const refused = { done: false, refused: { which: 0, why: "equals" } };
    expect(await attempt({ price: 45001 })).toEqual(refused);
    expect(await attempt({ price: "45000" })).toEqual(refused);
    expect(await attempt({ absent: null })).toEqual(refused);
    expect(await attempt({ price: 45000 }, "b")).toEqual(refused);
    expect(await attempt({ price: 45000 })).toEqual({ done: false, refused: { which: 0, why: "atLeast" } });
    await commit(add(key("a"), {}, { equals: { map: { y: [2], x: 1 }, none: null } }));
  });

  it("writes all or nothing, and names the first write that refused", async () => {
    const { table, key, commit, token } = start();
    await commit(put({ ...key("stock"), onHand: 1 }, "absent"));
    const outcome = await table.commit(
      [
        put({ ...key("order") }, "absent"),
        add(key("stock"), { onHand: -2 }, { atLeast: { onHand: 0 } }),
        remove(key("stock2"), { version: 1 }),
      ],
      { token: token() },
    );
    expect(outcome).toEqual({ done: false, refused: { which: 1, why: "atLeast" } });
    expect(await table.get(key("order"), { strong: true })).toBeUndefined();
    expect(await table.get(key("stock"), { strong: true })).toEqual({ ...key("stock"), onHand: 1, version: 1 });
  });

  it("is done with nothing to write", async () => {
    const { table, token } = start();
    expect(await table.commit([], { token: token() })).toEqual({ done: true });
  });
}
