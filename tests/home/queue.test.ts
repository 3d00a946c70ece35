/** The queues of the embedded home: order, leases, retries, letters put aside. */
import { afterEach, describe, expect, it } from "vitest";
import { SqliteFile } from "../../shared/adapters/sqlite/file.ts";
import { type Claimed, MAX_RECEIVES, SqliteQueue } from "../../shared/adapters/sqlite/queue.ts";
import { MINUTE, SECOND, millis } from "../../shared/domain/time.ts";
import { settableClock } from "../fakes/clock.ts";

const LEASE = 30 * SECOND;
const open: SqliteFile[] = [];
afterEach(() => Promise.all(open.splice(0).map((file) => file.close())));

function start() {
  const file = new SqliteFile({ path: ":memory:" });
  open.push(file);
  const clock = settableClock();
  const queue = new SqliteQueue(file, clock, "1@1");
  let sent = 0;
  return {
    clock,
    queue,
    file,
    send: (group: string, body: unknown = group, dedupeId = `update-${++sent}`) =>
      queue.send("inbox", { group, dedupeId, body }),
    claim: (limit = 10) => queue.claim("inbox", limit, LEASE),
    /** Receives and fails the one message until it is on its last try. */
    failUntilLast: async (): Promise<Claimed> => {
      for (;;) {
        const [message] = await queue.claim("inbox", 1, LEASE);
        if (!message) clock.set(new Date(queue.nextDue("inbox")!).toISOString());
        else if (message.lastTry) return message;
        else await queue.fail(message);
      }
    },
  };
}

const bodies = (messages: readonly Claimed[]) => messages.map(({ body }) => body);

