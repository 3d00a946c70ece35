/** What holds when many commit at once, and when one commit is sent twice. */
import { expect, it } from "vitest";
import { type Committed, type Write, add, put, remove } from "../../shared/ports/table.ts";
import { type Bench } from "./table-suite.ts";

export function concurrencyPromises(start: () => Bench): void {
  /** A store may answer `busy` under contention: then nothing was written, and it is sent again. */
  async function insist(bench: Bench, writes: readonly Write[]): Promise<Committed> {
    const token = bench.token();
    for (;;) {
      const outcome = await bench.table.commit(writes, { token });
      if (outcome.done || "refused" in outcome) return outcome;
    }
  }

  it("loses none of many additions to one item at once", async () => {
    const bench = start();
    const key = bench.key("counter");
    const outcomes = await Promise.all(Array.from({ length: 60 }, () => insist(bench, [add(key, { n: 1 })])));
    expect(outcomes).toEqual(outcomes.map(() => ({ done: true })));
    expect(await bench.table.get(key, { strong: true })).toEqual({ ...key, n: 60, version: 60 });
  });

  it("sells no more than there is when many commits take from one stock", async () => {
    const bench = start();
    const stock = bench.key("stock");
    await bench.commit(put({ ...stock, onHand: 7 }, "absent"));
    const buy = (n: number) =>
      insist(bench, [put(bench.key(`order-${n}`), "absent"), add(stock, { onHand: -1 }, { atLeast: { onHand: 0 } })]);
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, n) => buy(n)));
    const refused = outcomes.filter(({ done }) => !done);
    expect(refused).toEqual(Array.from({ length: 5 }, () => ({ done: false, refused: { which: 1, why: "atLeast" } })));
    expect(await bench.table.get(stock, { strong: true })).toEqual({ ...stock, onHand: 0, version: 8 });
    const orders = await bench.all({ pk: stock.pk, range: { prefix: "order-" } });
    expect(orders).toHaveLength(7);
  });

  it("lets one of many creators win", async () => {
    const bench = start();
    const key = bench.key("code");
    const create = (n: number) => insist(bench, [put({ ...key, n }, "absent"), put(bench.key(`by-${n}`), "absent")]);
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, n) => create(n)));
    const winners = outcomes.flatMap(({ done }, n) => (done ? [n] : []));
    expect(winners).toHaveLength(1);
    expect(await bench.table.get(key, { strong: true })).toEqual({ ...key, n: winners[0], version: 1 });
    expect(await bench.all({ pk: key.pk, range: { prefix: "by-" } })).toHaveLength(1);
  });

  it("answers done to a commit repeated under its token, and writes it once", async () => {
    const bench = start();
    const { table, key } = bench;
    const once: readonly (readonly Write[])[] = [
      [put({ ...key("put"), n: 1 }, "absent")],
      [add(key("add"), { n: 1 })],
      [put({ ...key("both"), n: 1 }, "absent"), add(key("counter"), { n: 1 }), remove(key("none"), "any")],
    ];
    for (const writes of once) {
      const token = bench.token();
      expect(await table.commit(writes, { token })).toEqual({ done: true });
      expect(await table.commit(writes, { token })).toEqual({ done: true });
    }
    const sks = ["put", "add", "both", "counter"];
    expect(await table.getMany(sks.map((sk) => key(sk)))).toEqual(sks.map((sk) => ({ ...key(sk), n: 1, version: 1 })));
  });

  it("answers done to a repeated put at a version", async () => {
    const bench = start();
    const key = bench.key("a");
    await bench.commit(put(key, "absent"));
    const token = bench.token();
    for (let times = 0; times < 2; times++)
      expect(await bench.table.commit([put({ ...key, n: 1 }, { version: 1 })], { token })).toEqual({ done: true });
    expect(await bench.table.get(key, { strong: true })).toEqual({ ...key, n: 1, version: 2 });
  });

  it("writes once when one commit is sent many times at once", async () => {
    const bench = start();
    const { table, key } = bench;
    const token = bench.token();
    const writes = [put(key("order"), "absent"), add(key("sold"), { n: 1 })];
    const attempt = async (): Promise<Committed> => {
      const outcome = await table.commit(writes, { token });
      return outcome.done || "refused" in outcome ? outcome : attempt();
    };
    const outcomes = await Promise.all(Array.from({ length: 6 }, attempt));
    expect(outcomes).toEqual(outcomes.map(() => ({ done: true })));
    expect(await table.get(key("sold"), { strong: true })).toEqual({ ...key("sold"), n: 1, version: 1 });
  });

  it("lets a refused commit's token be used again: nothing was written under it", async () => {
    const bench = start();
    const { table, key } = bench;
    const token = bench.token();
    await bench.commit(put(key("taken"), "absent"));
    const refused = await table.commit([put(key("a"), "absent"), put(key("taken"), "absent")], { token });
    expect(refused).toEqual({ done: false, refused: { which: 1, why: "when" } });
    expect(await table.commit([put(key("a"), "absent")], { token })).toEqual({ done: true });
  });
}
