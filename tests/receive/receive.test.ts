/** What the door of a channel answers, and what it lets in. */
import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { receive } from "../../functions/receive.ts";
import { type Incoming } from "../../shared/domain/message.ts";
import { type IsoTime } from "../../shared/domain/time.ts";
import { type ChannelSettings, type Verdict, type Webhook, type WebhookRequest } from "../../shared/ports/channel.ts";
import { type QueueMessage } from "../../shared/ports/queue.ts";
import { collectingLog } from "../fakes/log.ts";
import { settableClock } from "../fakes/clock.ts";

const SECRET = "s3cret";
const NOW = "2026-11-23T02:00:00.000Z" as IsoTime;

const message = (text: string, updateId = "77"): Incoming => ({
  channel: "post",
  account: "shop",
  chat: "900001",
  updateId,
  at: NOW,
  sender: { id: "900001" },
  content: { kind: "text", text },
});

function read(body: Uint8Array): Verdict {
  try {
    const { text } = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) as { text: string };
    return { kind: "accepted", incoming: [message(text)] };
  } catch {
    return { kind: "unusable", why: "No JSON" };
  }
}

const unproved: Verdict = { kind: "rejected", status: 401, why: "Not proved" };

/** Proved by a header alone, as Telegram does. */
const byHeader: Webhook = ({ headers, body }, { KEY }) => (KEY && headers["x-key"] === KEY ? read(body) : unproved);

const sign = (body: Uint8Array, key = SECRET) => createHmac("sha256", key).update(body).digest("hex");

/** Proved by a signature over the bytes, as Zalo does. */
const bySignature: Webhook = ({ headers, body }, { KEY }) =>
  KEY && headers["x-signature"] === sign(body, KEY) ? read(body) : unproved;

/** Answers a page, as the web chat does. */
const toBrowser: Webhook = (request) => {
  const verdict = read(request.body);
  if (verdict.kind !== "accepted") return { kind: "rejected", status: 400, why: "Broken" };
  return { ...verdict, answer: { status: 200, headers: { "set-cookie": "visitor=1" }, body: "{}" } };
};

const bytes = (text: string) => new TextEncoder().encode(text);
const DEEP = bytes(`{"text":"sâu","x":${"[".repeat(32)}${"]".repeat(32)}}`);
const LARGE = bytes(JSON.stringify({ text: "x".repeat(64 * 1024) }));
const BAD_UTF8 = Uint8Array.from([...bytes('{"text":"'), 0xff, ...bytes('"}')]);

function door(webhook: Webhook, settings: readonly ChannelSettings[] = [{ KEY: SECRET }]) {
  const sent: QueueMessage[] = [];
  const kept: string[] = [];
  const log = collectingLog();
  let broken = false;
  const post = async (body: Uint8Array, headers: WebhookRequest["headers"] = {}) =>
    await receive("post", webhook).run(
      {
        clock: settableClock(NOW),
        log,
        settings,
        queue: {
          send: (_, one) => (broken ? Promise.reject(new Error("down")) : Promise.resolve(void sent.push(one))),
        },
        keepAside: (_, __, why) => Promise.resolve(void kept.push(why)),
      },
      { method: "POST", path: "/webhooks/post", headers, body },
    );
  return { post, sent, kept, log, breakQueue: () => (broken = true) };
}

