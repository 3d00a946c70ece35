/**
 * What we said to a visitor, waiting to be fetched by the page; thirty days, then gone.
 * Access: insert at the end (1 read, 1 item, no index); those after a sequence number (1 query).
 */
import { createHash } from "node:crypto";
import { DAY, type IsoTime, millis } from "../../shared/domain/time.ts";
import { put, type Table } from "../../shared/ports/table.ts";
import { type Bubble } from "./render.ts";

export type StoredMessage = Bubble & { seq: number; at: IsoTime };

const KEPT_MS = 30 * DAY;
const TRIES = 20;
const PAGE = 50;

const partition = (chat: string): string => `webchat#${chat}`;
/** Ten digits hold seconds since 1970 until the year 2286. */
const place = (seq: number): string => `msg#${String(seq).padStart(10, "0")}`;

/**
 * Numbers begin at the second of the clock and never go back, not even when everything before has expired: a page that
 * kept its last number sees what is new. Null when the table is too busy.
 */
export async function appendMessage(
  table: Table,
  chat: string,
  message: Bubble,
  at: IsoTime,
): Promise<StoredMessage | null> {
  const now = Math.floor(millis(at) / 1000);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const seq = Math.max((await lastSeq(table, chat)) + 1, now);
    const stored: StoredMessage = { ...message, seq, at };
    const item = {
      pk: partition(chat),
      sk: place(seq),
      body: JSON.stringify(stored),
      expiresAt: Math.floor((millis(at) + KEPT_MS) / 1000),
    };
    const token = createHash("sha256").update(`${item.pk} ${item.body}`).digest("base64url");
    const committed = await table.commit([put(item, "absent")], { token });
    if (committed.done) return stored;
    if ("busy" in committed) return null;
  }
  return null;
}

/** Oldest first, at most fifty; `last` is the number to ask after next time. */
export async function messagesAfter(
  table: Table,
  chat: string,
  after: number,
): Promise<{ messages: readonly StoredMessage[]; last: number }> {
  const page = await table.query({
    pk: partition(chat),
    range: { between: [place(after + 1), "msg#9999999999"] },
    limit: PAGE,
  });
  const messages = page.items.map(readMessage);
  return { messages, last: messages.at(-1)?.seq ?? after };
}

/** What appendMessage() wrote, as the table gives it. */
export function readMessage(item: Readonly<Record<string, unknown>>): StoredMessage {
  if (typeof item["body"] !== "string") throw new Error("An item of the web chat without a message");
  return JSON.parse(item["body"]) as StoredMessage;
}

async function lastSeq(table: Table, chat: string): Promise<number> {
  const page = await table.query({
    pk: partition(chat),
    range: { prefix: "msg#" },
    limit: 1,
    order: "descending",
  });
  return Number(page.items[0]?.sk.slice("msg#".length) ?? 0);
}
