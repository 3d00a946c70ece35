/** What `expiresAt` promises: absent from that second on, however long the store keeps the bytes. */
import { expect, it } from "vitest";
import { millis } from "../../shared/domain/time.ts";
import { add, check, put, remove } from "../../shared/ports/table.ts";
import { type Bench } from "./table-suite.ts";

export function expiryPromises(start: () => Bench): void {
  async function expiring() {
    const bench = start();
    const expiresAt = Math.floor(millis(bench.clock.now()) / 1000) + 60;
    await bench.commit(put({ ...bench.key("short"), n: 7, expiresAt }, "absent"), put(bench.key("zlong"), "absent"));
    return { ...bench, expiresAt };
  }

  it("keeps an item until its second, and not from that second on", async () => {
    const { table, key, clock, expiresAt } = await expiring();
    clock.advance(59_999);
    expect(await table.get(key("short"), { strong: true })).toEqual({ ...key("short"), n: 7, expiresAt, version: 1 });
    clock.advance(1);
    expect(await table.get(key("short"), { strong: true })).toBeUndefined();
    expect(await table.get(key("short"))).toBeUndefined();
    expect(await table.getMany([key("short"), key("zlong")])).toEqual([undefined, { ...key("zlong"), version: 1 }]);
  });

  it("leaves expired items out of queries without giving short pages", async () => {
    const { table, key, clock, eventually } = await expiring();
    const { pk } = key("any");
    await eventually(async () => {
      expect((await table.query({ pk })).items).toHaveLength(2);
    });
    clock.advance(60_000);
    expect(await table.query({ pk })).toEqual({ items: [{ ...key("zlong"), version: 1 }] });
    expect((await table.query({ pk, limit: 1 })).items).toEqual([{ ...key("zlong"), version: 1 }]);
  });

  it("takes an expired item for absent when it is put, and begins anew at version 1", async () => {
    const { table, key, clock, commit } = await expiring();
    clock.advance(60_000);
    await commit(check(key("short"), "absent"));
    await commit(put({ ...key("short"), again: true }, "absent"));
    expect(await table.get(key("short"), { strong: true })).toEqual({ ...key("short"), again: true, version: 1 });
  });

  it("adds to an expired item as to an absent one", async () => {
    const { table, key, clock, commit, token } = await expiring();
    clock.advance(60_000);
    const short = await table.commit([add(key("short"), { n: -1 }, { atLeast: { n: 0 } })], { token: token() });
    expect(short).toEqual({ done: false, refused: { which: 0, why: "atLeast" } });
    await commit(add(key("short"), { n: 1 }));
    expect(await table.get(key("short"), { strong: true })).toEqual({ ...key("short"), n: 1, version: 1 });
  });

  it("refuses the version of an expired item", async () => {
    const { table, key, clock, token } = await expiring();
    clock.advance(60_000);
    const refused = { done: false, refused: { which: 0, why: "when" } };
    expect(await table.commit([check(key("short"), { version: 1 })], { token: token() })).toEqual(refused);
    expect(await table.commit([remove(key("short"), { version: 1 })], { token: token() })).toEqual(refused);
    expect(await table.commit([put(key("short"), { version: 1 })], { token: token() })).toEqual(refused);
  });

  it("keeps an item for good when it is put again without an end", async () => {
    const { table, key, clock, commit } = await expiring();
    await commit(put(key("short"), { version: 1 }));
    clock.advance(60_000);
    expect(await table.get(key("short"), { strong: true })).toEqual({ ...key("short"), version: 2 });
  });
}
