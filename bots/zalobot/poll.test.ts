/** Long polling, and what the doctor says of a bot. */
import { describe, expect, it } from "vitest";
import { NOBODY } from "../../tests/contract/telegram-market.ts";
import { CHAT, openBot } from "./testing/open-bot.ts";

describe("polling", () => {
  const still = new AbortController().signal;

  it("takes the webhook away first, then gives one message at a time", async () => {
    const { channel, simulator, person, inbox } = await openBot();
    const coming = channel.poll!(25_000, still);
    await expect.poll(() => simulator.calls()).toContain("getUpdates");
    await person.say("một");
    expect(await coming).toMatchObject([{ chat: CHAT, content: { kind: "text", text: "một" } }]);
    await person.say("hai");
    await person.say("ba");
    expect(await channel.poll!(1000, still)).toMatchObject([{ content: { text: "hai" } }]);
    expect(await channel.poll!(1000, still)).toMatchObject([{ content: { text: "ba" } }]);
    expect(inbox).toEqual([]);
    expect(simulator.calls()).toEqual(["deleteWebhook", "getUpdates", "getUpdates", "getUpdates"]);
  });

  it("gives nothing when nobody writes, and asks on without a pause", async () => {
    const { channel, log } = await openBot({
      instead: ({ url }) =>
        url.endsWith("/getUpdates") ? Response.json({ ok: false, error_code: 408, description: "timeout" }) : undefined,
    });
    expect(await channel.poll!(1000, still)).toEqual([]);
    expect(await channel.poll!(1000, still)).toEqual([]);
    expect(log.entries).toEqual([]);
  });

  it("pauses after a failure, tells of it, and goes on", async () => {
    const { channel, simulator, person, log, clock } = await openBot();
    simulator.fault({ kind: "rate-limited", retryAfterS: 60, call: "getUpdates" });
    expect(await channel.poll!(0, still)).toEqual([]);
    await person.say("một");
    expect(await channel.poll!(0, still)).toEqual([]);
    clock.advance(60_000);
    expect(await channel.poll!(0, still)).toMatchObject([{ content: { text: "một" } }]);
    expect(log.entries).toMatchObject([{ event: "zalobot.poll-failed", fields: { pauseMs: 60_000 } }]);
  });

  it("ends at once, and quietly, when the process stops", async () => {
    const { channel, simulator, log } = await openBot();
    const stopping = new AbortController();
    const coming = channel.poll!(25_000, stopping.signal);
    await expect.poll(() => simulator.calls()).toContain("getUpdates");
    stopping.abort();
    expect(await coming).toEqual([]);
    expect(log.entries).toEqual([]);
  });
});

describe("its diagnosis", () => {
  const expected = "https://ocop.example.vn/webhooks/zalobot";

  it("finds nothing wrong with a bot on a laptop whose webhook is taken away", async () => {
    const { channel, simulator } = await openBot();
    simulator.fault({ kind: "rate-limited", retryAfterS: 1, call: "getUpdates" });
    await channel.poll!(0, new AbortController().signal);
    expect(await channel.diagnose!()).toEqual([]);
  });

  it.each([
    ["a wrong token", { settings: { ZALO_BOT_TOKEN: "1:x" } }, ["have Zalo Bot Manager make a new one"]],
    ["nobody there", { settings: { ZALO_BOT_API_ROOT: NOBODY } }, ["can be reached from here"]],
    ["a webhook elsewhere that polling would take away", {}, ["Polling from here takes them away"]],
    [
      "a public shop without its secret, which Zalo does not deliver to",
      { publicUrl: "https://ocop.example.vn", settings: { ZALO_BOT_WEBHOOK_SECRET: undefined } },
      ["every message from Zalo is refused", `call setWebhook with url=${expected}`],
    ],
    [
      "a secret that Zalo would not take",
      { publicUrl: "https://ocop.example.vn", settings: { ZALO_BOT_WEBHOOK_SECRET: "short" } },
      ["8 to 256 characters", "call setWebhook"],
    ],
  ])("tells of %s", async (_, options, cures) => {
    const { channel } = await openBot(options);
    expect(await channel.diagnose!()).toEqual(cures.map((cure) => expect.stringContaining(cure) as unknown));
  });
});
