/** The customers that the office may answer: the one it holds, and those who wait for an answer. */
import { type Conversation, conversationId } from "../../shared/domain/conversation.ts";
import { type App } from "../../shared/ports/app.ts";
import { findConversations, waitingConversations } from "../../shared/stores/conversations.ts";
import { type Customer } from "./customer-name.ts";
import { type State } from "./state.ts";
import { channelTitle } from "./tell-customer.ts";

const MOST_READ = 40;
const MOST_SHOWN = 5;
const TAIL_CHARS = 4;

/** `own`: the office's conversation itself. `told`: who it was told of, which the table's index may not show yet. */
export type WhoWaits = { held?: string; told: readonly string[] };

export async function whoWaits(
  app: App,
  own: string,
  { held, told }: WhoWaits,
): Promise<{ held?: Customer; waiting: readonly Customer[] }> {
  const listed = await waitingConversations(app.table, MOST_READ);
  const ids = [...new Set([...(held === undefined ? [] : [held]), ...told, ...listed])].filter((id) => id !== own);
  const found = await findConversations<State>(app.table, ids);
  const byId = new Map(found.map((thread) => [conversationId(thread), thread] as const));
  const customers = ids.flatMap((id) => byId.get(id) ?? []).filter(({ state }) => state.staff === undefined);
  const isHeld = (thread: Conversation): boolean => conversationId(thread) === held;
  const waiting = customers.filter((thread) => !isHeld(thread) && waits(thread)).slice(0, MOST_SHOWN);
  const mine = customers.find(isHeld);
  return {
    ...(mine ? { held: await customerOf(app, mine) } : {}),
    waiting: await Promise.all(waiting.map((thread) => customerOf(app, thread))),
  };
}

/** Whoever was answered waits again once they have written more. */
const waits = ({ owner, handedOverAt, answeredAt, lastIncomingAt }: Conversation): boolean =>
  (owner === "person" || handedOverAt !== undefined) && (answeredAt === undefined || lastIncomingAt >= answeredAt);

export async function customerOf(app: App, thread: Conversation<State>): Promise<Customer> {
  const conversation = conversationId(thread);
  const { name } = thread.state.contact;
  return {
    conversation,
    channel: await channelTitle(app, conversation),
    tail: thread.chat.slice(-TAIL_CHARS),
    ...(name === undefined ? {} : { name }),
  };
}
