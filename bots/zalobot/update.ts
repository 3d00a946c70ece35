/** One event of the bot, as webhook and long poll both bring it, read for the inbox. */
import { type Content, type Incoming } from "../../shared/domain/message.ts";
import { type IsoTime, isoTime } from "../../shared/domain/time.ts";
import { type Fields, object, text } from "./fields.ts";
import { manifest } from "./manifest.ts";

export type Reading =
  | { readonly kind: "read"; readonly incoming: readonly Incoming[] }
  | { readonly kind: "unusable"; readonly why: string };

const NOTHING: Reading = { kind: "read", incoming: [] };
const unusable = (why: string): Reading => ({ kind: "unusable", why });

/** The bot's own id is the part of its token before the colon. */
export const botIdOf = (token: string): string => token.split(":", 1)[0] ?? "";

/** The documents wrap an event as `{ok, result}`; what really arrives is flat. Both are read. */
export function readUpdate(update: unknown, account: string, now: IsoTime): Reading {
  const whole = object(update);
  const event = object(whole?.["result"]) ?? whole;
  if (!event) return unusable("The update is no object");
  const name = text(event["event_name"]) ?? "";
  const message = object(event["message"]);
  // Only messages are documented; of what comes besides we know nothing.
  if (name !== "" && !name.startsWith("message.")) return NOTHING;
  return message ? readMessage(message, { name, account, now }) : unusable("The update holds no message");
}

function readMessage(
  message: Fields,
  { name, account, now }: { name: string; account: string; now: IsoTime },
): Reading {
  const [chat, from] = [object(message["chat"]), object(message["from"])];
  const [chatId, sender, messageId] = [id(chat?.["id"]), id(from?.["id"]), id(message["message_id"])];
  if (chatId === undefined || sender === undefined || messageId === undefined)
    return unusable("The message lacks its id, its chat or its sender");
  // What the bot says may come back to it.
  if (from?.["is_bot"] === true || sender === account) return NOTHING;
  if ((text(chat?.["chat_type"]) ?? "PRIVATE") !== "PRIVATE") return unusable("The message is from a group");
  const content = contentOf(message, name, messageId);
  if (!content) return unusable("The message is of a kind that is not known");
  const called = text(from?.["display_name"]);
  const one: Incoming = {
    channel: manifest.name,
    account,
    chat: chatId,
    // Zalo does not say how far its ids of messages are unique.
    updateId: `${chatId}:${sender}:${messageId}`,
    at: timeOf(message["date"]) ?? now,
    sender: { id: sender, ...(called === undefined ? {} : { name: called }) },
    content,
  };
  return { kind: "read", incoming: [one] };
}

function contentOf(message: Fields, name: string, messageId: string): Content | undefined {
  const said = text(message["text"]);
  if (said !== undefined) return startOf(said) ?? { kind: "text", text: said };
  const photo = text(message["photo_url"]) ?? text(message["photo"]);
  const caption = text(message["caption"]);
  if (photo !== undefined) return { kind: "photo", ref: photo, ...(caption === undefined ? {} : { caption }) };
  const voice = text(message["voice_url"]);
  if (voice !== undefined) return { kind: "voice", ref: voice };
  const sticker = text(message["url"]) ?? text(message["sticker"]);
  if (sticker !== undefined) return { kind: "sticker", ref: sticker };
  // Zalo keeps back what a protected sender wrote: somebody wrote all the same, and a person may answer.
  return name === "message.unsupported.received" ? { kind: "file", ref: messageId } : undefined;
}

/** What Zalo's own examples have people open a chat with. */
function startOf(said: string): Content | undefined {
  const match = /^\/start(?:\s+(\S+))?\s*$/.exec(said);
  if (!match) return undefined;
  return { kind: "start", ...(match[1] === undefined ? {} : { payload: match[1] }) };
}

/** Ids are texts; should one come as a number, then only as one that lost nothing. */
const id = (value: unknown): string | undefined => (Number.isSafeInteger(value) ? String(value) : text(value));

/** Milliseconds since 1970. */
function timeOf(date: unknown): IsoTime | undefined {
  const at = typeof date === "number" && date > 0 ? new Date(date) : undefined;
  return at && !Number.isNaN(at.getTime()) ? isoTime(at) : undefined;
}
