/** Updates as Telegram sends them (Bot API 10.1; people, ids and files are invented), and what each must be read as. */
import { type Content, type Incoming } from "../../shared/domain/message.ts";
import { type IsoTime } from "../../shared/domain/time.ts";
import { type ChannelSettings } from "../../shared/ports/channel.ts";

export const specimenSettings: ChannelSettings = {
  TELEGRAM_BOT_TOKEN: "7000000001:AAspecimenspecimenspecimenspecimens",
  TELEGRAM_WEBHOOK_SECRET: "specimen-secret_of_the_webhook_0123456789",
};

export const signSpecimen = (_: Uint8Array, settings: ChannelSettings): Readonly<Record<string, string>> => ({
  "content-type": "application/json",
  "X-Telegram-Bot-Api-Secret-Token": settings["TELEGRAM_WEBHOOK_SECRET"] ?? "",
});

type Specimen = {
  readonly name: string;
  readonly body: string;
  readonly gives: readonly Incoming[] | "unusable";
};

const MAI = {
  id: 5123456789,
  is_bot: false,
  first_name: "Mai",
  last_name: "Nông",
  username: "mainong",
  language_code: "vi",
};
const CHAT = { id: 5123456789, first_name: "Mai", last_name: "Nông", username: "mainong", type: "private" };
const BOT = { id: 7000000001, is_bot: true, first_name: "Chợ Phiên", username: "cho_phien_mau_bot" };
const GROUP = { id: -1001234567890, title: "Hội chợ", type: "supergroup" };
const DATE = 1795399200;
const AT = "2026-11-23T02:00:00.000Z" as IsoTime;
const UPDATE = 831204577;

const head = { message_id: 42, from: MAI, chat: CHAT, date: DATE };

const message = (content: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ update_id: UPDATE, message: { ...head, ...content } });

const incoming = (content: Content): readonly Incoming[] => [
  {
    channel: "telegram",
    account: "7000000001",
    chat: "5123456789",
    updateId: "831204577",
    at: AT,
    sender: { id: "5123456789", name: "Mai Nông" },
    content,
  },
];

const said: readonly Specimen[] = [
  {
    name: "a text with accents and emoji",
    body: message({ text: "Cho mình 2 gói miến dong 🍜 với ạ" }),
    gives: incoming({ kind: "text", text: "Cho mình 2 gói miến dong 🍜 với ạ" }),
  },
  {
    name: "a text in reply to one of ours",
    body: message({
      reply_to_message: { message_id: 41, from: BOT, chat: CHAT, date: DATE - 60, text: "Bạn cần gì ạ?" },
      text: "ừ",
    }),
    gives: incoming({ kind: "text", text: "ừ" }),
  },
  {
    name: "the start of a chat",
    body: message({ text: "/start", entities: [{ offset: 0, length: 6, type: "bot_command" }] }),
    gives: incoming({ kind: "start" }),
  },
  {
    name: "the start of a chat by a link with a code",
    body: message({ text: "/start K7Q2M4XZ", entities: [{ offset: 0, length: 6, type: "bot_command" }] }),
    gives: incoming({ kind: "start", payload: "K7Q2M4XZ" }),
  },
  {
    name: "a word that only begins like a command",
    body: message({ text: "/started" }),
    gives: incoming({ kind: "text", text: "/started" }),
  },
];

const handedOver: readonly Specimen[] = [
  {
    name: "the sender's own contact, by the button",
    body: message({ contact: { phone_number: "84912345678", first_name: "Mai", last_name: "Nông", user_id: MAI.id } }),
    gives: incoming({ kind: "contact", phone: "84912345678", name: "Mai Nông", proved: true }),
  },
  {
    name: "somebody else's contact card",
    body: message({ contact: { phone_number: "+84987654321", first_name: "Lan", user_id: 5999999999 } }),
    gives: incoming({ kind: "contact", phone: "+84987654321", name: "Lan", proved: false }),
  },
  {
    name: "a contact card of nobody on Telegram",
    body: message({ contact: { phone_number: "0206 3852 111", first_name: "HTX" } }),
    gives: incoming({ kind: "contact", phone: "0206 3852 111", name: "HTX", proved: false }),
  },
  {
    name: "a location",
    body: message({ location: { latitude: 22.665, longitude: 106.257 } }),
    gives: incoming({ kind: "location", latitude: 22.665, longitude: 106.257 }),
  },
];

