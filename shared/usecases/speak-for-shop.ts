/**
 * A person speaks in a customer's conversation, or gives it back. The change of owner is a commit on the conversation,
 * so a bot's turn that was being thought out at that moment is refused and never sent.
 */
import { ConversationAnswered, ConversationContinued, ConversationIdle } from "../../events/conversation.ts";
import { type Conversation, conversationId, parseConversationId, type Turn } from "../domain/conversation.ts";
import { type Outgoing } from "../domain/message.ts";
import { refuse } from "../domain/result.ts";
import { after, HOUR, type IsoTime, millis } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { findConversation, turnWrites } from "../stores/conversations.ts";
import { happened } from "../stores/outbox.ts";
import { type Plan } from "./plan.ts";

/** A person who says nothing for so long has left. */
export const IDLE_MS = 2 * HOUR;

const unknown = () => refuse({ code: "no-such-conversation" });
const notHeld = () => refuse({ code: "not-with-a-person" });

const ownThread = () => refuse({ code: "own-thread" });

export type SpeakRefusal = ReturnType<typeof unknown | typeof notHeld | typeof ownThread>;

/** `by`: the staff's own conversation that the wish comes from, whose commit writes it already. */
type Wish = { conversation: string; words: Words; by?: string };

/** What is written into the customer's thread; `words` sees who had it before, to say who speaks now. */
type Words = (before: Conversation) => readonly Outgoing[];

/** The person's answer: the conversation is theirs from this commit on. The reply goes out after it. */
export async function answerCustomer(
  app: App,
  wish: Wish,
): Promise<Plan<Conversation> | ReturnType<typeof unknown | typeof ownThread>> {
  if (wish.by === wish.conversation) return ownThread();
  const before = await findConversation(app.table, parseConversationId(wish.conversation));
  if (!before) return unknown();
  const now = app.clock.now();
  const held: Conversation = { ...before, owner: "person", handedOverAt: before.handedOverAt ?? now, answeredAt: now };
  return { ...inThread(app, held, { out: wish.words(before) }), due: takeOver(app, wish.conversation).due ?? [] };
}

/** The conversation is a person's from the commit that carries this; left alone for long, it goes back to the bot. */
export function takeOver(app: App, conversation: string): Plan<null> {
  const since = app.clock.now();
  const event = happened(app, ConversationIdle, `conversation:${conversation}`, { conversation, since });
  return { writes: [], events: [], due: [{ at: after(since, IDLE_MS), event }], facts: null };
}

/** The customer wrote on: whoever holds the conversation hears of it. */
export function passOn(app: App, detail: { conversation: string; turn: number }): Plan<null> {
  const event = happened(app, ConversationContinued, `conversation:${detail.conversation}`, detail);
  return { writes: [], events: [event], facts: null };
}

/** "trả bot": the bot answers again, and the customer is told. */
export async function giveBack(app: App, wish: Wish): Promise<Plan<Conversation> | SpeakRefusal> {
  if (wish.by === wish.conversation) return ownThread();
  const before = await findConversation(app.table, parseConversationId(wish.conversation));
  if (!before) return unknown();
  return before.owner === "bot" ? notHeld() : inThread(app, asBot(before), { out: wish.words(before) });
}

/** Gives back what its person left alone since `since`; a later answer of theirs keeps it. */
export async function giveBackIdle(
  app: App,
  wish: { conversation: string; since: IsoTime; words: Words },
): Promise<Plan<Conversation | null>> {
  const before = await findConversation(app.table, parseConversationId(wish.conversation));
  const left = before?.owner === "person" && millis(before.answeredAt ?? wish.since) <= millis(wish.since);
  return left ? inThread(app, asBot(before), { out: wish.words(before) }) : { writes: [], events: [], facts: null };
}

function asBot(before: Conversation): Conversation {
  const returned: Conversation = { ...before, owner: "bot" };
  delete returned.handedOverAt;
  delete returned.answeredAt;
  return returned;
}

/** A turn written into a thread from outside it, with the conversation as it stands after it. */
export function inThread(
  app: App,
  conversation: Conversation,
  said: Pick<Turn, "out" | "outcomes">,
): Plan<Conversation> {
  const now = app.clock.now();
  const id = conversationId(conversation);
  const next: Conversation = { ...conversation, seq: conversation.seq + 1, lastAt: now };
  const turn: Turn = { seq: next.seq, at: now, ...said, by: conversation.owner };
  return {
    writes: turnWrites(next, turn),
    events: [happened(app, ConversationAnswered, `conversation:${id}`, { conversation: id, turn: turn.seq })],
    facts: next,
  };
}
