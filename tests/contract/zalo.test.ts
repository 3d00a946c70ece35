/** Zalo keeps what every channel promises. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { signedFields } from "zalo-sdk-nodejs/webhook";
import { openChannel } from "../../bots/zalo/channel.ts";
import { manifest } from "../../bots/zalo/manifest.ts";
import { simulate } from "../../bots/zalo/simulator.ts";
import { webhook } from "../../bots/zalo/webhook.ts";
import { type Content, type Incoming } from "../../shared/domain/message.ts";
import { isoTime } from "../../shared/domain/time.ts";
import { type ChannelSettings } from "../../shared/ports/channel.ts";
import { type Breach, channelSuite, type Specimen } from "./channel-suite.ts";

const OA = "1887406625519038844";
const PERSON = "4418829930017265512";
const FIRST = Date.parse("2026-11-23T02:00:00Z");

const SETTINGS: ChannelSettings = {
  ZALO_APP_ID: "2861904477301552846",
  ZALO_APP_SECRET: "app-secret",
  ZALO_OA_ID: OA,
  ZALO_OA_SECRET_KEY: "oa-secret-key",
  ZALO_REFRESH_TOKEN: "seed",
};

/** Zalo's rule in our own words, so that a forger can sign with whatever an absent secret looks like. */
function sign(body: Uint8Array, settings: ChannelSettings) {
  const timestamp = signedFields(body)?.timestamp ?? "";
  const mac = createHash("sha256")
    .update(String(settings["ZALO_APP_ID"]))
    .update(body)
    .update(timestamp)
    .update(String(settings["ZALO_OA_SECRET_KEY"]))
    .digest("hex");
  return { "X-ZEvent-Signature": `mac=${mac}` };
}

type Read = { seconds: number; updateId: string; content: Content; sender?: string };

function specimen(name: string, gives: Read | "nothing" | "unusable"): Specimen {
  const body = readFileSync(new URL(`../../bots/zalo/specimens/${name}.json`, import.meta.url), "utf8");
  if (typeof gives === "string") return { name, body, gives: gives === "unusable" ? gives : [] };
  const { seconds, updateId, content, sender = PERSON } = gives;
  const at = isoTime(FIRST + seconds * 1000);
  const incoming: Incoming = {
    channel: "zalo",
    account: OA,
    chat: PERSON,
    updateId,
    at,
    sender: { id: sender },
    content,
  };
  return { name, body, gives: [incoming] };
}

const message = (seconds: number, updateId: string, content: Content): Read => ({ seconds, updateId, content });

