/** How the embedded home's functions are run: side by side and in order, again after faults, put aside in the end. */
import { afterEach, describe, expect, it } from "vitest";
import { OrderPlaced } from "../../events/order.ts";
import { on, onEvents, onQueue, onSchedule } from "../../functions/reaction.ts";
import { MINUTE } from "../../shared/domain/time.ts";
import { put } from "../../shared/ports/table.ts";
import { outboxWrite } from "../../shared/stores/outbox.ts";
import { type TestFunction, type TestHome, openTestHome } from "./open-test-home.ts";
import { listener, place, placed, tick } from "./orders.ts";

const homes: TestHome[] = [];
afterEach(async () => {
  for (const home of homes.splice(0)) await home.close();
});

async function start(functions: readonly TestFunction[]) {
  const home = await openTestHome(functions);
  homes.push(home);
  return home;
}

describe("the reactions", () => {
  it("tries a failing reaction again later; the others do not wait for it", async () => {
    const heard: string[] = [];
    let faults = 2;
    const shaky: TestFunction = {
      name: "shaky",
      trigger: { on: "events", events: ["order.placed"] },
      reaction: onEvents(
        on(OrderPlaced, (_app, { detail }) => {
          if (detail.orderId === "ord_1" && faults-- > 0) return Promise.reject(new Error("The wall is down"));
          heard.push(`shaky ${detail.orderId}`);
          return Promise.resolve();
        }),
      ),
    };
    const home = await start([shaky, listener("first", heard)]);
    await place(home.app, "ord_1");
    await place(home.app, "ord_2");
    await home.settle();
    expect(heard).toEqual(["shaky ord_2", "first placed ord_1", "first placed ord_2"]);
    home.clock.advance(MINUTE);
    await home.settle();
    home.clock.advance(MINUTE);
    await home.settle();
    expect(heard.at(-1)).toBe("shaky ord_1");
    expect(home.log.entries).toEqual(
      [1, 2].map((receiveCount) => ({
        level: "error",
        event: "home.reaction-failed",
        fields: { reaction: "shaky", message: "events:shaky-1", receiveCount, lastTry: false },
        error: new Error("The wall is down"),
      })),
    );
  });

  it("lets the last try know that it is the last, then puts the message aside until it is sent once more", async () => {
    const tries: boolean[] = [];
    let broken = true;
    const converse: TestFunction = {
      name: "converse",
      trigger: { on: "queue", queue: "inbox" },
      reaction: onQueue((_app, { lastTry }) => {
        tries.push(lastTry);
        return broken ? Promise.reject(new Error("A poisoned message")) : Promise.resolve();
      }),
    };
    const home = await start([converse]);
    await home.app.queue.send("inbox", { group: "telegram:1:2", dedupeId: "1", body: {} });
    for (let minute = 0; minute < 6; minute++) {
      await home.settle();
      home.clock.advance(2 * MINUTE);
    }
    expect(tries).toEqual([false, false, false, false, true]);
    expect(home.deadLetters()).toMatchObject([{ id: "inbox-1", queue: "inbox", receiveCount: 5 }]);
    broken = false;
    expect(await home.redrive()).toBe(1);
    await home.settle();
    expect(tries).toEqual([false, false, false, false, true, false]);
    expect(home.deadLetters()).toEqual([]);
  });

  it("converses side by side, but one message after another within a conversation", async () => {
    const events: string[] = [];
    const gates = new Map<string, PromiseWithResolvers<undefined>>();
    const converse: TestFunction = {
      name: "converse",
      trigger: { on: "queue", queue: "inbox" },
      reaction: onQueue(async (_app, { body }) => {
        events.push(`+${String(body)}`);
        const gate = Promise.withResolvers<undefined>();
        gates.set(String(body), gate);
        await gate.promise;
        events.push(`-${String(body)}`);
      }),
    };
    const home = await start([converse]);
    home.start();
    for (const body of ["a1", "a2", "b1"])
      await home.app.queue.send("inbox", { group: body.charAt(0), dedupeId: body, body });
    const open = async (body: string) => {
      while (!gates.has(body)) await new Promise(setImmediate);
      gates.get(body)!.resolve(undefined);
    };
    await open("b1");
    await open("a1");
    await open("a2");
    await home.stop();
    expect(events.filter((event) => event.includes("a"))).toEqual(["+a1", "-a1", "+a2", "-a2"]);
    expect(events.slice(0, 2).sort()).toEqual(["+a1", "+b1"]);
  });

  it("answers on one channel while the provider of others never does, however many wait there", async () => {
    const hanging = Promise.withResolvers<undefined>();
    const answered = Promise.withResolvers<string>();
    const begun: string[] = [];
    const converse: TestFunction = {
      name: "converse",
      trigger: { on: "queue", queue: "inbox" },
      reaction: onQueue(async (_app, { group }) => {
        begun.push(group.split(":")[0]!);
        if (group.startsWith("zalo:")) answered.resolve(group);
        else await hanging.promise;
      }),
    };
    const home = await start([converse]);
    for (let person = 0; person < 40; person++)
      for (const channel of ["telegram", "zalobot"])
        await home.app.queue.send("inbox", {
          group: `${channel}:1:${person}`,
          dedupeId: `${channel}${person}`,
          body: {},
        });
    home.start();
    await home.app.queue.send("inbox", { group: "zalo:1:1", dedupeId: "z", body: {} });
    expect(await answered.promise).toBe("zalo:1:1");
    const most = (channel: string) => begun.filter((one) => one === channel).length;
    expect([most("telegram"), most("zalobot"), most("zalo")]).toEqual([16, 16, 1]);
    hanging.resolve(undefined);
  });

  it("puts aside an outbox item that holds no event, and goes on", async () => {
    const heard: string[] = [];
    const home = await start([listener("first", heard)]);
    await home.app.table.commit([put({ pk: "outbox#x", sk: "y" }, "absent")], { token: "broken" });
    await place(home.app, "ord_1");
    await home.settle();
    expect(heard).toEqual(["first placed ord_1"]);
    expect(home.deadLetters()).toMatchObject([{ id: "outbox-1", queue: "outbox" }]);
  });

  it("goes on ticking when a schedule fails", async () => {
    const failing: TestFunction = {
      name: "failing",
      trigger: { on: "schedule", everyMinutes: 1 },
      reaction: onSchedule(() => Promise.reject(new Error("No"))),
    };
    const home = await start([failing, tick]);
    await home.settle();
    expect(home.log.entries).toMatchObject([{ event: "home.schedule-failed", fields: { reaction: "failing" } }]);
  });

  it("says so when reactions answer each other for ever", async () => {
    const home = await start([
      {
        name: "restless",
        trigger: { on: "schedule", everyMinutes: 1 },
        reaction: onSchedule(async (app) => {
          await app.table.commit([outboxWrite(placed(app, "ord_1"))], { token: app.ids.random("tok") });
        }),
      },
    ]);
    await expect(home.settle()).rejects.toThrow("reactions answer each other for ever");
  });
});
