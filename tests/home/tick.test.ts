/** The tick: what is due goes out and channels are kept, whatever else is broken. */
import { afterEach, describe, expect, it } from "vitest";
import { handler } from "../../functions/tick.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Channel, type Channels } from "../../shared/ports/channel.ts";
import { put } from "../../shared/ports/table.ts";
import { brokenDue, dueRows, dueWrite } from "../../shared/stores/due.ts";
import { openTestHome, type TestHome } from "./open-test-home.ts";
import { listener, placed } from "./orders.ts";

const homes: TestHome[] = [];
afterEach(async () => {
  for (const home of homes.splice(0)) await home.close();
});

const NOW = (home: TestHome) => home.clock.now();

async function openTicking(heard: string[]): Promise<TestHome> {
  const home = await openTestHome([listener("first", heard)]);
  homes.push(home);
  return home;
}

function keptChannels(kept: string[]): Channels {
  const channel = { upkeep: () => Promise.resolve(void kept.push("telegram")) } as Partial<Channel> as Channel;
  return { names: ["telegram"], get: () => Promise.resolve(channel) };
}

describe("the tick", () => {
  it.each([
    ["no envelope", {}],
    ["no JSON", { envelope: "{" }],
    ["no event", { envelope: "{}" }],
    ["nothing", { envelope: "null" }],
  ])("puts a due row aside that holds %s, and goes on with those behind it", async (_, attributes) => {
    const heard: string[] = [];
    const home = await openTicking(heard);
    const { table } = home.app;
    const broken = { pk: "due", sk: "2020-01-01T00:00:00.000Z#evt_0", ...attributes };
    const event = placed(home.app, "ord_1");
    await table.commit([put(broken, "absent"), dueWrite({ at: NOW(home), event })], { token: "plan" });
    await handler.run(home.app);
    await home.settle();
    expect(heard).toEqual(["first placed ord_1"]);
    expect(await dueRows(table, NOW(home))).toEqual([]);
    expect(await brokenDue(table, 10)).toEqual([{ ...broken, pk: "due-broken", version: 1 }]);
    expect(home.log.entries).toMatchObject([
      { level: "error", event: "tick.due-unreadable", fields: { row: broken.sk } },
    ]);
    await handler.run(home.app);
    expect(home.log.entries).toHaveLength(1);
  });

  it("keeps the channels alive even where what is due can't be read at all", async () => {
    const home = await openTicking([]);
    const kept: string[] = [];
    const table = { ...home.app.table, query: () => Promise.reject(new Error("The table is down")) };
    const app: App = { ...home.app, table: table, channels: keptChannels(kept) };
    await expect(handler.run(app)).rejects.toThrow("The table is down");
    expect(kept).toEqual(["telegram"]);
  });
});
