import { describe, expect, it } from "vitest";
import { failure, HOUR, rotatingZalo, START, stored, world } from "../testing/token-world.ts";
import type { Answer } from "../testing/local-server.ts";

describe("a crash with a refresh in flight", () => {
  async function crashed() {
    const zalo = await rotatingZalo();
    const the = world(zalo);
    await the.begin();
    the.time.now = START + 20 * HOUR;
    let finish: (() => void) | undefined;
    const began = new Promise<void>((started) => {
      const refresh = async (token: string) => {
        started();
        await new Promise<void>((resolve) => (finish = resolve));
        return { accessToken: "at-late", refreshToken: `late-${token}`, expiresIn: 90_000 };
      };
      the
        .keeper({ refresh })
        .token()
        .catch(() => undefined);
    });
    await began;
    return { ...the, zalo, finish: () => finish?.() };
  }

  it("raises one alarm, reuses nothing, and lives on the old token while it lasts", async () => {
    const { time, keeper, kinds, zalo } = await crashed();
    time.now += 15_000;
    expect(await keeper().token()).toBe("at-0");
    expect(await keeper().token()).toBe("at-0");
    expect([kinds(), zalo.seen.length]).toEqual([["interrupted"], 0]);
    expect(await failure(keeper().renew("at-0"))).toBe("alarm grant-halted");
    time.now = START + 25 * HOUR;
    expect(await failure(keeper().token())).toBe("alarm grant-halted");
    expect([kinds(), zalo.seen.length]).toEqual([["interrupted"], 0]);
  });

  it("is healed by a new seed from a person", async () => {
    const { time, keeper, zalo, store } = await crashed();
    time.now += 15_000;
    await keeper().token();
    expect(await keeper({ seed: "rt-0" }).renew("at-0")).toBe("at-1");
    expect([zalo.seen.length, (await stored(store))?.halted]).toEqual([1, undefined]);
  });

  it("is healed by a pair from a new connection", async () => {
    const { time, keeper } = await crashed();
    time.now += 15_000;
    const mine = keeper();
    await mine.token();
    await mine.adopt({ accessToken: "at-new", refreshToken: "rt-new", expiresIn: 90_000 });
    expect(await mine.token()).toBe("at-new");
  });

  it("is healed by the slow process itself, if it still lives", async () => {
    const { time, keeper, store, finish } = await crashed();
    time.now += 15_000;
    await keeper().token();
    const saved = store.nextWrite();
    finish();
    await saved;
    expect(await stored(store)).toMatchObject({ accessToken: "at-late", refreshToken: "late-rt-0" });
    expect(await keeper().token()).toBe("at-late");
  });
});

describe("a refresh that fails", () => {
  it("halts on a refused token and wakes a person once, however often it is asked", async () => {
    const zalo = await rotatingZalo();
    const { time, keeper, begin, kinds, alarms } = world(zalo, { refreshToken: "rt-dead" });
    await begin();
    time.now = START + 26 * HOUR;
    const mine = keeper();
    for (let turn = 0; turn < 3; turn += 1) expect(await failure(mine.token())).toBe("alarm grant-halted");
    expect([kinds(), zalo.seen.length]).toEqual([["refused"], 1]);
    expect(JSON.stringify(alarms)).not.toContain("rt-dead");
  });

  it.each<Answer>([{ lost: "silence" }, { lost: "hang up" }, { text: "", status: 503 }])(
    "never repeats one whose answer is lost: %j",
    async (answer) => {
      const zalo = await rotatingZalo(() => answer);
      const { time, keeper, begin, kinds } = world(zalo);
      await begin();
      time.now = START + 21 * HOUR;
      const mine = keeper();
      expect([await mine.token(), await mine.token()]).toEqual(["at-0", "at-0"]);
      time.now = START + 25 * HOUR;
      expect(await failure(mine.token())).toBe("alarm grant-halted");
      expect([kinds(), zalo.seen.length]).toEqual([["unknown-outcome"], 1]);
    },
  );

  it("waits 15 minutes after one that surely did not reach Zalo", async () => {
    const dead = await rotatingZalo();
    await dead.close();
    const place = { root: dead.root };
    const { time, keeper, begin, kinds } = world(place);
    await begin();
    time.now = START + 21 * HOUR;
    const mine = keeper();
    expect([await mine.token(), await mine.token(), kinds()]).toEqual(["at-0", "at-0", ["postponed"]]);
    const zalo = await rotatingZalo();
    place.root = zalo.root;
    expect([await mine.token(), zalo.seen.length]).toEqual(["at-0", 0]);
    time.now += 15 * 60_000;
    expect([await mine.token(), zalo.seen.length]).toEqual(["at-1", 1]);
  });

  it("is not cured by the seed that began it, which an older process may still hold", async () => {
    const zalo = await rotatingZalo((call) => (call === 2 ? { json: { error: -14014 } } : undefined));
    const { time, keeper, kinds } = world(zalo);
    const mine = keeper({ seed: "rt-0" });
    await mine.token();
    time.now += 26 * HOUR;
    expect(await failure(mine.token())).toBe("alarm grant-halted");
    expect(await failure(keeper({ seed: "rt-0" }).token())).toBe("alarm grant-halted");
    expect([kinds(), zalo.seen.length]).toEqual([["refused"], 2]);
    expect(await keeper({ seed: "rt-1" }).token()).toBe("at-3");
  });

  it("does not chase a token that Zalo refuses right after issuing it", async () => {
    const zalo = await rotatingZalo();
    const { time, keeper, begin, kinds } = world(zalo);
    await begin();
    time.now = START + HOUR;
    const mine = keeper();
    expect(await mine.renew("at-0")).toBe("at-1");
    expect(await failure(mine.renew("at-1"))).toBe("alarm grant-halted");
    expect(await failure(mine.renew("at-1"))).toBe("alarm grant-halted");
    expect([kinds(), zalo.seen.length]).toEqual([["fresh-token-rejected"], 1]);
  });
});
