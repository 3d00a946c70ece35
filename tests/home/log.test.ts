/** The log: lines of JSON without what must not be written down, whatever it is given. */
import { describe, expect, it } from "vitest";
import { type LogLevel, openLog, redact } from "../../shared/log.ts";
import { MORNING, settableClock } from "../fakes/clock.ts";

function start(level?: LogLevel) {
  const lines: string[] = [];
  const log = openLog({ clock: settableClock(), write: (line) => lines.push(line), ...(level && { level }) });
  return { log, lines, read: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe("redaction", () => {
  it.each([
    "0912345678",
    "0912 345 678",
    "0912.345.678",
    "09-12-34-56-78",
    "84912345678",
    "+84912345678",
    "+84 912 345 678",
    "+84 (0) 912 345 678",
    "0084 912345678",
    "(0206) 3852 123",
    "0 9 1 2 3 4 5 6 7 8",
    "0912\u00a0345\u00a0678",
  ])("hides the phone %s", (phone) => {
    expect(redact(`gọi ${phone}, nhé`)).toMatch(/^gọi \(?\[phone\], nhé$/);
  });

  it.each([
    "2026-11-23T02:00:00.000Z",
    "1764000000000",
    "ord_0912345678abcdefghjkmnpqrs",
    "45.000 đ, 12 gói",
    "inbox-10000000001",
    "at send (file:///srv/shop/bots/telegram/api.ts:12:34)",
    "node_modules/zod@4.6.7/v4/core.js:12:34",
  ])("leaves %s alone", (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    [
      "POST https://api.telegram.org/bot123456:AAH-abc_defghijklmnopqrstuvwxyz0123/sendMessage",
      "POST https://api.telegram.org/bot[token]/sendMessage",
    ],
    ["https://bot-api.example/bot98765:secretpart/getMe?x=1", "https://bot-api.example/bot[token]/getMe?x=1"],
    ["token 123456789:AAHabcdefghijklmnopqrstuvwxyz012345", "token [token]"],
    ["?access_token=abc.def-1&to=2", "?access_token=[hidden]&to=2"],
    ['{"secret_key":"k1","refresh_token": "r2","x":1}', '{"secret_key":"[hidden]","refresh_token": "[hidden]","x":1}'],
    ["Authorization: Bearer abcdefgh.ij-k", "Authorization: [hidden]"],
    ["authorization: Apikey 12345", "authorization: [hidden]"],
    ["x-telegram-bot-api-secret-token: s3cret", "x-telegram-bot-api-secret-token: [hidden]"],
    ["sent Bearer abcdefgh.ij-k", "sent Bearer [hidden]"],
    ["key sk-proj-abcdefghijklmnop1234", "key [key]"],
    ["từ nguyen.van-a@htx.example.vn nhé", "từ [email] nhé"],
  ])("turns %s into %s", (text, safe) => {
    expect(redact(text)).toBe(safe);
  });
});

describe("the log", () => {
  it("writes one line of JSON an event", () => {
    const { log, lines } = start();
    log.info("turn.done", { turn: 3, chat: "telegram:1", quick: true, why: null, left: undefined });
    log.warn("queue.slow");
    expect(lines).toEqual([
      `{"at":"${MORNING}","level":"info","event":"turn.done","turn":3,"chat":"telegram:1","quick":true,"why":null}\n`,
      `{"at":"${MORNING}","level":"warn","event":"queue.slow"}\n`,
    ]);
  });

  it("hides what fields, messages, stacks and causes hold", () => {
    const { log, lines, read } = start();
    const cause = Object.assign(new Error("no answer for 0912345678"), { code: "ECONNRESET" });
    log.error("send.failed", new TypeError("POST /bot1:abc/send failed", { cause }), { to: "+84 912 345 678" });
    expect(read()).toMatchObject([
      {
        level: "error",
        event: "send.failed",
        to: "[phone]",
        error: {
          name: "TypeError",
          message: "POST /bot[token]/send failed",
          cause: { name: "Error", message: "no answer for [phone]", code: "ECONNRESET" },
        },
      },
    ]);
    expect(lines.join("")).not.toMatch(/912|1:abc/);
  });

  it("writes from its level on", () => {
    const { log, read } = start("warn");
    log.info("a");
    log.warn("b");
    log.error("c", "broken");
    expect(read()).toMatchObject([{ event: "b" }, { event: "c", error: { message: "broken" } }]);
  });

  it("marks what it cut", () => {
    const { log, read } = start();
    log.info("long", { text: "x".repeat(7000) });
    expect(read()[0]?.["text"]).toMatch(/x \[cut, 7000 characters\]$/);
  });

  it("never throws", () => {
    const { log, lines } = start();
    const nasty = new Error("x");
    Object.defineProperty(nasty, "message", {
      get: () => {
        throw new Error("No message");
      },
    });
    const endless = new Error("endless");
    endless.cause = endless;
    for (const thrown of [nasty, endless, undefined, null, Symbol("s"), Object.create(null), 1n])
      expect(() => {
        log.error("nasty", thrown);
      }).not.toThrow();
    expect(lines).toHaveLength(7);
    const broken = openLog({
      clock: settableClock(),
      write: () => {
        throw new Error("The disk is full");
      },
    });
    expect(() => {
      broken.info("x");
    }).not.toThrow();
  });
});
