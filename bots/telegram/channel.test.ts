/** The channel over real HTTP: sockets that close, uploads, proxies that answer in HTML. */
import { describe, expect, it } from "vitest";
import { CHAT, NOBODY, open, openMarket, PNG, serve } from "../../tests/contract/telegram-market.ts";
import { MORNING } from "../../tests/fakes/clock.ts";

describe("sending over HTTP", () => {
  it("arrives, with its buttons", async () => {
    const { channel, heard } = await openMarket();
    const sent = await channel.send(CHAT, {
      text: "Chọn ạ",
      choices: [
        { label: "Miến dong", payload: "p:1" },
        { label: "Hạt dẻ", payload: "p:2" },
      ],
      link: { label: "Xem trang", url: "https://ocop.example.vn/" },
    });
    expect(sent).toEqual({ outcome: "sent", ref: "2", parts: 1 });
    expect(heard()).toEqual([
      {
        id: "2",
        from: "us",
        text: "Chọn ạ",
        buttons: [
          { label: "Miến dong", payload: "p:1" },
          { label: "Hạt dẻ", payload: "p:2" },
          { label: "Xem trang", url: "https://ocop.example.vn/" },
        ],
        at: MORNING,
      },
    ]);
  });

  it.each(["lost-before", "lost-after"] as const)("is unknown when the socket closes: %s", async (kind) => {
    const { channel, simulator, heard } = await openMarket();
    simulator.fault({ kind });
    expect(await channel.send(CHAT, { text: "Dạ" })).toEqual({
      outcome: "unknown",
      why: "Telegram gave no answer (UND_ERR_SOCKET)",
      parts: 0,
    });
    expect(heard()).toHaveLength(kind === "lost-after" ? 1 : 0);
  });

  it("is for later when nobody listens there: nothing left this machine", async () => {
    const { channel } = await openMarket({ TELEGRAM_API_ROOT: NOBODY });
    expect(await channel.send(CHAT, { text: "Dạ" })).toEqual({
      outcome: "later",
      why: "Telegram gave no answer (ECONNREFUSED)",
      retryAfterMs: 5000,
      parts: 0,
    });
  });

  it.each([
    [502, "unknown"],
    [504, "unknown"],
    [500, "later"],
    [503, "later"],
    [200, "unknown"],
    [413, "refused"],
  ])("takes a proxy's HTML with status %i for %s", async (status, outcome) => {
    const { simulator } = await openMarket();
    const proxy = await serve(() => Promise.resolve(new Response("<html>Bad</html>", { status })));
    const { channel } = open({ ...simulator.settings, TELEGRAM_API_ROOT: proxy });
    expect(await channel.send(CHAT, { text: "Dạ" })).toMatchObject({ outcome, parts: 0 });
  });

  it("keeps a reply for later while the token is wrong, and says how to cure it", async () => {
    const { channel } = await openMarket({ TELEGRAM_BOT_TOKEN: "7000000001:revoked" });
    expect(await channel.send(CHAT, { text: "Dạ" })).toEqual({
      outcome: "later",
      why: "Telegram refused the token of the bot: get a new one from @BotFather and set TELEGRAM_BOT_TOKEN",
      retryAfterMs: 300_000,
      parts: 0,
    });
  });

  it("is refused for a person who never wrote to the bot", async () => {
    const { channel } = await openMarket();
    expect(await channel.send("900002", { text: "Dạ" })).toEqual({
      outcome: "refused",
      why: "Telegram answered 400: Bad Request: chat not found",
      parts: 0,
    });
  });

  it("never asks who the bot is on the way", async () => {
    const { channel, simulator } = await openMarket();
    await channel.send(CHAT, { text: "Dạ" });
    expect(simulator.calls().map(({ method }) => method)).toEqual(["sendMessage"]);
  });
});