const size = (id: string, width: number) => ({
  file_id: id,
  file_unique_id: `u${id}`,
  width,
  height: width,
  file_size: width,
});

const files: readonly Specimen[] = [
  {
    name: "a photo with a caption, in an album",
    body: message({
      media_group_id: "13876543210987654",
      photo: [size("AgACsmall", 90), size("AgAClarge", 1280), size("AgACmiddle", 320)],
      caption: "Miến mới ra lò, 85k/gói",
    }),
    gives: incoming({
      kind: "photo",
      ref: "AgAClarge",
      caption: "Miến mới ra lò, 85k/gói",
      album: "13876543210987654",
    }),
  },
  {
    name: "a photo alone",
    body: message({ photo: [size("AgACsmall", 90), size("AgAClarge", 1280)] }),
    gives: incoming({ kind: "photo", ref: "AgAClarge" }),
  },
  {
    name: "a voice message",
    body: message({ voice: { duration: 3, mime_type: "audio/ogg", file_id: "AwACvoice", file_unique_id: "u1" } }),
    gives: incoming({ kind: "voice", ref: "AwACvoice" }),
  },
  {
    name: "a document",
    body: message({ document: { file_name: "don.xlsx", file_id: "BQACdocument", file_unique_id: "u2" } }),
    gives: incoming({ kind: "file", ref: "BQACdocument" }),
  },
  {
    name: "a video",
    body: message({ video: { duration: 5, width: 640, height: 480, file_id: "BAACvideo", file_unique_id: "u3" } }),
    gives: incoming({ kind: "video", ref: "BAACvideo" }),
  },
  {
    name: "a sticker",
    body: message({
      sticker: {
        type: "regular",
        is_animated: false,
        is_video: false,
        width: 512,
        height: 512,
        file_id: "CAACsticker",
        file_unique_id: "u4",
      },
    }),
    gives: incoming({ kind: "sticker", ref: "CAACsticker" }),
  },
];

const update = (content: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ update_id: UPDATE, ...content });

const tapped = (place: Readonly<Record<string, unknown>>): string =>
  update({
    callback_query: { id: "22003300440055", from: MAI, chat_instance: "-8812345", data: "add:mien-dong", ...place },
  });

const membership = (status: string): string =>
  update({
    my_chat_member: {
      chat: CHAT,
      from: MAI,
      date: DATE,
      old_chat_member: { user: BOT, status: "member" },
      new_chat_member: { user: BOT, status, until_date: 0 },
    },
  });

const acts: readonly Specimen[] = [
  {
    name: "a tap on a button",
    body: tapped({ message: { message_id: 41, from: BOT, chat: CHAT, date: DATE - 3600, text: "Chọn ạ" } }),
    gives: incoming({ kind: "tap", payload: "add:mien-dong", tapId: "22003300440055" }),
  },
  {
    name: "a tap under a message that Telegram no longer has",
    body: tapped({ message: { message_id: 41, chat: CHAT, date: 0 } }),
    gives: incoming({ kind: "tap", payload: "add:mien-dong", tapId: "22003300440055" }),
  },
  { name: "a person who blocked the bot", body: membership("kicked"), gives: incoming({ kind: "stop" }) },
  { name: "a person who let the bot in again", body: membership("member"), gives: [] },
];

const passedOver: readonly Specimen[] = [
  {
    name: "an edit of a message",
    body: update({ edited_message: { ...head, edit_date: DATE, text: "3 gói" } }),
    gives: [],
  },
  { name: "a kind of update that is not known yet", body: update({ some_future_update: { id: 1 } }), gives: [] },
  { name: "a note that a message was pinned", body: message({ pinned_message: { ...head, text: "x" } }), gives: [] },
  {
    name: "a message in a group",
    body: update({ message: { ...head, chat: GROUP, text: "miến" } }),
    gives: "unusable",
  },
  {
    name: "a post on our own wall",
    body: update({
      channel_post: { message_id: 7, chat: { id: -1001000000001, type: "channel" }, date: DATE, text: "[QC]" },
    }),
    gives: [],
  },
  { name: "a body that is no update", body: JSON.stringify({ ok: true }), gives: "unusable" },
  { name: "a message without a sender", body: message({ from: undefined, text: "miến" }), gives: "unusable" },
];

export const specimens: readonly Specimen[] = [...said, ...handedOver, ...files, ...acts, ...passedOver];
