/** What an event of Zalo's means to the inbox. */
import { type MessageEvent, type ZaloEvent, dedupeKey } from "zalo-sdk-nodejs/webhook";
import { type Content, type Incoming } from "../../shared/domain/message.ts";
import { type IsoTime, isoTime } from "../../shared/domain/time.ts";
import { manifest } from "./manifest.ts";
import { payloadOf } from "./payload.ts";

export type Reading =
  | { readonly kind: "read"; readonly incoming: readonly Incoming[] }
  | { readonly kind: "unusable"; readonly why: string };

const NOTHING: Reading = { kind: "read", incoming: [] };
const unusable = (why: string): Reading => ({ kind: "unusable", why });

/** `account` absent: whichever the event is for. */
export function readEvent(event: ZaloEvent, { account, now }: { account: string | undefined; now: IsoTime }): Reading {
  // Receipts, and what Zalo may think of tomorrow.
  if (!("userId" in event)) return NOTHING;
  if (account && event.oaId !== account) return unusable("The event is for another Official Account than ZALO_OA_ID");
  const { contents, sender } = meaningOf(event);
  if (typeof contents === "string") return unusable(contents);
  const key = dedupeKey(event);
  const common = {
    channel: manifest.name,
    account: event.oaId,
    chat: event.userId,
    at: timeOf(event.timestamp) ?? now,
  };
  return {
    kind: "read",
    incoming: contents.map((content, place) => ({
      ...common,
      updateId: place === 0 ? key : `${key}:${place}`,
      sender: { id: sender ?? event.userId },
      content,
    })),
  };
}

type PersonEvent = Exclude<ZaloEvent, { kind: "received" | "seen" | "unknown" }>;
/** `contents` in words: why there are none. */
type Meaning = { readonly contents: readonly Content[] | string; readonly sender?: string };

function meaningOf(event: PersonEvent): Meaning {
  switch (event.kind) {
    case "message":
      return { contents: contentsOf(event) };
    case "echo":
      // Without an admin's id it is our own message coming back.
      if (event.adminId === undefined) return { contents: [] };
      return {
        contents: [{ kind: "staff-reply", staff: event.adminId, text: event.text ?? "" }],
        sender: event.adminId,
      };
    case "follow":
      return { contents: [{ kind: "start" }] };
    case "unfollow":
      return { contents: [{ kind: "stop" }] };
    case "info":
      return { contents: submitted(event.info) };
  }
}

function contentsOf(event: MessageEvent): readonly Content[] | string {
  const { text } = event;
  if (event.type === "text") return text === undefined ? "A text without a text" : [said(text)];
  if (event.type === "business_card") return [cardOf(event)];
  const contents = event.attachments.flatMap((attachment) => attached(attachment, event));
  if (contents.length > 0) return contents;
  return text === undefined ? `An event ${event.name} without what it is about` : [said(text)];
}

function said(text: string): Content {
  const payload = payloadOf(text);
  return payload === undefined ? { kind: "text", text } : { kind: "tap", payload };
}

type Attachment = MessageEvent["attachments"][number];

function attached(attachment: Attachment, { text, msgId, attachments }: MessageEvent): readonly Content[] {
  switch (attachment.kind) {
    case "image": {
      const first = attachment === attachments[0];
      return [
        {
          kind: "photo",
          ref: attachment.url,
          ...(text !== undefined && first ? { caption: text } : {}),
          ...(attachments.length > 1 ? { album: msgId } : {}),
        },
      ];
    }
    case "audio":
      return [{ kind: "voice", ref: attachment.url }];
    case "video":
      return [{ kind: "video", ref: attachment.url }];
    case "file":
      return [{ kind: "file", ref: attachment.url }];
    case "gif":
      return [{ kind: "sticker", ref: attachment.url }];
    case "sticker":
      return [{ kind: "sticker", ref: attachment.url ?? attachment.id ?? "" }];
    case "location":
      return [{ kind: "location", latitude: attachment.latitude, longitude: attachment.longitude }];
    case "link":
      return [{ kind: "text", text: text === undefined ? attachment.url : `${text}\n${attachment.url}` }];
    case "unknown":
      return [];
  }
}

type SubmittedInfo = Extract<ZaloEvent, { kind: "info" }>["info"];

/** The person answered our request: a form, and nothing in Zalo's documents says that its phone is the account's own. */
function submitted({ phone, name, address, ward, district, city }: SubmittedInfo): readonly Content[] | string {
  if (phone === undefined) return "A person's own data without a phone";
  const places = [address, ward, district, city].filter((place) => place !== undefined).join(", ");
  return [
    {
      kind: "contact",
      phone,
      ...(name === undefined ? {} : { name }),
      ...(places === "" ? {} : { address: places }),
      proved: false,
      claimed: true,
    },
  ];
}

/** Zalo documents no shape for a card. A phone is looked for where links carry their description; else a person looks. */
function cardOf({ attachments, text, msgId }: MessageEvent): Content {
  for (const attachment of attachments) {
    const phone = attachment.kind === "link" ? phoneIn(attachment.description) : undefined;
    if (phone !== undefined) return { kind: "contact", phone, proved: false };
  }
  const phone = phoneIn(text);
  if (phone !== undefined) return { kind: "contact", phone, proved: false };
  const [first] = attachments;
  return { kind: "file", ref: first?.kind === "link" ? first.url : msgId };
}

const phoneIn = (text: string | undefined): string | undefined =>
  /(?<!\d)(?:\+?84|0)\d{9,10}(?!\d)/.exec(text ?? "")?.[0];

/** Milliseconds since 1970 as Zalo wrote them; undefined for what no calendar holds. */
function timeOf(timestamp: string): IsoTime | undefined {
  const at = new Date(Number(timestamp));
  return Number.isNaN(at.getTime()) ? undefined : isoTime(at);
}
