/** The events of Zalo's webhook, typed. Parsing is total: whatever arrives becomes one of these, and nothing throws. */
import { parseAttachments, type Attachment } from "./attachments.ts";
import { idOf, isRecord, listOf, numberOf, present, readJson, recordOf, textOf, type JsonRecord } from "./json.ts";

type Envelope = {
  /** Zalo's `event_name`, e.g. `user_send_text`. */
  readonly name: string;
  readonly appId?: string;
  readonly userIdByApp?: string;
  /** Milliseconds since 1970, as Zalo wrote them; a redelivery carries the old one. */
  readonly timestamp: string;
};

type Content = {
  readonly userId: string;
  readonly oaId: string;
  readonly msgId: string;
  /** `text`, `image`, `sticker` …: the end of the event's name. */
  readonly type: string;
  /** Also what a tap on an `oa.query` button sends: it carries no authority, anyone can type it. */
  readonly text?: string;
  readonly quoteMsgId?: string;
  readonly attachments: readonly Attachment[];
};

/** A person wrote to the account. */
export type MessageEvent = Envelope & Content & { readonly kind: "message" };

/** The account wrote to a person: ours came back, or, with `adminId`, a human agent wrote in Zalo's own app. */
export type EchoEvent = Envelope & Content & { readonly kind: "echo"; readonly adminId?: string };

export type FollowEvent = Envelope & {
  readonly kind: "follow" | "unfollow";
  readonly userId: string;
  readonly oaId: string;
  readonly source?: string;
};

/** The answer to `request_user_info`. Personal data throughout. */
export type InfoEvent = Envelope & {
  readonly kind: "info";
  readonly userId: string;
  readonly oaId: string;
  readonly info: SubmittedInfo;
};

export type SubmittedInfo = {
  readonly name?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly ward?: string;
  /** In the older form only: provinces have had no districts since July 2025. */
  readonly district?: string;
  readonly city?: string;
  /** DD/MM/YYYY. */
  readonly birthday?: string;
  readonly gender?: string;
};

/** Which of the two parties is the account is not documented; of a template sent by phone, `recipientId` is that phone. */
export type ReceiptEvent = Envelope & {
  readonly kind: "received" | "seen";
  readonly senderId?: string;
  readonly recipientId?: string;
  readonly msgIds: readonly string[];
  /** Of a template message: ours, from the send. */
  readonly trackingId?: string;
  readonly deliveredAt?: string;
};

/** Well-formed, but nothing that this package knows: answer 200 and ignore. */
export type UnknownEvent = Envelope & { readonly kind: "unknown" };

export type ZaloEvent = MessageEvent | EchoEvent | FollowEvent | InfoEvent | ReceiptEvent | UnknownEvent;

/** `reason` names the field that is missing or says what is broken; it never quotes the body. */
export type UnusableEvent = { readonly kind: "unusable"; readonly reason: string };

export type EventOrUnusable = ZaloEvent | UnusableEvent;

/** The parsed JSON of the bytes with every id's digits, or undefined for bad UTF-8, bad JSON and absurd nesting. */
export function readBody(rawBody: Uint8Array): unknown {
  try {
    return readJson(new TextDecoder("utf-8", { fatal: true }).decode(rawBody));
  } catch {
    return undefined;
  }
}

export function parseEvent(rawBody: Uint8Array): EventOrUnusable {
  const body = readBody(rawBody);
  if (!isRecord(body)) return unusable("the body is not a JSON object");
  const name = textOf(body["event_name"]);
  const timestamp = idOf(body["timestamp"]);
  if (name === undefined) return unusable("no event_name");
  if (timestamp === undefined || !/^\d{1,20}$/.test(timestamp)) return unusable("no timestamp");
  const ids = present({ appId: idOf(body["app_id"]), userIdByApp: idOf(body["user_id_by_app"]) });
  return parseNamed(body, { name, timestamp, ...ids });
}

/** One key per fact: a redelivery has the same one, and so does a receipt that comes twice. Keep keys for 24 h at least. */
export function dedupeKey(event: ZaloEvent): string {
  switch (event.kind) {
    case "message":
    case "echo":
      return `${event.name}:${event.msgId}`;
    case "received":
    case "seen":
      return `${event.name}:${event.timestamp}:${event.msgIds.join(",")}`;
    case "follow":
    case "unfollow":
    case "info":
      return `${event.name}:${event.timestamp}:${event.userId}`;
    case "unknown":
      return `${event.name}:${event.timestamp}:${event.userIdByApp ?? ""}`;
  }
}

