/** Turns that the bot does not answer: a person of ours holds the conversation, or has just taken it in the provider's own app. */
import { type Conversation, conversationId } from "../../shared/domain/conversation.ts";
import { type Incoming } from "../../shared/domain/message.ts";
import { type App } from "../../shared/ports/app.ts";
import { passOn, takeOver } from "../../shared/usecases/speak-for-shop.ts";
import { type Plan, writesOf } from "../../shared/usecases/plan.ts";
import { type State } from "./state.ts";
import { type Decision } from "./take-turn.ts";

/** Undefined where the bot is to answer. */
export function personsTurn(app: App, before: Conversation<State>, incoming: Incoming): Decision | undefined {
  const now = app.clock.now();
  if (incoming.content.kind === "staff-reply") {
    const taken: Conversation<State> = {
      ...before,
      owner: "person",
      handedOverAt: before.handedOverAt ?? now,
      answeredAt: now,
    };
    return silent(taken, incoming, takeOver(app, conversationId(before)));
  }
  // Whoever came to be the office while a person held their chat is to be served all the same.
  if (before.owner !== "person" || before.state.staff?.role === "office") return undefined;
  if (incoming.content.kind === "stop") return silent(before, incoming);
  return silent(before, incoming, passOn(app, { conversation: conversationId(before), turn: before.seq + 1 }));
}

const silent = (conversation: Conversation<State>, incoming: Incoming, plan?: Plan): Decision => ({
  conversation,
  turn: { in: incoming, out: [] },
  writes: plan ? writesOf(plan) : [],
  refused: () => undefined,
});
