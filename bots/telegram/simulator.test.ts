/** The pretend Telegram behaves as the real one is known to. */
import { describe, expect, it } from "vitest";
import { CHAT, openMarket } from "../../tests/contract/telegram-market.ts";

type Market = Awaited<ReturnType<typeof openMarket>>;

/** A raw call: status and envelope. */
async function call({ simulator }: Market, method: string, params: object, token?: string) {
  const { TELEGRAM_API_ROOT: root = "", TELEGRAM_BOT_TOKEN: own = "" } = simulator.settings;
  const response = await simulator.handle(
    new Request(`${root}/bot${token ?? own}/${method}`, { method: "POST", body: JSON.stringify(params) }),
  );
  return (await response.json()) as { ok: boolean; error_code?: number; description?: string; parameters?: object };
}

const pressing = (button: object) => ({ chat_id: CHAT, text: "Chọn ạ", reply_markup: { inline_keyboard: [[button]] } });

describe("the pretend Bot API", () => {
  it.each([
    ["no such method", "sendPigeon", {}, 404, "Not Found"],
    ["no chat", "sendMessage", { text: "Dạ" }, 400, "Bad Request: chat_id is empty"],
    ["a stranger", "sendMessage", { chat_id: 1, text: "Dạ" }, 400, "Bad Request: chat not found"],
    ["no text", "sendMessage", { chat_id: CHAT }, 400, "Bad Request: message text is empty"],
    ["blanks alone", "sendMessage", { chat_id: CHAT, text: " \n\u200b" }, 400, "Bad Request: message text is empty"],
    [
      "half a letter",
      "sendMessage",
      { chat_id: CHAT, text: "\ud83d" },
      400,
      "Bad Request: strings must be encoded in UTF-8",
    ],
    [
      "an empty payload",
      "sendMessage",
      pressing({ text: "A", callback_data: "" }),
      400,
      "Bad Request: BUTTON_DATA_INVALID",
    ],
    [
      "a button that does nothing",
      "sendMessage",
      pressing({ text: "A" }),
      400,
      "Bad Request: text buttons are unallowed in the inline keyboard",
    ],
    [
      "a button that does two things",
      "sendMessage",
      pressing({ text: "A", callback_data: "a", url: "https://a.vn" }),
      400,
      "Bad Request: text buttons are unallowed in the inline keyboard",
    ],
    [
      "a link to this machine",
      "sendMessage",
      pressing({ text: "A", url: "http://localhost:3000" }),
      400,
      "Bad Request: inline keyboard button URL 'http://localhost:3000' is invalid: Wrong HTTP URL",
    ],
    [
      "a picture on this machine",
      "sendPhoto",
      { chat_id: CHAT, photo: "http://localhost:3000/a.png" },
      400,
      "Bad Request: failed to get HTTP URL content",
    ],
    [
      "a poll while a webhook is set",
      "getUpdates",
      {},
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    ],
    [
      "a webhook without https",
      "setWebhook",
      { url: "http://shop.vn" },
      400,
      "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    ],
  ])("refuses %s in Telegram's words", async (_, method, params, error_code, description) => {
    const market = await openMarket();
    expect(await call(market, method, params)).toEqual({ ok: false, error_code, description });
    expect(market.heard()).toEqual([]);
  });

  it("refuses a wrong token before it looks at the call", async () => {
    const market = await openMarket();
    const refused = { ok: false, error_code: 401, description: "Unauthorized" };
    expect(await call(market, "sendMessage", { chat_id: CHAT, text: "Dạ" }, "7000000001:guess")).toEqual(refused);
  });

  it("tells how long to wait, and plays a fault as often as asked, on its method alone", async () => {
    const market = await openMarket();
    market.simulator.fault({ kind: "rate-limited", retryAfterS: 34, times: 2, call: "sendMessage" });
    const limited = {
      ok: false,
      error_code: 429,
      description: "Too Many Requests: retry after 34",
      parameters: { retry_after: 34 },
    };
    expect(await call(market, "getMe", {})).toMatchObject({ ok: true });
    expect(await call(market, "sendMessage", { chat_id: CHAT, text: "Dạ" })).toEqual(limited);
    expect(await call(market, "sendMessage", { chat_id: CHAT, text: "Dạ" })).toEqual(limited);
    expect(await call(market, "sendMessage", { chat_id: CHAT, text: "Dạ" })).toMatchObject({ ok: true });
  });

  it("changes and takes away our own messages, and refuses an edit that changes nothing", async () => {
    const market = await openMarket();
    await call(market, "sendMessage", { chat_id: CHAT, text: "Đang tìm" });
    const edit = { chat_id: CHAT, message_id: 2, text: "Có ba loại" };
    expect(await call(market, "editMessageText", edit)).toMatchObject({ ok: true });
    expect(market.heard()).toMatchObject([{ id: "2", text: "Có ba loại" }]);
    expect((await call(market, "editMessageText", edit)).description).toMatch(/^Bad Request: message is not modified/);
    expect((await call(market, "editMessageText", { ...edit, message_id: 1 })).description).toBe(
      "Bad Request: message can't be edited",
    );
    expect(await call(market, "deleteMessage", { chat_id: CHAT, message_id: 2 })).toMatchObject({ ok: true });
    expect(market.heard()).toEqual([]);
  });

  it("gives its files to the bearer of the token alone", async () => {
    const market = await openMarket();
    const root = market.simulator.settings["TELEGRAM_API_ROOT"] ?? "";
    await market.person.sendPhoto({ bytes: Uint8Array.from([1]), type: "image/png" });
    const stranger = await market.simulator.handle(new Request(`${root}/file/bot7000000001:guess/photos/a.png`));
    expect(stranger.status).toBe(404);
  });
});

describe("its deliveries", () => {
  it("are kept and tried again, in order, until they are taken", async () => {
    const { person, simulator, inbox, gate } = await openMarket();
    gate.open = false;
    expect([await person.say("một"), await person.say("hai")]).toEqual([503, 503]);
    expect(await simulator.retry()).toEqual([503]);
    expect(simulator.pending()).toBe(2);
    gate.open = true;
    expect(await simulator.retry()).toEqual([200]);
    expect(inbox.map(({ content }) => content)).toEqual([
      { kind: "text", text: "một" },
      { kind: "text", text: "hai" },
    ]);
    expect(simulator.pending()).toBe(0);
  });

  it("of a tap do not wait for messages of the same chat", async () => {
    const market = await openMarket();
    const { person, simulator, inbox, gate } = market;
    await call(market, "sendMessage", pressing({ text: "Mua", callback_data: "buy" }));
    gate.open = false;
    await person.say("một");
    gate.open = true;
    await person.tap("Mua");
    expect(inbox.map(({ content }) => content.kind)).toEqual(["tap"]);
    await simulator.retry();
    expect(inbox.map(({ content }) => content.kind)).toEqual(["tap", "text"]);
  });

  it("tell us of a person who blocks the bot, and of the code in the link that a person followed", async () => {
    const { person, inbox } = await openMarket();
    await person.start("K7Q2M4XZ");
    await person.block(true);
    expect(inbox.map(({ content }) => content)).toEqual([{ kind: "start", payload: "K7Q2M4XZ" }, { kind: "stop" }]);
  });

  it("never repeat a made-up message under the real secret", async () => {
    const { person, simulator, inbox } = await openMarket();
    await person.say("thật");
    expect(await simulator.forge("giả")).toBe(401);
    expect(await simulator.redeliver(2)).toEqual([200, 200]);
    expect(inbox.map(({ content }) => content)).toEqual(
      Array.from({ length: 3 }, () => ({ kind: "text", text: "thật" })),
    );
  });
});
