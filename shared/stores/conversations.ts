/**
 * Conversations and their turns.
 * Access: one conversation (1 strong read) · its turns, newest first · all conversations by the day they last spoke.
 * Cost of a turn: 2 items, 2 write units each up to 1 KB; the index holds keys only and moves when the day or
 * "needs a person" changes, so most turns do not touch it.
 */
import { createHash } from "node:crypto";
import { type Conversation, conversationId, type ConversationKey, type Turn } from "../domain/conversation.ts";
import { type IsoTime, MINUTE, millis, vietnamDate } from "../domain/time.ts";
import { add, type Item, type Key, put, type Table, type Write } from "../ports/table.ts";
import { fromItem, record } from "./record.ts";

const partition = (id: string): string => `conv#${id}`;
const stateKey = (id: string): Key => ({ pk: partition(id), sk: "state" });
const turnKey = (id: string, seq: number): Key => ({ pk: partition(id), sk: `turn#${String(seq).padStart(9, "0")}` });
const sentKey = (id: string, seq: number): Key => ({ pk: partition(id), sk: `sent#${String(seq).padStart(9, "0")}` });

export async function findConversation<State>(
  table: Table,
  key: ConversationKey,
): Promise<Conversation<State> | undefined> {
  const item = await table.get(stateKey(conversationId(key)), { strong: true });
  return item && fromItem<Conversation<State>>(item);
}

/** Those that exist, in no order that means anything. */
export async function findConversations<State>(
  table: Table,
  ids: readonly string[],
): Promise<readonly Conversation<State>[]> {
  const items = await table.getMany(ids.map(stateKey));
  return items.flatMap((item) => (item ? [fromItem<Conversation<State>>(item)] : []));
}

/** The conversation as it stands after the turn, and the turn: refused if somebody else's turn came between. */
export function turnWrites(conversation: Conversation, turn: Turn): readonly Write[] {
  const id = conversationId(conversation);
  const waiting = conversation.owner === "person" || conversation.handedOverAt !== undefined;
  const index = {
    gsi1pk: waiting ? "conversations#waiting" : "conversations",
    gsi1sk: `${vietnamDate(conversation.lastAt)}#${id}`,
  };
  return [
    put(
      record(stateKey(id), conversation, index),
      conversation.version === 0 ? "absent" : { version: conversation.version },
    ),
    put(record(turnKey(id, turn.seq), turn), "absent"),
  ];
}

export async function findTurn(table: Table, id: string, seq: number): Promise<Turn | undefined> {
  const item = await table.get(turnKey(id, seq), { strong: true });
  return item && fromItem<Turn>(item);
}

/** Newest first. */
export async function lastTurns(table: Table, id: string, limit: number): Promise<readonly Turn[]> {
  const page = await table.query({ pk: partition(id), range: { prefix: "turn#" }, limit, order: "descending" });
  return page.items.map((item) => fromItem<Turn>(item));
}

/** The turn an inbox message or an event made, among the latest. */
export async function turnMadeBy(table: Table, id: string, inbox: string): Promise<Turn | undefined> {
  const turns = await lastTurns(table, id, 30);
  return turns.find((turn) => turn.inbox === inbox);
}

/** How many replies of a turn are known to have gone out. */
export async function repliesSent(table: Table, id: string, seq: number): Promise<number> {
  const item = await table.get(sentKey(id, seq), { strong: true });
  return typeof item?.["sent"] === "number" ? item["sent"] : 0;
}

export const replySent = (id: string, seq: number, replies = 1): Write => add(sentKey(id, seq), { sent: replies });

/** Whether a notice with this id is known to have gone out whole, among the latest turns. */
export async function noticeArrived(table: Table, id: string, notice: string): Promise<boolean> {
  const turn = await turnMadeBy(table, id, notice);
  return turn !== undefined && (await repliesSent(table, id, turn.seq)) >= turn.out.length;
}

/** Ids of those that need a person, the last that spoke first; for lists, since the index lags. */
export async function waitingConversations(table: Table, limit: number): Promise<readonly string[]> {
  const page = await table.query({ index: "gsi1", pk: "conversations#waiting", limit, order: "descending" });
  return page.items.map(({ pk }) => pk.slice(partition("").length));
}

/** Every conversation, by day; for exports. */
export async function* allConversations(table: Table): AsyncGenerator<Conversation> {
  for (const pk of ["conversations", "conversations#waiting"]) {
    for await (const items of pages(table, { index: "gsi1", pk })) {
      const whole = await table.getMany(items);
      for (const item of whole) if (item) yield fromItem<Conversation>(item);
    }
  }
}

/** Every turn of one conversation, oldest first; for exports. */
export async function* allTurns(table: Table, id: string): AsyncGenerator<Turn> {
  for await (const items of pages(table, { pk: partition(id), range: { prefix: "turn#" } })) {
    for (const item of items) yield fromItem<Turn>(item);
  }
}

/** All pages of a query, one after another. */
export async function* pages(table: Table, query: Parameters<Table["query"]>[0]): AsyncGenerator<readonly Item[]> {
  let cursor: string | undefined;
  do {
    const page = await table.query(cursor === undefined ? query : { ...query, cursor });
    yield page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

const REMEMBERED_MINUTES = 48 * 60;
/** 8 bytes in base64url, then the minute in base 36: one entry of `seen`. */
const HASH_CHARS = 11;
const MINUTE_CHARS = 6;
const ENTRY_CHARS = HASH_CHARS + MINUTE_CHARS;

const hashOf = (updateId: string): string =>
  createHash("sha256").update(updateId).digest().subarray(0, 8).toString("base64url");

const entriesOf = (seen: string): string[] => seen.match(new RegExp(`.{${ENTRY_CHARS}}`, "gs")) ?? [];

/** Known by membership: ids of deliveries neither sort nor count up. */
export const hasSeen = (seen: string, updateId: string): boolean => {
  const hash = hashOf(updateId);
  return entriesOf(seen).some((entry) => entry.startsWith(hash));
};

/** More than a person writes in 48 h; the oldest of a flood give way, so that the item stays small. */
const MOST_REMEMBERED = 500;

/** Adds a delivery and forgets those older than 48 h. */
export function remember(seen: string, updateId: string, now: IsoTime): string {
  const minute = Math.floor(millis(now) / MINUTE);
  const young = entriesOf(seen).filter(
    (entry) => minute - Number.parseInt(entry.slice(HASH_CHARS), 36) < REMEMBERED_MINUTES,
  );
  const entry = hashOf(updateId) + minute.toString(36).padStart(MINUTE_CHARS, "0");
  return [...young, entry].slice(-MOST_REMEMBERED).join("");
}
