/** Zalo's webhook beyond what every channel promises: its probe, its odd events, and the log line for a wrong key. */
import { readFileSync } from "node:fs";
import { signBody } from "zalo-sdk-nodejs/webhook";
import { describe, expect, it } from "vitest";
import { isoTime } from "../../shared/domain/time.ts";
import { type ChannelSettings } from "../../shared/ports/channel.ts";
import { webhook } from "./webhook.ts";

const NOW = isoTime(new Date("2026-11-23T02:00:00.000Z"));
const APP = "2861904477301552846";
const KEY = "oa-secret-key";
const SETTINGS: ChannelSettings = {
  ZALO_APP_ID: APP,
  ZALO_APP_SECRET: "app-secret",
  ZALO_OA_ID: "1887406625519038844",
  ZALO_OA_SECRET_KEY: KEY,
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const specimen = (name: string) => readFileSync(new URL(`./specimens/${name}.json`, import.meta.url), "utf8");
const timestampOf = (text: string): string => /"timestamp":\s*"(\d+)"/.exec(text)?.[1] ?? "";

function post(
  text: string,
  { header, settings = SETTINGS, extra = {} }: { header?: string; settings?: ChannelSettings; extra?: object } = {},
) {
  const rawBody = encode(text);
  const signature = header ?? signBody({ appId: APP, secretKey: KEY, rawBody, timestamp: timestampOf(text) });
  const headers = { "x-zevent-signature": signature, ...extra };
  return webhook({ method: "POST", path: "/webhooks/zalo", headers, body: rawBody }, settings, NOW);
}

const contents = (text: string) => {
  const verdict = post(text);
  return verdict.kind === "accepted"
    ? verdict.incoming.map(({ content, updateId }) => ({ ...content, updateId }))
    : verdict;
};

describe("Zalo's probe of a new address", () => {
  it("is answered 200 without a signature, and takes nothing in", () => {
    expect(post("{}", { header: "" })).toEqual({ kind: "accepted", incoming: [] });
    expect(post("{}", { header: "", settings: {} })).toEqual({ kind: "accepted", incoming: [] });
  });
});

describe("what a person sends", () => {
  const event = (type: string, message: object) =>
    JSON.stringify({
      ...(JSON.parse(specimen("text")) as object),
      event_name: `user_send_${type}`,
      message: { msg_id: "m1", ...message },
    });
  const image = (name: string) => ({ type: "image", payload: { url: `https://f6.zdn.vn/${name}.jpg` } });

  it("is several pictures of one album where one message brings several", () => {
    expect(contents(event("image", { text: "miến", attachments: [image("a"), image("b")] }))).toEqual([
      { kind: "photo", ref: "https://f6.zdn.vn/a.jpg", caption: "miến", album: "m1", updateId: "user_send_image:m1" },
      { kind: "photo", ref: "https://f6.zdn.vn/b.jpg", album: "m1", updateId: "user_send_image:m1:1" },
    ]);
  });

  it.each([
    [
      "a link with words",
      "link",
      { text: "xem nè", attachments: [{ type: "link", payload: { url: "https://a.vn" } }] },
      { kind: "text", text: "xem nè\nhttps://a.vn" },
    ],
    [
      "a bare link",
      "link",
      { attachments: [{ type: "link", payload: { url: "https://a.vn" } }] },
      { kind: "text", text: "https://a.vn" },
    ],
    [
      "a gif",
      "gif",
      { attachments: [{ type: "gif", payload: { url: "https://f6.zdn.vn/a.gif" } }] },
      { kind: "sticker", ref: "https://f6.zdn.vn/a.gif" },
    ],
    [
      "a video",
      "video",
      { attachments: [{ type: "video", payload: { url: "https://f6.zdn.vn/a.mp4" } }] },
      { kind: "video", ref: "https://f6.zdn.vn/a.mp4" },
    ],
    [
      "a card without a phone",
      "business_card",
      { attachments: [{ type: "link", payload: { url: "https://zalo.me/p/1" } }] },
      { kind: "file", ref: "https://zalo.me/p/1" },
    ],
    [
      "a card whose phone is in words",
      "business_card",
      { text: "Chị Mai 0912345678" },
      { kind: "contact", phone: "0912345678", proved: false },
    ],
    [
      "words of an attachment that is new to us",
      "image",
      { text: "miến", attachments: [{ type: "hologram", payload: {} }] },
      { kind: "text", text: "miến" },
    ],
  ])("may be %s", (_, type, message, expected) => {
    expect(contents(event(type, message))).toEqual([{ ...expected, updateId: `user_send_${type}:m1` }]);
  });

  it.each([
    ["a text without words", event("text", {}), "A text without a text"],
    [
      "a picture without an address",
      event("image", { attachments: [{ type: "image", payload: {} }] }),
      "without what it is about",
    ],
    ["own data without a phone", specimen("submit-info").replace(/"phone":\s*"84912345678",/, ""), "without a phone"],
    ["an event without a name", specimen("text").replace("event_name", "name"), "event_name"],
  ])("is put aside when it is %s", (_, text, why) => {
    const verdict = post(text);
    expect(verdict.kind === "unusable" && verdict.why).toContain(why);
  });

  it("is taken with our own time where Zalo's is on no calendar", () => {
    const text = specimen("text").replace(/"timestamp":\s*"\d+"/, '"timestamp":"99999999999999999"');
    const verdict = post(text);
    expect(verdict.kind === "accepted" && verdict.incoming.map(({ at }) => at)).toEqual([NOW]);
  });

  it.each(["#show:ocop-12", "#menu", "#group:3:0", "#lang:vi", "#area:bao-lac:0", "#cancel:ord_0a1b"])(
    "is a tap when it is what we put on a button: %s",
    (text) => {
      expect(contents(event("text", { text }))).toEqual([
        { kind: "tap", payload: text.slice(1), updateId: "user_send_text:m1" },
      ]);
    },
  );

  it.each(["# menu", "#1", "#Menu", "#đặcsản", "#menu đi", "##menu", "menu", "#"])(
    "is a text when it is %s",
    (text) => {
      expect(contents(event("text", { text }))).toEqual([{ kind: "text", text, updateId: "user_send_text:m1" }]);
    },
  );
});

describe("a request that is not proved", () => {
  const why = (verdict: ReturnType<typeof post>) =>
    verdict.kind === "rejected" ? `${verdict.status} ${verdict.why}` : verdict.kind;

  it("tells the log which rule of signing would have matched, and is refused all the same", () => {
    const text = specimen("text");
    const timestamp = timestampOf(text);
    const bySecret = signBody({ appId: APP, secretKey: "app-secret", rawBody: encode(text), timestamp });
    expect(why(post(text, { header: bySecret }))).toMatch(
      /^401 .*would match by app_id, app secret, timestamp of the body$/,
    );
    const byHeader = signBody({ appId: APP, secretKey: KEY, rawBody: encode(text), timestamp: "5" });
    const verdict = post(text, { header: byHeader, extra: { "x-zevent-timestamp": "5" } });
    expect(why(verdict)).toMatch(/^401 .*would match by app_id, OA secret key, timestamp of the header$/);
    expect(why(post(text, { header: "mac=00" }))).toMatch(/^401 .*webhook page$/);
  });

  it("is refused for another app's event, and for more than 64 KB", () => {
    expect(why(post(specimen("text").replace(APP, "999")))).toMatch(/^401 .*another app/);
    expect(why(post(`{"a":"${"x".repeat(65_536)}"}`))).toMatch(/^413/);
  });
});
