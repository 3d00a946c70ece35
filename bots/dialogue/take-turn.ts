/**
 * One turn is one commit: the conversation, the turn and everything it decided; then the replies.
 * A delivery that is known by its update id changes nothing; the same inbox message redelivered sends what is unsent.
 */
import {
  type Conversation,
  conversationId,
  type ConversationKey,
  type Turn,
} from "../../shared/domain/conversation.ts";
import { type Outgoing } from "../../shared/domain/message.ts";
import { isRefused } from "../../shared/domain/result.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Sent } from "../../shared/ports/channel.ts";
import { type Write } from "../../shared/ports/table.ts";
import {
  findConversation,
  hasSeen,
  remember,
  replySent,
  repliesSent,
  turnMadeBy,
  turnWrites,
} from "../../shared/stores/conversations.ts";
import { Busy, carryOut } from "../../shared/usecases/plan.ts";
import { postponeReply } from "../../shared/usecases/postpone-reply.ts";
import { initialState, type State } from "./state.ts";

export type Cause = {
  /** Of the inbox message or event: the same on every delivery of it. */
  inbox: string;
  /** The provider's id: another inbox message with the same one is a repeat. */
  updateId: string;
  /** Notices mark every reply as sent, since the event behind them may come again long after. */
  notice: boolean;
};

export type Decision = {
  conversation: Conversation<State>;
  turn: Pick<Turn, "in" | "out" | "outcomes" | "catalogue">;
  writes: readonly Write[];
  /** The commit said no to one of `writes`: remember why, for the next try. */
  refused: (which: number, why: "when" | "atLeast" | "equals") => void;
};

const TRIES = 8;

/** Throws when nothing could be committed: the message is then delivered again. */
export async function takeTurn(
  app: App,
  key: ConversationKey,
  cause: Cause,
  decide: (conversation: Conversation<State>) => Promise<Decision>,
): Promise<Delivery> {
  for (let round = 1; round <= TRIES; round++) {
    const before = (await findConversation<State>(app.table, key)) ?? fresh(app, key);
    if (hasSeen(before.seen, cause.updateId)) {
      return await sendUnsent(app, before, cause);
    }
    const decision = await decide(before);
    const { conversation, turn } = recorded(app, before, cause, decision);
    const own = turnWrites(conversation, turn);
    const committed = await app.table.commit([...own, ...decision.writes], { token: app.ids.random("cmt") });
    if (committed.done) {
      return await sendReplies(app, conversation, turn, { from: 0, notice: cause.notice });
    }
    if ("busy" in committed) throw new Busy("The table is busy: the message will be delivered again");
    const which = committed.refused.which - own.length;
    if (which >= 0) decision.refused(which, committed.refused.why);
  }
  throw new Busy(`Conversation changed ${TRIES} times while one message was read: it will be delivered again`);
}

const fresh = (app: App, key: ConversationKey): Conversation<State> => ({
  ...key,
  owner: "bot",
  seq: 0,
  state: initialState(),
  seen: "",
  lastAt: app.clock.now(),
  lastIncomingAt: app.clock.now(),
  version: 0,
});

function recorded(app: App, before: Conversation<State>, cause: Cause, decision: Decision) {
  const now = app.clock.now();
  const conversation: Conversation<State> = {
    ...decision.conversation,
    seq: before.seq + 1,
    seen: remember(before.seen, cause.updateId, now),
    lastAt: now,
    lastIncomingAt: isTheirs(decision.turn.in) ? now : before.lastIncomingAt,
  };
  const turn: Turn = { seq: conversation.seq, at: now, inbox: cause.inbox, ...decision.turn };
  return { conversation, turn };
}

/** What a person of ours wrote in the provider's own app is not the customer's. */
const isTheirs = (incoming: Turn["in"]): boolean => incoming !== undefined && incoming.content.kind !== "staff-reply";

async function sendUnsent(app: App, conversation: Conversation<State>, cause: Cause): Promise<Delivery> {
  const id = conversationId(conversation);
  const turn = await turnMadeBy(app.table, id, cause.inbox);
  // Another message that is known already, or one long ago: nothing goes out.
  if (!turn) return "refused";
  const from = await repliesSent(app.table, id, turn.seq);
  return sendReplies(app, conversation, turn, { from, notice: cause.notice });
}

/** What became of a turn's replies: all out, some waiting for their due row, or not wanted by the provider or the person. */
export type Delivery = "sent" | "later" | "refused";

/** Sends replies from number `from` on; what can't be sent now becomes a due row and never fails the message. */
export async function sendReplies(
  app: App,
  key: ConversationKey,
  turn: Turn,
  progress: { from: number; part?: number; tries?: number; notice: boolean },
): Promise<Delivery> {
  const channel = await app.channels.get(key.channel);
  if (!channel) {
    app.log.error("reply.no-channel", new Error(`Channel ${key.channel} is not configured: set its settings`), {
      turn: turn.seq,
    });
    return "refused";
  }
  for (const [place, reply] of turn.out.entries()) {
    if (place < progress.from) continue;
    const part = place === progress.from ? (progress.part ?? 0) : 0;
    const sent = await attempt(app, () => channel.send(key.chat, reply, { from: part }));
    if (sent.outcome === "refused") {
      app.log.warn("reply.refused", { channel: key.channel, why: sent.why });
      return "refused";
    }
    if (sent.outcome !== "sent") {
      await postpone(app, key, turn, { reply: place, part: sent.parts, tries: progress.tries ?? 0, sent });
      return "later";
    }
    if (progress.notice || place + 1 < turn.out.length) await markSent(app, key, turn);
  }
  return "sent";
}

type SendResult = Sent & { readonly parts: number };

/** A channel that throws has told us nothing: the reply may or may not have gone out. */
async function attempt(app: App, send: () => Promise<SendResult>): Promise<SendResult> {
  try {
    return await send();
  } catch (error) {
    app.log.error("reply.failed", error);
    return { outcome: "unknown", why: "the channel threw", parts: 0 };
  }
}

async function markSent(app: App, key: ConversationKey, turn: Turn): Promise<void> {
  const marked = await app.table.commit([replySent(conversationId(key), turn.seq)], { token: app.ids.random("cmt") });
  if (!marked.done) app.log.warn("reply.not-marked", { turn: turn.seq });
}

/** Replies go out at least once, so an unknown outcome is tried again too. */
async function postpone(
  app: App,
  key: ConversationKey,
  turn: Turn,
  { reply, part, tries, sent }: { reply: number; part: number; tries: number; sent: SendResult },
): Promise<void> {
  const retryAfterMs = sent.outcome === "later" ? sent.retryAfterMs : 0;
  const wish = { conversation: conversationId(key), turn: turn.seq, reply, part, tries, retryAfterMs };
  const kept = await carryOut(app, () => postponeReply(app, wish));
  if (isRefused(kept)) {
    app.log.error("reply.given-up", new Error(`A reply could not be sent in ${tries} tries`), { channel: key.channel });
  }
}

/** Something said to a conversation without having been asked: a turn of its own, so that typed answers fit it. */
export const notify = (
  app: App,
  key: ConversationKey,
  eventId: string,
  out: (conversation: Conversation<State>) => { state: State; replies: readonly Outgoing[] },
): Promise<Delivery> =>
  takeTurn(app, key, { inbox: eventId, updateId: eventId, notice: true }, (conversation) => {
    const { state, replies } = out(conversation);
    return Promise.resolve({
      conversation: { ...conversation, state },
      turn: { out: replies },
      writes: [],
      refused: () => undefined,
    });
  });
