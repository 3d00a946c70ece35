/** Events as Zalo sends them to a bot (people and ids are invented), and what each must be read as. */
import { type Content, type Incoming } from "../../shared/domain/message.ts";
import { type IsoTime } from "../../shared/domain/time.ts";
import { type ChannelSettings } from "../../shared/ports/channel.ts";

export const specimenSettings: ChannelSettings = {
  ZALO_BOT_TOKEN: "12345689:abc-specimen-xyz",
  ZALO_BOT_WEBHOOK_SECRET: "specimen-secret-of-the-bot-0123456789",
};

export const signSpecimen = (_: Uint8Array, settings: ChannelSettings): Readonly<Record<string, string>> => ({
  "content-type": "application/json",
  "X-Bot-Api-Secret-Token": settings["ZALO_BOT_WEBHOOK_SECRET"] ?? "",
});

type Specimen = {
  readonly name: string;
  readonly body: string;
  readonly gives: readonly Incoming[] | "unusable";
};

const MAI = "6ede9afa66b88fe6d6a9";
const MESSAGE = "2d758cb5e222177a4e35";
const AT = "2026-11-23T02:00:00.000Z" as IsoTime;

const head = {
  from: { id: MAI, display_name: "Nông Mai", is_bot: false },
  chat: { id: MAI, chat_type: "PRIVATE" },
  message_id: MESSAGE,
  date: Date.parse(AT),
};

const flat = (kind: string, content: object) => ({
  event_name: `message.${kind}.received`,
  message: { ...head, ...content },
});

/** As it really arrives. */
const event = (kind: string, content: object): string => JSON.stringify(flat(kind, content));
/** As Zalo's documents have it. */
const wrapped = (kind: string, content: object): string => JSON.stringify({ ok: true, result: flat(kind, content) });

const incoming = (content: Content): readonly Incoming[] => [
  {
    channel: "zalobot",
    account: "12345689",
    chat: MAI,
    updateId: `${MAI}:${MAI}:${MESSAGE}`,
    at: AT,
    sender: { id: MAI, name: "Nông Mai" },
    content,
  },
];

const said: readonly Specimen[] = [
  {
    name: "a text, flat",
    body: event("text", { text: "Cho mình 2 gói miến dong 🍜 với ạ" }),
    gives: incoming({ kind: "text", text: "Cho mình 2 gói miến dong 🍜 với ạ" }),
  },
  {
    name: "a text, wrapped",
    body: wrapped("text", { text: "Xin chào" }),
    gives: incoming({ kind: "text", text: "Xin chào" }),
  },
  {
    name: "a text as a long poll brings it, without the event's name",
    body: JSON.stringify({ ok: true, result: { message: { ...head, text: "Xin chào" } } }),
    gives: incoming({ kind: "text", text: "Xin chào" }),
  },
  { name: "the start of a chat", body: event("text", { text: "/start" }), gives: incoming({ kind: "start" }) },
  {
    name: "the start of a chat with a code",
    body: event("text", { text: "/start K7Q2M4XZ" }),
    gives: incoming({ kind: "start", payload: "K7Q2M4XZ" }),
  },
];

const files: readonly Specimen[] = [
  {
    name: "a picture with a caption",
    body: event("image", { photo_url: "https://photo-stal-1.zdn.vn/a.jpg", caption: "Miến mới, 85k/gói" }),
    gives: incoming({ kind: "photo", ref: "https://photo-stal-1.zdn.vn/a.jpg", caption: "Miến mới, 85k/gói" }),
  },
  {
    name: "a picture under its older name",
    body: wrapped("image", { photo: "https://photo-stal-1.zdn.vn/a.jpg", caption: "" }),
    gives: incoming({ kind: "photo", ref: "https://photo-stal-1.zdn.vn/a.jpg" }),
  },
  {
    name: "a sticker",
    body: event("sticker", { sticker: "0e078a2fb66a5f34067b", url: "https://zalo-api.zadn.vn/sticker?eid=46949" }),
    gives: incoming({ kind: "sticker", ref: "https://zalo-api.zadn.vn/sticker?eid=46949" }),
  },
  {
    name: "a voice message",
    body: event("voice", { voice_url: "https://voice-talk.zdn.vn/8812/a.aac" }),
    gives: incoming({ kind: "voice", ref: "https://voice-talk.zdn.vn/8812/a.aac" }),
  },
  {
    name: "something that Zalo keeps back",
    body: event("unsupported", {}),
    gives: incoming({ kind: "file", ref: MESSAGE }),
  },
];

const BOT = { id: "12345689", display_name: "Bot OCOP", is_bot: true };

const passedOver: readonly Specimen[] = [
  { name: "the bot's own words", body: event("text", { from: BOT, text: "Dạ còn hàng ạ" }), gives: [] },
  {
    name: "the bot's own words, not marked as a bot's",
    body: event("text", { from: { id: "12345689" }, text: "Dạ còn hàng ạ" }),
    gives: [],
  },
  {
    name: "an event of a kind that is not known yet",
    body: JSON.stringify({ event_name: "bot.some.future", message: head }),
    gives: [],
  },
  {
    name: "a message in a group",
    body: event("text", { chat: { id: "g1", chat_type: "GROUP" }, text: "miến" }),
    gives: "unusable",
  },
  {
    name: "a kind of message that is not known yet",
    body: event("hologram", { hologram: { id: 1 } }),
    gives: "unusable",
  },
  { name: "a message without a sender", body: event("text", { from: undefined, text: "miến" }), gives: "unusable" },
  { name: "a message without an id", body: event("text", { message_id: "", text: "miến" }), gives: "unusable" },
  { name: "a body that is no event", body: JSON.stringify({ ok: true }), gives: "unusable" },
];

export const specimens: readonly Specimen[] = [...said, ...files, ...passedOver];
