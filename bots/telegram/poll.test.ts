/** Long polling against the pretend Telegram, over real HTTP. */
import { describe, expect, it } from "vitest";
import { type Incoming } from "../../shared/domain/message.ts";
import { open, openMarket } from "../../tests/contract/telegram-market.ts";

describe("long polling", () => {
  const never = new AbortController().signal;
  const words = (incoming: readonly Incoming[]) =>
    incoming.map(({ content }) => (content.kind === "text" ? content.text : content.kind));

  it("takes the webhook away once, and confirms messages only by the next poll", async () => {
    const { channel, person, simulator } = await openMarket();
    expect(await channel.poll!(0, never)).toEqual([]);
    await person.say("một");
    await person.say("hai");
    expect(words(await channel.poll!(0, never))).toEqual(["một", "hai"]);
    expect(simulator.pending()).toBe(2);
    await person.say("ba");
    expect(words(await channel.poll!(0, never))).toEqual(["ba"]);
    expect(simulator.pending()).toBe(1);
    expect(simulator.calls().filter(({ method }) => method === "deleteWebhook")).toHaveLength(1);
  });

  it("gives unconfirmed messages again to a process that starts anew", async () => {
    const { channel, person, simulator } = await openMarket();
    await channel.poll!(0, never);
    await person.say("một");
    const first = await channel.poll!(0, never);
    const restarted = open(simulator.settings).channel;
    expect(await restarted.poll!(0, never)).toEqual(first);
  });

  it("hides no message whose id begins anew after an idle week", async () => {
    const { channel, person, simulator } = await openMarket();
    await channel.poll!(0, never);
    await person.say("một");
    await channel.poll!(0, never);
    await channel.poll!(0, never);
    await channel.poll!(0, never);
    const offsets = simulator.calls().filter(({ method }) => method === "getUpdates");
    expect(offsets.map(({ params }) => params["offset"] !== undefined)).toEqual([false, false, true, false]);
  });

  it("waits for the next message, and ends when the process stops", async () => {
    const { channel, person, askedFor } = await openMarket();
    await channel.poll!(0, never);
    const asked = askedFor("getUpdates");
    const waiting = channel.poll!(50_000, never);
    await asked;
    await person.say("đây");
    expect(words(await waiting)).toEqual(["đây"]);
    const stop = new AbortController();
    const askedAgain = askedFor("getUpdates");
    const stopped = channel.poll!(50_000, stop.signal);
    await askedAgain;
    stop.abort();
    expect(await stopped).toEqual([]);
  });

  it("backs off after a failure, for as long as Telegram says", async () => {
    const { channel, clock, simulator, log } = await openMarket();
    simulator.fault({ kind: "rate-limited", retryAfterS: 30, call: "getUpdates" });
    expect(await channel.poll!(0, never)).toEqual([]);
    expect(log.entries).toMatchObject([{ event: "telegram.poll-failed", fields: { pauseMs: 30_000 } }]);
    const before = simulator.calls().length;
    clock.advance(29_000);
    await channel.poll!(0, never);
    expect(simulator.calls()).toHaveLength(before);
    clock.advance(1000);
    await channel.poll!(0, never);
    expect(simulator.calls()).toHaveLength(before + 1);
  });
});