describe("a queue", () => {
  it("gives the messages of a group one at a time and in order, groups side by side", async () => {
    const { queue, send, claim } = start();
    for (const body of ["a1", "a2", "b1", "a3", "b2"]) await send(body.charAt(0), body);
    const first = await claim();
    expect(bodies(first)).toEqual(["a1", "b1"]);
    expect(await claim()).toEqual([]);
    await queue.finish(first[0]!);
    const second = await claim();
    expect(bodies(second)).toEqual(["a2"]);
    await queue.finish(first[1]!);
    expect(bodies(await claim())).toEqual(["b2"]);
    await queue.finish(second[0]!);
    expect(bodies(await claim())).toEqual(["a3"]);
  });

  it("tells a handler all it may know", async () => {
    const { send, claim } = start();
    await send("telegram:1:2", { text: "ừ" });
    expect(await claim()).toEqual([
      {
        queue: "inbox",
        seq: 1,
        id: "inbox-1",
        group: "telegram:1:2",
        body: { text: "ừ" },
        receiveCount: 1,
        lastTry: false,
      },
    ]);
  });

  it("takes the same id once within five minutes", async () => {
    const { send, claim, clock } = start();
    await Promise.all([send("a", 1, "same"), send("a", 2, "same"), send("b", 3, "other")]);
    clock.advance(5 * MINUTE - 1);
    await send("c", 4, "same");
    expect(bodies(await claim())).toEqual([1, 3]);
    clock.advance(1);
    await send("d", 5, "same");
    expect(bodies(await claim())).toEqual([5]);
  });

  it("keeps the room of old ids no longer than it needs to", async () => {
    const { queue, send, clock, file } = start();
    await send("a");
    clock.advance(4 * MINUTE);
    await send("b");
    clock.advance(1 * MINUTE);
    await queue.sweep();
    expect(file.all("SELECT dedupe FROM sent")).toEqual([{ dedupe: "update-2" }]);
  });

  it("gives a message again when its lease has run out, and not before", async () => {
    const { queue, send, claim, clock } = start();
    await send("a");
    const [lost] = await claim();
    clock.advance(LEASE - 1);
    expect(await claim()).toEqual([]);
    clock.advance(1);
    const [again] = await claim();
    expect(again).toMatchObject({ id: lost!.id, receiveCount: 2 });
    await queue.finish(lost!);
    await queue.fail(lost!);
    clock.advance(LEASE);
    expect(await claim()).toMatchObject([{ id: lost!.id, receiveCount: 3 }]);
  });

  it("waits longer after each failure, and holds up the group of the failing message alone", async () => {
    const { queue, send, claim, clock } = start();
    await send("a", "a1");
    await send("a", "a2");
    const began = millis(clock.now());
    const tried: number[] = [];
    for (let count = 1; count < MAX_RECEIVES; count++) {
      const [head] = await claim();
      expect(head?.body).toBe("a1");
      tried.push(millis(clock.now()) - began);
      await queue.fail(head!);
      await send("b", `b${count}`);
      const others = await claim();
      expect(bodies(others)).toEqual([`b${count}`]);
      await queue.finish(others[0]!);
      clock.set(new Date(queue.nextDue("inbox")!).toISOString());
    }
    expect(tried).toEqual([0, 1 * SECOND, 5 * SECOND, 21 * SECOND]);
    expect(millis(clock.now()) - began).toBe(85 * SECOND);
  });

  it("says which try is the last, and puts the message aside after it; the group goes on", async () => {
    const { queue, send, claim, clock, failUntilLast } = start();
    await send("a", "poison");
    const last = await failUntilLast();
    await send("a", "next");
    expect(last.receiveCount).toBe(MAX_RECEIVES);
    await queue.fail(last);
    expect(queue.deadLetters()).toEqual([
      { id: "inbox-1", queue: "inbox", group: "a", receiveCount: MAX_RECEIVES, diedAt: millis(clock.now()) },
    ]);
    expect(bodies(await claim())).toEqual(["next"]);
  });

  it("lets a message go that succeeds on its last try", async () => {
    const { queue, send, failUntilLast } = start();
    await send("a");
    await queue.finish(await failUntilLast());
    expect(queue.deadLetters()).toEqual([]);
    expect(queue.nextDue("inbox")).toBeUndefined();
  });

  it("puts a message aside unheard when its process died on the last try", async () => {
    const { queue, send, claim, clock, failUntilLast } = start();
    await send("a", "deadly");
    await send("a", "next");
    await failUntilLast();
    clock.advance(LEASE);
    expect(await claim()).toEqual([]);
    expect(queue.deadLetters()).toMatchObject([{ id: "inbox-1" }]);
    expect(bodies(await claim())).toEqual(["next"]);
  });

  it("sends what was put aside once more under its old id, behind what waits", async () => {
    const { queue, send, claim, failUntilLast } = start();
    await send("a", "poison");
    await queue.fail(await failUntilLast());
    await send("a", "waiting");
    expect(await queue.redrive("broadcasts")).toBe(0);
    expect(await queue.redrive("inbox")).toBe(1);
    expect(queue.deadLetters()).toEqual([]);
    const [waiting] = await claim();
    expect(waiting?.body).toBe("waiting");
    await queue.finish(waiting!);
    expect(await claim()).toMatchObject([{ id: "inbox-1", body: "poison", receiveCount: 1, lastTry: false }]);
  });

  it("puts a message aside again that fails after it was sent once more", async () => {
    const { queue, send, failUntilLast } = start();
    await send("a", "poison");
    for (let round = 0; round < 2; round++) {
      await queue.fail(await failUntilLast());
      expect(queue.deadLetters()).toMatchObject([{ id: "inbox-1" }]);
      await queue.redrive("inbox");
    }
  });

  it("gives back at once what a process that is no more had claimed", async () => {
    const { queue, send, claim } = start();
    await send("a");
    await claim();
    await queue.releaseAbandoned(() => true);
    expect(await claim()).toEqual([]);
    await queue.releaseAbandoned((holder) => holder !== "1@1");
    expect(await claim()).toMatchObject([{ receiveCount: 2 }]);
  });

  it("keeps queues apart, and finds a head among thousands fast", async () => {
    const { queue, file, claim } = start();
    await queue.send("broadcasts", { group: "a", dedupeId: "x", body: "other" });
    await file.write(() => {
      for (let n = 0; n < 5000; n++) queue.insert("inbox", n % 2 ? "odd" : "even", String(n));
    });
    expect(bodies(await claim())).toEqual([0, 1]);
    const plan = file.all(
      "EXPLAIN QUERY PLAN SELECT seq FROM messages WHERE queue = ? AND head = 1 AND visible_at <= ? ORDER BY visible_at, seq",
      "inbox",
      0,
    );
    expect(plan.map(({ detail }) => detail)).toEqual([
      "SEARCH messages USING COVERING INDEX messages_heads (queue=? AND visible_at<?)",
    ]);
  });

  it("answers a message that can't be written down with an error, not with silence", async () => {
    const { send, claim } = start();
    const endless: Record<string, unknown> = {};
    endless["self"] = endless;
    const [broken, good] = await Promise.allSettled([send("a", endless), send("b", "good")]);
    expect(broken.status).toBe("rejected");
    expect(good.status).toBe("fulfilled");
    expect(bodies(await claim())).toEqual(["good"]);
  });
});
