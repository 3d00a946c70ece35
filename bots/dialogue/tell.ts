/** Saying something to conversations that did not ask. */
import { type Conversation, parseConversationId } from "../../shared/domain/conversation.ts";
import { type Outgoing } from "../../shared/domain/message.ts";
import { type Binding, type Role } from "../../shared/domain/staff.ts";
import { type App } from "../../shared/ports/app.ts";
import { bindingsOf } from "../../shared/stores/staff.ts";
import { withWaiting } from "./flows/relay.ts";
import { changed, type State } from "./state.ts";
import { type Context } from "./step.ts";
import { type Delivery, notify } from "./take-turn.ts";
import { textsOf } from "./texts.ts";

export type Voice = Pick<Context, "state" | "text">;

export type Words = (voice: Voice) => Outgoing;

/** Tells one conversation in its own language, once for each `id`. */
export function tell(app: App, conversation: string, id: string, words: Words): Promise<Delivery> {
  return notify(app, parseConversationId(conversation), id, ({ state }: Conversation<State>) => {
    const reply = words({ state, text: textsOf(state) });
    return { state: withChoices(state, [reply]), replies: [reply] };
  });
}

/** Choices shown with a notice are what numbers mean from then on. */
export function withChoices(state: State, replies: readonly Outgoing[]): State {
  const choices = replies.findLast((reply) => reply.choices)?.choices?.map(({ payload }) => payload);
  return choices ? withWaiting(changed(state, { choices }), choices) : state;
}

/**
 * Each on their own: one that fails is tried again with the event, and those already told are not told twice.
 * Answers the best that came of it; "refused" where there was nobody.
 */
export async function tellEach(
  app: App,
  bindings: readonly Pick<Binding, "conversation">[],
  id: string,
  words: Words,
): Promise<Delivery> {
  const told = await Promise.allSettled(bindings.map(({ conversation }) => tell(app, conversation, id, words)));
  const failed = told.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  const outcomes = told.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  return (["sent", "later"] as const).find((outcome) => outcomes.includes(outcome)) ?? "refused";
}

const OFFICE: Role = { role: "office" };

/** All of the office's chats at once: each is a person of its own. */
export const tellOffice = async (app: App, id: string, words: Words): Promise<Delivery> =>
  tellEach(app, await bindingsOf(app.table, OFFICE), id, words);