// Whole names: user_send_group_text must not pass for a one-to-one message.
const FROM_USER = /^user_send_(text|image|gif|link|audio|video|sticker|location|business_card|file)$/;
const FROM_OA = /^oa_send_(text|image|gif|list|file|sticker|template|link|video)$/;

function parseNamed(body: JsonRecord, envelope: Envelope): EventOrUnusable {
  const fromUser = FROM_USER.exec(envelope.name)?.[1];
  if (fromUser !== undefined) return messageOf(body, envelope, fromUser);
  const fromOa = FROM_OA.exec(envelope.name)?.[1];
  if (fromOa !== undefined) return echoOf(body, envelope, fromOa);
  switch (envelope.name) {
    case "follow":
    case "unfollow":
      return followOf(body, envelope, envelope.name);
    case "user_submit_info":
      return infoOf(body, envelope);
    case "user_received_message":
      return receiptOf(body, envelope, "received");
    case "user_seen_message":
      return receiptOf(body, envelope, "seen");
    default:
      return { kind: "unknown", ...envelope };
  }
}

function messageOf(body: JsonRecord, envelope: Envelope, type: string): EventOrUnusable {
  const { sender, recipient } = partiesOf(body);
  const content = contentOf(body, { userId: sender, oaId: recipient, type });
  return typeof content === "string" ? unusable(content) : { kind: "message", ...envelope, ...content };
}

function echoOf(body: JsonRecord, envelope: Envelope, type: string): EventOrUnusable {
  const { sender, recipient } = partiesOf(body);
  const content = contentOf(body, { userId: recipient, oaId: sender, type });
  if (typeof content === "string") return unusable(content);
  return { kind: "echo", ...envelope, ...content, ...present({ adminId: idOf(recordOf(body["sender"])["admin_id"]) }) };
}

type Ends = { readonly userId: string | undefined; readonly oaId: string | undefined; readonly type: string };

/** The content, or the name of what is missing. */
function contentOf(body: JsonRecord, { userId, oaId, type }: Ends): Content | string {
  const message = recordOf(body["message"]);
  const msgId = idOf(message["msg_id"]);
  if (userId === undefined || oaId === undefined) return "no sender.id or recipient.id";
  if (msgId === undefined) return "no message.msg_id";
  const optional = present({ text: textOf(message["text"]), quoteMsgId: idOf(message["quote_msg_id"]) });
  return { userId, oaId, msgId, type, ...optional, attachments: parseAttachments(message["attachments"], type) };
}

function followOf(body: JsonRecord, envelope: Envelope, kind: "follow" | "unfollow"): EventOrUnusable {
  const userId = idOf(recordOf(body["follower"])["id"]);
  const oaId = idOf(body["oa_id"]);
  if (userId === undefined || oaId === undefined) return unusable("no follower.id or oa_id");
  return { kind, ...envelope, userId, oaId, ...present({ source: textOf(body["source"]) }) };
}

function infoOf(body: JsonRecord, envelope: Envelope): EventOrUnusable {
  const { sender, recipient } = partiesOf(body);
  if (sender === undefined || recipient === undefined) return unusable("no sender.id or recipient.id");
  const info = recordOf(body["info"]);
  const address = recordOf(info["full_address"]);
  const fields = {
    name: textOf(info["name"]),
    phone: idOf(info["phone"]),
    address: textOf(address["user_address"]) ?? textOf(info["address"]),
    ward: textOf(address["user_ward"]) ?? textOf(info["ward"]),
    district: textOf(info["district"]),
    city: textOf(address["user_city"]) ?? textOf(info["city"]),
    birthday: textOf(info["user_dob"]),
    gender: textOf(info["gender"]),
  };
  return { kind: "info", ...envelope, userId: sender, oaId: recipient, info: present(fields) };
}

function receiptOf(body: JsonRecord, envelope: Envelope, kind: "received" | "seen"): EventOrUnusable {
  const message = recordOf(body["message"]);
  const msgIds = [message["msg_id"], ...listOf(message["msg_ids"])].map(idOf).filter((id) => id !== undefined);
  if (msgIds.length === 0) return unusable("no message.msg_id");
  const { sender, recipient } = partiesOf(body);
  const delivered = numberOf(message["delivery_time"]) === undefined ? undefined : idOf(message["delivery_time"]);
  const optional = { senderId: sender, recipientId: recipient, trackingId: textOf(message["tracking_id"]) };
  return { kind, ...envelope, msgIds, ...present({ ...optional, deliveredAt: delivered }) };
}

function partiesOf(body: JsonRecord) {
  return { sender: idOf(recordOf(body["sender"])["id"]), recipient: idOf(recordOf(body["recipient"])["id"]) };
}

function unusable(reason: string): UnusableEvent {
  return { kind: "unusable", reason };
}
