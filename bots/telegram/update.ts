/** Telegram's updates, read by hand: the receiving function is to start in milliseconds. Field names are those of Bot API 10.1. */
import { type Content, type Incoming } from "../../shared/domain/message.ts";
import { type IsoTime, isoTime, SECOND } from "../../shared/domain/time.ts";
import { manifest } from "./manifest.ts";

export type Reading =
  | { readonly kind: "read"; readonly incoming: readonly Incoming[] }
  | { readonly kind: "unusable"; readonly why: string };

type Fields = Readonly<Record<string, unknown>>;

/** What we ask Telegram to deliver; the rest would be thrown away here. */
export const ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"] as const;

const NOTHING: Reading = { kind: "read", incoming: [] };
const NOT_PRIVATE: Reading = { kind: "unusable", why: "The update is not from a private chat" };
const MALFORMED: Reading = { kind: "unusable", why: "The update lacks what every update of its kind has" };

/** The id that a bot's token begins with: the account its conversations are keyed by. */
export const botIdOf = (token: string): string => token.split(":")[0] ?? "";

export function readUpdate(update: unknown, account: string, now: IsoTime): Reading {
  const fields = object(update);
  const updateId = id(fields?.["update_id"]);
  if (!fields || updateId === undefined) return { kind: "unusable", why: "The body is no update of Telegram" };
  const envelope = { account, updateId, now };
  const message = object(fields["message"]);
  if (message) return readMessage(message, envelope);
  const tap = object(fields["callback_query"]);
  if (tap) return readTap(tap, envelope);
  const membership = object(fields["my_chat_member"]);
  return membership ? readMembership(membership, envelope) : NOTHING;
}

type Envelope = { account: string; updateId: string; now: IsoTime };

function readMessage(message: Fields, envelope: Envelope): Reading {
  const content = contentOf(message);
  if (!content) return isPrivate(message["chat"]) ? NOTHING : NOT_PRIVATE;
  return incoming({ chat: message["chat"], from: message["from"], date: message["date"], content }, envelope);
}

/** A tap carries the date of the message it is under, not its own. */
function readTap(tap: Fields, envelope: Envelope): Reading {
  const [payload, tapId, message] = [text(tap["data"]), text(tap["id"]), object(tap["message"])];
  if (payload === undefined || !message) return NOTHING;
  const content: Content = { kind: "tap", payload, ...(tapId === undefined ? {} : { tapId }) };
  return incoming({ chat: message["chat"], from: tap["from"], date: undefined, content }, envelope);
}

function readMembership(membership: Fields, envelope: Envelope): Reading {
  if (!isPrivate(membership["chat"])) return NOT_PRIVATE;
  if (object(membership["new_chat_member"])?.["status"] !== "kicked") return NOTHING;
  const { chat, from, date } = membership;
  return incoming({ chat, from, date, content: { kind: "stop" } }, envelope);
}

type Parts = { chat: unknown; from: unknown; date: unknown; content: Content };

function incoming({ chat, from, date, content }: Parts, { account, updateId, now }: Envelope): Reading {
  if (!isPrivate(chat)) return NOT_PRIVATE;
  const [chatId, sender] = [id(object(chat)?.["id"]), object(from)];
  const senderId = id(sender?.["id"]);
  if (chatId === undefined || !sender || senderId === undefined) return MALFORMED;
  const name = fullName(sender);
  const at = seconds(date) ?? now;
  return {
    kind: "read",
    incoming: [
      {
        channel: manifest.name,
        account,
        chat: chatId,
        updateId,
        at,
        sender: { id: senderId, ...(name === "" ? {} : { name }) },
        content,
      },
    ],
  };
}

function contentOf(message: Fields): Content | null {
  const said = text(message["text"]);
  if (said !== undefined) return startOf(said) ?? { kind: "text", text: said };
  return contactOf(message) ?? locationOf(message) ?? photoOf(message) ?? fileOf(message);
}

/** "/start K7Q2M4XZ", as Telegram writes it when somebody follows a link to the bot. */
function startOf(said: string): Content | null {
  const match = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/.exec(said);
  if (!match) return null;
  const payload = match[1];
  return { kind: "start", ...(payload === undefined ? {} : { payload }) };
}

/** Only a contact that bears the sender's own id was sent by the button; any other is a card of anybody. */
function contactOf(message: Fields): Content | null {
  const contact = object(message["contact"]);
  const phone = text(contact?.["phone_number"]);
  if (!contact || phone === undefined) return null;
  const owner = id(contact["user_id"]);
  const name = fullName(contact);
  const proved = owner !== undefined && owner === id(object(message["from"])?.["id"]);
  return { kind: "contact", phone, ...(name === "" ? {} : { name }), proved };
}

function locationOf(message: Fields): Content | null {
  const location = object(message["location"]);
  const [latitude, longitude] = [location?.["latitude"], location?.["longitude"]];
  return typeof latitude === "number" && typeof longitude === "number"
    ? { kind: "location", latitude, longitude }
    : null;
}

/** Telegram gives every picture in several sizes. */
function photoOf(message: Fields): Content | null {
  const sizes: readonly unknown[] = Array.isArray(message["photo"]) ? message["photo"] : [];
  const area = (size: Fields): number => (Number(size["width"]) || 0) * (Number(size["height"]) || 0);
  const [largest] = sizes
    .map(object)
    .filter((size) => size !== undefined)
    .sort((one, other) => area(other) - area(one));
  const ref = text(largest?.["file_id"]);
  if (ref === undefined) return null;
  const [caption, album] = [text(message["caption"]), text(message["media_group_id"])];
  return {
    kind: "photo",
    ref,
    ...(caption === undefined ? {} : { caption }),
    ...(album === undefined ? {} : { album }),
  };
}

const FILES = [
  ["voice", "voice"],
  ["video", "video"],
  ["video_note", "video"],
  ["sticker", "sticker"],
  ["audio", "file"],
  ["document", "file"],
] as const;

function fileOf(message: Fields): Content | null {
  for (const [field, kind] of FILES) {
    const ref = text(object(message[field])?.["file_id"]);
    if (ref !== undefined) return { kind, ref };
  }
  return null;
}

const isPrivate = (chat: unknown): boolean => object(chat)?.["type"] === "private";

const fullName = (person: Fields): string =>
  [person["first_name"], person["last_name"]].filter((name) => typeof name === "string" && name !== "").join(" ");

function seconds(date: unknown): IsoTime | undefined {
  const at = typeof date === "number" && date > 0 ? new Date(date * SECOND) : undefined;
  return at && !Number.isNaN(at.getTime()) ? isoTime(at) : undefined;
}

const object = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** Telegram's ids are whole numbers of at most 52 bits; ours are text. */
const id = (value: unknown): string | undefined => (Number.isSafeInteger(value) ? String(value) : undefined);
