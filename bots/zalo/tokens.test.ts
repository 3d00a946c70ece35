/** The grant in the table: a refresh token works once, and whoever loses one needs a person. */
import { describe, expect, it } from "vitest";
import { HOUR, openMarket } from "../../tests/contract/zalo-market.ts";

const failure = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "no failure",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

describe("the grant of the account", () => {
  it("begins with the token of the settings and is kept for the next process", async () => {
    const { tokens, refreshes } = openMarket();
    const first = await tokens().token();
    expect(await tokens().token()).toBe(first);
    expect(refreshes()).toBe(1);
  });

  it("is renewed 20 hours on, again and again, each refresh token used once", async () => {
    const { tokens, refreshes, clock, alarms } = openMarket();
    const keeper = tokens();
    const seen = new Set([await keeper.token()]);
    for (let round = 0; round < 5; round += 1) {
      clock.advance(20 * HOUR - 1);
      expect(seen.has(await keeper.token())).toBe(true);
      clock.advance(1);
      seen.add(await tokens().token());
      expect(seen.has(await keeper.token())).toBe(true);
    }
    expect({ tokens: seen.size, refreshes: refreshes(), alarms: alarms() }).toEqual({
      tokens: 6,
      refreshes: 6,
      alarms: [],
    });
  });

  it("is refreshed by one of two processes, and both get the same token", async () => {
    const { tokens, refreshes, clock, alarms } = openMarket();
    const [one, other] = [tokens(), tokens()];
    const first = await Promise.all([one.token(), other.token(), one.token(), other.token()]);
    expect([new Set(first).size, refreshes()]).toEqual([1, 1]);
    clock.advance(21 * HOUR);
    const second = await Promise.all([one.token(), other.token(), tokens().token()]);
    expect([new Set(second).size, refreshes()]).toEqual([1, 2]);
    expect(second[0]).not.toBe(first[0]);
    expect(alarms()).toEqual([]);
  });

  it("stops with an alarm when a process died while it refreshed, and reuses nothing", async () => {
    const { tokens, refreshes, clock, alarms, call, log } = openMarket();
    const seed = await tokens().token();
    clock.advance(21 * HOUR);
    const spent = Promise.withResolvers<undefined>();
    const dying: typeof fetch = async (input, init) => {
      await call(input, init);
      spent.resolve(undefined);
      // Zalo has given a new pair, and the process that asked is no more.
      return new Promise<Response>(() => undefined);
    };
    void failure(tokens({ fetch: dying }).token());
    await spent.promise;
    clock.advance(60_000);
    expect(await tokens().token()).toBe(seed);
    expect(alarms()).toEqual([["zalo.token", "interrupted"]]);
    expect(String(log.entries.at(-1)?.error)).toContain("API Explorer");
    clock.advance(5 * HOUR);
    expect(await failure(tokens().token())).toContain("refreshing stopped (interrupted)");
    expect([refreshes(), alarms().length]).toEqual([2, 1]);
  });

  it("goes on with a new token of the settings after it had stopped", async () => {
    const { tokens, alarms, simulator } = openMarket();
    expect(await failure(tokens({ seed: "spent long ago" }).token())).toContain("refreshing stopped (refused)");
    expect(alarms()).toEqual([["zalo.token", "refused"]]);
    expect(await tokens().token()).toMatch(/^simulated-access-1-/);
    expect(JSON.stringify(alarms())).not.toContain(simulator.settings["ZALO_REFRESH_TOKEN"]);
  });

  it("survives a lost connection before Zalo took the refresh token only by a person, since nobody knows", async () => {
    const { tokens, simulator, alarms } = openMarket();
    simulator.fault({ kind: "lost-before", call: "/v4/oa/access_token" });
    expect(await failure(tokens().token())).toContain("refreshing stopped (unknown-outcome)");
    expect(alarms()).toEqual([["zalo.token", "unknown-outcome"]]);
  });

  it("is never written to the log", async () => {
    const { tokens, log, simulator, clock } = openMarket();
    const token = await tokens().token();
    clock.advance(21 * HOUR);
    simulator.fault({ kind: "lost-after", call: "/v4/oa/access_token" });
    await failure(tokens().token());
    const written = log.entries.map(({ error, fields }) => `${String(error)} ${JSON.stringify(fields)}`).join("\n");
    expect(written).toContain("lost");
    for (const secret of [token, "simulated-refresh", simulator.settings["ZALO_APP_SECRET"] ?? ""])
      expect(written).not.toContain(secret);
  });
});