const specimens = [
  specimen("text", message(0, "user_send_text:a1f0c3e5d7b9", { kind: "text", text: "cho mình 2 gói miến dong" })),
  specimen("tap", message(1, "user_send_text:a1f0c3e5d7ba", { kind: "tap", payload: "show:ocop-12" })),
  specimen("hashtag", message(2, "user_send_text:a1f0c3e5d7bb", { kind: "text", text: "#đặcsản cho mình 1 gói" })),
  specimen(
    "image",
    message(3, "user_send_image:a1f0c3e5d7bc", {
      kind: "photo",
      ref: "http://f6.photo.talk.zdn.vn/8812/pic.jpg",
      caption: "miến dong 85k/gói",
    }),
  ),
  specimen(
    "location",
    message(4, "user_send_location:a1f0c3e5d7bd", { kind: "location", latitude: 22.6657, longitude: 106.2577 }),
  ),
  specimen(
    "audio",
    message(5, "user_send_audio:a1f0c3e5d7be", { kind: "voice", ref: "https://voice-talk.zdn.vn/8812/a.aac" }),
  ),
  specimen(
    "sticker",
    message(6, "user_send_sticker:a1f0c3e5d7bf", {
      kind: "sticker",
      ref: "https://zalo-api.zadn.vn/sticker?eid=46949",
    }),
  ),
  specimen(
    "file",
    message(7, "user_send_file:a1f0c3e5d7c0", { kind: "file", ref: "https://file-talk.zdn.vn/8812/don.pdf" }),
  ),
  specimen(
    "business-card",
    message(8, "user_send_business_card:a1f0c3e5d7c1", { kind: "contact", phone: "84912345678", proved: false }),
  ),
  specimen("follow", message(9, `follow:${FIRST + 9000}:${PERSON}`, { kind: "start" })),
  specimen("unfollow", message(10, `unfollow:${FIRST + 10_000}:${PERSON}`, { kind: "stop" })),
  specimen(
    "submit-info",
    message(11, `user_submit_info:${FIRST + 11_000}:${PERSON}`, {
      kind: "contact",
      phone: "84912345678",
      name: "Nông Thị Mai",
      address: "Tổ 5, Phường Thục Phán, Cao Bằng",
      proved: false,
      claimed: true,
    }),
  ),
  specimen(
    "submit-info-older",
    message(12, `user_submit_info:${FIRST + 12_000}:${PERSON}`, {
      kind: "contact",
      phone: "84912345678",
      name: "Nông Thị Mai",
      address: "Tổ 5, Hợp Giang, TP Cao Bằng, Cao Bằng",
      proved: false,
      claimed: true,
    }),
  ),
  specimen("echo", "nothing"),
  specimen("staff-reply", {
    ...message(14, "oa_send_text:a1f0c3e5d7c3", {
      kind: "staff-reply",
      staff: "9026617738200114453",
      text: "Chị để em kiểm tra kho ạ",
    }),
    sender: "9026617738200114453",
  }),
  specimen("seen", "nothing"),
  specimen("unknown", "nothing"),
  specimen("other-account", "unusable"),
];

/** Sends with a token of its own, past our client, which would not let it out. */
const sending =
  (content: object): Breach["taken"] =>
  async (call, root, settings, chat) => {
    const form = new URLSearchParams({
      app_id: String(settings["ZALO_APP_ID"]),
      grant_type: "refresh_token",
      refresh_token: String(settings["ZALO_REFRESH_TOKEN"]),
    });
    const headers = { secret_key: String(settings["ZALO_APP_SECRET"]) };
    const pair = await call(`${root}/v4/oa/access_token`, { method: "POST", headers, body: form });
    const { access_token: token } = (await pair.json()) as { access_token: string };
    const answer = await call(`${root}/v3.0/oa/message/cs`, {
      method: "POST",
      headers: { access_token: token, "content-type": "application/json" },
      body: JSON.stringify({ recipient: { user_id: chat }, message: content }),
    });
    return ((await answer.json()) as { error: number }).error === 0;
  };

const buttons = (count: number, more: object = {}) => ({
  text: "Chọn đi ạ",
  attachment: {
    type: "template",
    payload: {
      buttons: Array.from({ length: count }, () => ({ title: "Có", type: "oa.query.hide", payload: "#yes", ...more })),
    },
  },
});

channelSuite({
  manifest,
  webhook,
  openChannel,
  simulate,
  specimens,
  specimenSettings: SETTINGS,
  webhookSecret: "ZALO_OA_SECRET_KEY",
  sign,
  breaches: [
    { limit: "text", taken: sending({ text: "x".repeat(2001) }) },
    {
      limit: "caption",
      taken: sending({
        text: "x".repeat(2001),
        attachment: {
          type: "template",
          payload: { template_type: "media", elements: [{ media_type: "image", url: "https://a.vn/a.jpg" }] },
        },
      }),
    },
    { limit: "buttons", taken: sending(buttons(6)) },
    { limit: "buttonTitle", taken: sending(buttons(1, { title: "x".repeat(101) })) },
    { limit: "payloadBytes", taken: sending(buttons(1, { payload: "x".repeat(1001) })) },
  ],
  exempt: { "retry-time": "Zalo's error -32 names no time to wait" },
});