describe("a message that is proved", () => {
  it("is enqueued by conversation under the provider's id, and answered 200", async () => {
    const { post, sent } = door(byHeader);
    expect(await post(bytes('{"text":"miến dong"}'), { "x-key": SECRET })).toEqual({ status: 200 });
    expect(sent).toEqual([{ group: "post:shop:900001", dedupeId: "post:shop:77", body: message("miến dong") }]);
  });

  it("gets the answer that its channel wants", async () => {
    const { post } = door(toBrowser);
    const answer = { status: 200, headers: { "set-cookie": "visitor=1" }, body: "{}" };
    expect(await post(bytes('{"text":"miến dong"}'))).toEqual(answer);
  });

  it("is answered 503 when it could not be made durable, so that it comes again", async () => {
    const { post, breakQueue } = door(byHeader);
    breakQueue();
    expect(await post(bytes('{"text":"x"}'), { "x-key": SECRET })).toEqual({ status: 503 });
  });

  it("is let in with brackets in its text and at the deepest level allowed", async () => {
    const { post, sent } = door(bySignature);
    const body = bytes(`{"text":"[[[ \\"{{{\\\\","x":${"[".repeat(31)}${"]".repeat(31)}}`);
    expect(await post(body, { "x-signature": sign(body) })).toEqual({ status: 200 });
    expect(sent).toHaveLength(1);
  });

  it("is proved by the secret before the last rotation as well", async () => {
    const { post, sent } = door(byHeader, [{ KEY: "new" }, { KEY: SECRET }]);
    expect(await post(bytes('{"text":"x"}'), { "x-key": SECRET })).toEqual({ status: 200 });
    expect(sent).toHaveLength(1);
    expect(await post(bytes('{"text":"x"}'), { "x-key": "old" })).toEqual({ status: 401 });
  });
});

describe("a message that can't be used", () => {
  it.each([
    ["nested too deep", DEEP],
    ["larger than 64 KB", LARGE],
    ["broken JSON", bytes('{"text": "x')],
    ["not UTF-8", BAD_UTF8],
    ["empty", bytes("")],
  ])("is answered 200 when proved, taken nowhere and kept aside: %s", async (_, body) => {
    const { post, sent, kept, log } = door(byHeader);
    expect(await post(body, { "x-key": SECRET })).toEqual({ status: 200 });
    expect(sent).toEqual([]);
    expect(kept).toHaveLength(1);
    expect(log.entries.map(({ level, event }) => [level, event])).toEqual([["warn", "webhook.unusable"]]);
  });

  it.each([
    ["nested too deep", DEEP, 401],
    ["larger than 64 KB", LARGE, 413],
    ["broken JSON", bytes('{"text": "x'), 401],
    ["not UTF-8", BAD_UTF8, 401],
  ])("is refused when nobody proved it: %s", async (_, body, status) => {
    for (const webhook of [byHeader, bySignature]) {
      const { post, sent, kept } = door(webhook);
      expect(await post(body)).toEqual({ status });
      expect([sent, kept]).toEqual([[], []]);
    }
  });

  it("is answered 200 when a signature over its bytes proves it, however deep it is", async () => {
    const { post, sent } = door(bySignature);
    expect(await post(DEEP, { "x-signature": sign(DEEP) })).toEqual({ status: 200 });
    expect(sent).toEqual([]);
  });

  it("is refused to a browser, which repeats nothing", async () => {
    const { post, sent } = door(toBrowser);
    expect(await post(DEEP)).toEqual({ status: 400 });
    expect(await post(LARGE)).toEqual({ status: 413 });
    expect(sent).toEqual([]);
  });

  it("does not cost the body's parsing when it is too large", async () => {
    const seen: number[] = [];
    const { post } = door(({ body }) => (seen.push(body.byteLength), unproved));
    expect(await post(LARGE)).toEqual({ status: 413 });
    expect(seen).toEqual([0]);
  });
});

describe("a channel that can't prove anything", () => {
  it("does not exist without settings", async () => {
    const { post } = door(byHeader, []);
    expect(await post(bytes("{}"), { "x-key": "undefined" })).toEqual({ status: 404 });
  });

  it("refuses when its check breaks, and does not tell the log what was in the body", async () => {
    const { post, sent, log } = door(({ body }) => JSON.parse(new TextDecoder().decode(body)) as Verdict);
    expect(await post(bytes("số điện thoại 0912345678"))).toEqual({ status: 401 });
    expect(sent).toEqual([]);
    expect(JSON.stringify(log.entries)).not.toContain("0912345678");
  });
});
