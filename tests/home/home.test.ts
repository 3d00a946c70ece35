/** The embedded home as a whole: from the commit to the reactions, in order, once, and after faults. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { onEvents } from "../../functions/reaction.ts";
import { SqliteFile } from "../../shared/adapters/sqlite/file.ts";
import { SqliteTable } from "../../shared/adapters/sqlite/table.ts";
import { MINUTE } from "../../shared/domain/time.ts";
import { put } from "../../shared/ports/table.ts";
import { dueWrite } from "../../shared/stores/due.ts";
import { settableClock } from "../fakes/clock.ts";
import { type TestFunction, type TestHome, openTestHome } from "./open-test-home.ts";
import { listener, place, placed, tick } from "./orders.ts";

const homes: TestHome[] = [];
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "home-"));
});
afterEach(async () => {
  for (const home of homes.splice(0)) await home.close();
  await rm(folder, { recursive: true });
});

async function start(functions: readonly TestFunction[], options: Parameters<typeof openTestHome>[1] = {}) {
  const home = await openTestHome(functions, options);
  homes.push(home);
  return home;
}

describe("the embedded home", () => {
  it("tells every subscribed function of a committed event once", async () => {
    const heard: string[] = [];
    const deaf: TestFunction = {
      name: "deaf",
      trigger: { on: "events", events: ["order.cancelled"] },
      reaction: onEvents(),
    };
    const home = await start([listener("first", heard), deaf, listener("second", heard)]);
    await place(home.app, "ord_1");
    await place(home.app, "ord_1");
    await home.settle();
    await home.settle();
    expect(heard).toEqual(["first placed ord_1", "second placed ord_1"]);
    expect(home.log.entries).toEqual([]);
  });

  it("says nothing of a commit that was refused", async () => {
    const heard: string[] = [];
    const home = await start([listener("first", heard)]);
    await home.app.table.commit([put({ pk: "ord_1", sk: "order" }, "absent")], { token: "earlier" });
    expect(await place(home.app, "ord_1")).toEqual({ done: false, refused: { which: 0, why: "when" } });
    await home.settle();
    expect(heard).toEqual([]);
  });

  it("works by itself once it is started, and finishes what is at work before it stops", async () => {
    const heard: string[] = [];
    const home = await start([listener("first", heard)]);
    home.start();
    await Promise.all(["ord_1", "ord_2", "ord_3"].map((id) => place(home.app, id)));
    const done = Promise.withResolvers<undefined>();
    const file = home.app.table;
    const watch = async () => {
      while (heard.length < 3) await file.get({ pk: "x", sk: "x" }).then(() => new Promise(setImmediate));
      done.resolve(undefined);
    };
    await Promise.all([watch(), done.promise]);
    await home.stop();
    expect([...heard].sort()).toEqual(["first placed ord_1", "first placed ord_2", "first placed ord_3"]);
  });

  it("hands on what was committed before a crash and not yet told", async () => {
    const clock = settableClock();
    const file = new SqliteFile({ path: join(folder, "shop.sqlite") });
    const table = new SqliteTable(file, clock);
    const early = await openTestHome([], { clock });
    await place({ ...early.app, table }, "ord_1");
    await early.close();
    await file.close();
    const heard: string[] = [];
    const home = await start([listener("first", heard), listener("second", heard)], { clock, dataDir: folder });
    await home.settle();
    expect(heard).toEqual(["first placed ord_1", "second placed ord_1"]);
  });

  it("sees what another process committed to the same file", async () => {
    const heard: string[] = [];
    const home = await start([listener("first", heard)], { dataDir: folder });
    const other = await start([], { dataDir: folder });
    await place(other.app, "ord_1");
    await home.settle();
    expect(heard).toEqual(["first placed ord_1"]);
  });

  it("publishes what was planned when its time has come", async () => {
    const heard: string[] = [];
    const home = await start([listener("first", heard), tick]);
    const { app, clock } = home;
    const at = new Date(Date.parse(clock.now()) + 10 * MINUTE).toISOString();
    const due = dueWrite({ at: at as ReturnType<typeof clock.now>, event: placed(app, "ord_1") });
    await app.table.commit([due], { token: "plan" });
    clock.advance(10 * MINUTE - 1);
    await home.settle();
    expect(heard).toEqual([]);
    clock.advance(1);
    await home.settle();
    expect(heard).toEqual(["first placed ord_1"]);
  });

  it("opens a channel when it is first asked for, once, and has none without settings", async () => {
    const opened: string[] = [];
    const entry = (name: string) => ({
      name,
      title: name,
      chat: true,
      settings: [],
      limits: { text: 1, caption: 1, buttons: 1, buttonTitle: 1, payloadBytes: 1 },
      abilities: { photos: false, links: false, askContact: false, polling: false },
      load: () =>
        Promise.resolve({
          openChannel: ({ settings }: { settings: Readonly<Record<string, string | undefined>> }) => {
            opened.push(`${name} ${settings["TOKEN"] ?? ""}`);
            return {
              account: name,
              manifest: entry(name),
              chatLink: () => "",
              send: () => Promise.reject(new Error()),
            };
          },
        }),
    });
    const home = await start([], {
      channels: [entry("zalo"), entry("telegram")],
      channelSettings: { zalo: { TOKEN: "t" }, telegram: undefined },
    });
    expect(home.app.channels.names).toEqual(["zalo"]);
    expect(opened).toEqual([]);
    const [first, second] = await Promise.all([home.app.channels.get("zalo"), home.app.channels.get("zalo")]);
    expect(first).toBe(second);
    expect(opened).toEqual(["zalo t"]);
    expect(await home.app.channels.get("telegram")).toBeUndefined();
    expect(await home.app.channels.get("fax")).toBeUndefined();
  });

  it("shows through a lagging index what was committed once it has settled", async () => {
    const home = await start([], { laggingIndex: true });
    const { table } = home.app;
    await table.commit([put({ pk: "a", sk: "b", gsi1pk: "day", gsi1sk: "1" }, "absent")], { token: "t" });
    expect((await table.query({ index: "gsi1", pk: "day" })).items).toEqual([]);
    await home.settle();
    expect((await table.query({ index: "gsi1", pk: "day" })).items).toHaveLength(1);
  });
});