describe("pictures", () => {
  it("are uploaded from an address that Telegram can't reach, with caption and buttons", async () => {
    const { channel, heard, simulator } = await openMarket();
    const shop = await serve(() => Promise.resolve(new Response(PNG, { headers: { "content-type": "image/png" } })));
    const text = '{"không phải": "JSON"}';
    const sent = await channel.send(CHAT, {
      text,
      photo: `${shop}/photos/a.png`,
      choices: [{ label: "Mua", payload: "buy" }],
    });
    expect(sent).toMatchObject({ outcome: "sent", parts: 1 });
    const [message] = heard();
    expect(message).toMatchObject({ text, buttons: [{ label: "Mua", payload: "buy" }] });
    const shown = await simulator.handle(new Request(message?.photo ?? ""));
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(PNG);
  });

  it("go by their address where it is public", async () => {
    const { channel, heard } = await openMarket();
    await channel.send(CHAT, { text: "Miến", photo: "https://ocop.example.vn/photos/a.jpg" });
    expect(heard()).toMatchObject([{ text: "Miến", photo: "https://ocop.example.vn/photos/a.jpg" }]);
  });

  it.each([
    ["is gone", () => new Response("", { status: 404 }), "unreachable"],
    ["is none at all", () => new Response("<svg/>"), "refused"],
  ])("are left out of an answer when the file %s, and the answer still comes", async (_, answer, reason) => {
    const { channel, heard, log } = await openMarket();
    const shop = await serve(() => Promise.resolve(answer()));
    const message = { text: "Miến", photo: `${shop}/a.png`, choices: [{ label: "Mua", payload: "buy" }] };
    expect(await channel.send(CHAT, message)).toMatchObject({ outcome: "sent", parts: 1 });
    expect(heard()).toMatchObject([{ text: "Miến", buttons: [{ label: "Mua", payload: "buy" }] }]);
    expect(log.entries.at(-1)).toEqual({ level: "warn", event: "telegram.photo-left-out", fields: { reason } });
  });

  it("that a person sends can be fetched", async () => {
    const { channel, person, inbox } = await openMarket();
    await person.sendPhoto({ bytes: PNG, type: "image/png" }, "Miến mới");
    const content = inbox.at(-1)?.content;
    expect(content).toMatchObject({ kind: "photo", caption: "Miến mới" });
    const fetched = await channel.fetchFile!(content?.kind === "photo" ? content.ref : "");
    expect({ bytes: [...fetched.bytes], type: fetched.type }).toEqual({ bytes: [...PNG], type: "image/png" });
  });
});

describe("a tap", () => {
  it("is acknowledged; a second time does no harm", async () => {
    const { channel, person, inbox, simulator, log } = await openMarket();
    await channel.send(CHAT, { text: "Chọn ạ", choices: [{ label: "Mua", payload: "buy" }] });
    await person.tap("Mua");
    const [tap] = inbox;
    await channel.acknowledge!(tap!);
    await channel.acknowledge!(tap!);
    expect(simulator.calls().slice(1)).toMatchObject([
      { method: "answerCallbackQuery", status: 200 },
      { method: "answerCallbackQuery", status: 400 },
    ]);
    expect(log.entries).toMatchObject([{ level: "info", event: "telegram.tap-not-acknowledged" }]);
  });

  it("on the contact button hands over the person's own number", async () => {
    const { channel, person, heard, inbox } = await openMarket();
    await channel.send(CHAT, {
      text: "Số điện thoại của bạn?",
      ask: "contact",
      choices: [{ label: "Thôi", payload: "no" }],
    });
    expect(heard()[0]?.buttons).toEqual([
      { label: "📱 Gửi số điện thoại của tôi", asksContact: true },
      { label: "Thôi" },
    ]);
    await person.shareContact("0912 345 678", "Mai");
    await person.tap("Thôi");
    expect(inbox.map(({ content }) => content)).toEqual([
      { kind: "contact", phone: "84912345678", name: "Mai", proved: true },
      { kind: "text", text: "Thôi" },
    ]);
  });
});
