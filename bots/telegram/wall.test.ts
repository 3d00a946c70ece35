/** Posts on the wall, links to the bot, and what the doctor says of a bot that is not set up. */
import { describe, expect, it } from "vitest";
import { NOBODY, open, openMarket, PNG, serve } from "../../tests/contract/telegram-market.ts";
import { MORNING } from "../../tests/fakes/clock.ts";

describe("the wall", () => {
  const copy = {
    title: "Miến dong",
    text: "[QC] Miến dong Tân Việt Á, 85.000 đ. Bên bán: HTX Tân Việt Á.",
    link: { label: "Đặt hàng", url: "https://t.me/cho_phien_mau_bot?start=K7Q2M4XZ" },
  };

  it("shows a post with its picture and the button that opens the bot", async () => {
    const { channel, simulator } = await openMarket();
    const shop = await serve(() => Promise.resolve(new Response(PNG)));
    const posted = await channel.post!({ ...copy, photo: `${shop}/a.png` });
    expect(posted).toEqual({ outcome: "posted", ref: "2", url: "https://t.me/c/1000000001/2" });
    expect(simulator.wall()).toEqual([
      { id: "2", text: copy.text, photo: expect.stringContaining("/photo/") as unknown, link: copy.link, at: MORNING },
    ]);
  });

  it("shows a text that is too long for a caption as one message, with the picture above it", async () => {
    const { channel, simulator } = await openMarket();
    const text = `[QC] ${"Miến dong rất ngon. ".repeat(100)}`.trim();
    await channel.post!({ ...copy, text, photo: "https://ocop.example.vn/a.jpg" });
    expect(simulator.wall()).toMatchObject([{ text, photo: "https://ocop.example.vn/a.jpg", link: copy.link }]);
  });

  it("writes out a link that Telegram would refuse on a button", async () => {
    const { channel, simulator } = await openMarket();
    await channel.post!({ ...copy, link: { label: "Đặt hàng", url: "http://localhost:3000/d/K7Q2M4XZ" } });
    expect(simulator.wall()).toMatchObject([{ text: `${copy.text}\n\nĐặt hàng: http://localhost:3000/d/K7Q2M4XZ` }]);
  });

  it.each([
    ["no channel is set", { TELEGRAM_CHANNEL_ID: undefined }, {}, "set TELEGRAM_CHANNEL_ID"],
    ["the channel does not exist", { TELEGRAM_CHANNEL_ID: "-100999" }, {}, "See that TELEGRAM_CHANNEL_ID is right"],
    ["the token is wrong", { TELEGRAM_BOT_TOKEN: "7000000001:x" }, {}, "set TELEGRAM_BOT_TOKEN"],
    ["the text is over-long", {}, { text: "x".repeat(4097) }, "shorten the text"],
    ["the picture is gone", {}, { photo: `${NOBODY}/a.png` }, "see that its address answers"],
  ])("refuses with a cure when %s", async (_, settings, change, cure) => {
    const { channel, simulator } = await openMarket(settings);
    const posted = await channel.post!({ ...copy, ...change });
    expect(posted).toMatchObject({ outcome: "refused", why: expect.stringContaining(cure) as unknown });
    expect(simulator.wall()).toEqual([]);
  });
});

describe("links and diagnosis", () => {
  it("links to the bot, or to the shop's page while the bot's name is not known", async () => {
    const { channel, simulator } = await openMarket();
    expect(channel.chatLink("K7Q2M4XZ")).toBe("https://t.me/cho_phien_mau_bot?start=K7Q2M4XZ");
    const nameless = open({ ...simulator.settings, TELEGRAM_BOT_USERNAME: undefined }).channel;
    expect(nameless.chatLink("K7Q2M4XZ")).toBe("http://localhost:3000/d/K7Q2M4XZ");
    await nameless.poll!(0, new AbortController().signal);
    expect(nameless.chatLink("K7Q2M4XZ")).toBe("https://t.me/cho_phien_mau_bot?start=K7Q2M4XZ");
  });

  it.each([
    ["that is set up", {}],
    ["whose name was left for it to learn", { TELEGRAM_BOT_USERNAME: undefined }],
  ])("finds nothing wrong with a bot %s", async (_, settings) => {
    const { channel, root, simulator } = await openMarket();
    const local = open({ ...simulator.settings, ...settings }, root).channel;
    expect(await local.diagnose!()).toEqual([]);
    expect(await channel.diagnose!()).toEqual([
      `The bot's messages go to ${root}/webhooks/telegram. Polling from here takes them away from there: use a bot of its own for trying things out.`,
    ]);
  });

  it.each([
    ["a wrong token", { TELEGRAM_BOT_TOKEN: "7000000001:x" }, ["get a new one from @BotFather"]],
    ["a bot of another name", { TELEGRAM_BOT_USERNAME: "other_bot" }, ["Set it to that", "Polling from here"]],
    [
      "a wall that does not exist",
      { TELEGRAM_CHANNEL_ID: "-1" },
      ["Polling from here", "see that TELEGRAM_CHANNEL_ID"],
    ],
    ["nobody there", { TELEGRAM_API_ROOT: NOBODY }, ["Many networks in Viet Nam block Telegram"]],
  ])("tells of %s, with a cure", async (_, settings, cures) => {
    const { channel } = await openMarket(settings);
    expect(await channel.diagnose!()).toEqual(cures.map((cure) => expect.stringContaining(cure) as unknown));
  });

  it("tells how to set the webhook of a public shop", async () => {
    const { channel } = await openMarket({ TELEGRAM_WEBHOOK_SECRET: undefined }, "https://ocop.example.vn");
    expect(await channel.diagnose!()).toEqual([
      expect.stringContaining("TELEGRAM_WEBHOOK_SECRET is not set"),
      expect.stringContaining("call setWebhook with url=https://ocop.example.vn/webhooks/telegram"),
    ]);
  });

  it("tells of updates that do not get in, or are not asked for, and forgets what was mended", async () => {
    const PUBLIC = "https://ocop.example.vn";
    const { simulator, person, clock, gate, root, channel } = await openMarket({}, PUBLIC);
    const call = (method: string, body: object) =>
      fetch(
        `${simulator.settings["TELEGRAM_API_ROOT"] ?? root}/bot${simulator.settings["TELEGRAM_BOT_TOKEN"] ?? ""}/${method}`,
        {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        },
      );
    const secret_token = simulator.settings["TELEGRAM_WEBHOOK_SECRET"];
    const set = (allowed: readonly string[]) =>
      call("setWebhook", { url: `${PUBLIC}/webhooks/telegram`, secret_token, allowed_updates: allowed });

    await set(["message"]);
    expect(await channel.diagnose!()).toEqual([
      expect.stringMatching(/^Telegram sends no callback_query, my_chat_member: call setWebhook with url=/),
    ]);
    await set(["message", "callback_query", "my_chat_member"]);
    expect(await channel.diagnose!()).toEqual([]);
    gate.open = false;
    await person.say("còn miến không");
    expect(await channel.diagnose!()).toEqual([
      expect.stringMatching(/could not deliver .*: "Wrong response from the webhook: 503"; 1 updates wait there/),
    ]);
    gate.open = true;
    await person.say("alo");
    clock.advance(2 * 3_600_000);
    expect(await channel.diagnose!()).toEqual([]);
  });
});
