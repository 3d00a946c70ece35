import { describe, expect, it } from "vitest";
import { failure, HOUR, rotatingZalo, START, stored, world } from "../testing/token-world.ts";
import { refreshTokens } from "./oauth.ts";
import type { Grant, TokenStore } from "./token-store.ts";

describe("a token in good health", () => {
  it("is used for 20 hours, then refreshed and stored", async () => {
    const zalo = await rotatingZalo();
    const { time, store, keeper, begin, kinds } = world(zalo);
    await begin();
    const mine = keeper();
    time.now = START + 20 * HOUR - 1;
    expect([await mine.token(), zalo.seen.length]).toEqual(["at-0", 0]);
    time.now += 1;
    expect([await mine.token(), zalo.seen.length]).toEqual(["at-1", 1]);
    expect(await stored(store)).toEqual({
      accessToken: "at-1",
      refreshToken: "rt-1",
      issuedAt: time.now,
      expiresAt: time.now + 25 * HOUR,
      seedMarks: [],
    });
    expect(kinds()).toEqual([]);
  });

  it("is refreshed by a seed alone, and a spent seed is never used again", async () => {
    const zalo = await rotatingZalo();
    const { store, keeper } = world(zalo);
    expect(await keeper({ seed: "rt-0" }).token()).toBe("at-1");
    expect(await keeper({ seed: "rt-0" }).token()).toBe("at-1");
    const kept = await stored(store);
    expect([kept?.refreshToken, kept?.seedMarks.length, zalo.seen.length]).toEqual(["rt-1", 1, 1]);
    expect(JSON.stringify(kept)).not.toContain("rt-0");
  });

  it("says what is missing when there is neither a grant nor a seed", async () => {
    const zalo = await rotatingZalo();
    expect(await failure(world(zalo).keeper().token())).toBe("alarm no-grant");
  });

  it("refuses a lock that a slow refresh would outlive", () => {
    expect(() => world({ root: "unused" }).keeper({ httpTimeoutMs: 5_000, lockMs: 14_999 })).toThrow(
      "give it 15000 ms or more",
    );
  });
});

describe("two at once", () => {
  it("spend one refresh token between two keepers of one store", async () => {
    const zalo = await rotatingZalo();
    const { time, keeper, begin, kinds } = world(zalo);
    await begin();
    time.now = START + 21 * HOUR;
    const [one, two] = [keeper(), keeper()];
    expect(await Promise.all([one.token(), two.token(), one.token(), two.token()])).toEqual(Array(4).fill("at-1"));
    expect([zalo.seen.length, kinds()]).toEqual([1, []]);
  });

  it("spend one when both were told that the token is dead", async () => {
    const zalo = await rotatingZalo();
    const { time, keeper, begin } = world(zalo);
    await begin();
    time.now = START + HOUR;
    const [one, two] = [keeper(), keeper()];
    const renewed = await Promise.all([one.renew("at-0"), two.renew("at-0"), one.renew("at-0")]);
    expect([renewed, zalo.seen.length]).toEqual([["at-1", "at-1", "at-1"], 1]);
  });

  it("give up waiting for a lock that never ends, without touching the token", async () => {
    const zalo = await rotatingZalo();
    const { keeper, begin } = world(zalo, {
      refreshing: { since: START, lockUntil: START + 15_000 },
      expiresAt: START,
    });
    await begin();
    expect(await failure(keeper({ sleep: () => Promise.resolve() }).token())).toBe("back-off grant-halted");
    expect(zalo.seen.length).toBe(0);
  });
});

describe("the order of writing", () => {
  it("stores the intent before the call, and the new pair before its use", async () => {
    const zalo = await rotatingZalo();
    const { time, store, keeper, begin, grant } = world(zalo);
    await begin();
    time.now = START + 20 * HOUR;
    const seen: (Grant | undefined)[] = [];
    const refresh = async (token: string) => {
      seen.push(await stored(store));
      return { accessToken: "at-9", refreshToken: `after-${token}`, expiresIn: 90_000 };
    };
    const given = await keeper({ refresh }).token();
    expect(seen).toEqual([{ ...grant, refreshing: { since: time.now, lockUntil: time.now + 15_000 } }]);
    expect([given, (await stored(store))?.accessToken]).toEqual(["at-9", "at-9"]);
  });

  it("keeps a new pair that can't be stored, uses it nowhere, and stores it when it can", async () => {
    const zalo = await rotatingZalo();
    const { time, store, keeper, begin, kinds } = world(zalo);
    await begin();
    time.now = START + 20 * HOUR;
    let broken = false;
    const flaky: TokenStore = {
      read: () => store.read(),
      write: (grant, expected) => (broken ? Promise.reject(new Error("disk full")) : store.write(grant, expected)),
    };
    const refresh = async (token: string) => {
      broken = true;
      return refreshTokens({ appId: "1", appSecret: "s", oauthRoot: zalo.root }, token);
    };
    const mine = keeper({ store: flaky, refresh, sleep: () => Promise.resolve() });
    expect(await failure(mine.token())).toBe("alarm grant-halted");
    expect(kinds()).toEqual(["unsaved"]);
    broken = false;
    expect([await mine.token(), (await stored(store))?.refreshToken, zalo.seen.length]).toEqual(["at-1", "rt-1", 1]);
  });
});
