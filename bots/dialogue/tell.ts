/** Something said without having been asked: in the language of who hears it; choices shown become what numbers mean there. */
import { type Conversation, parseConversationId } from "../../shared/domain/conversation.ts";
import { type Outgoing } from "../../shared/domain/message.ts";
import { type App } from "../../shared/ports/app.ts";
import { changed, type State } from "./state.ts";
import { type Context } from "./step.ts";
import { textsOf } from "./texts.ts";
import { type Delivery, notify } from "./take-turn.ts";

export type Voice = Pick<Context, "state" | "text">;

export function tell(
  app: App,
  conversation: string,
  eventId: string,
  words: (voice: Voice) => Outgoing,
): Promise<Delivery> {
  return notify(app, parseConversationId(conversation), eventId, ({ state }: Conversation<State>) => {
    const reply = words({ state, text: textsOf(state) });
    return { state: withChoices(state, [reply]), replies: [reply] };
  });
}

/** Choices shown last are what numbers mean from now on. */
export function withChoices(state: State, out: readonly Outgoing[]): State {
  const choices = out.findLast((reply) => reply.choices)?.choices?.map(({ payload }) => payload);
  return choices ? changed(state, { choices }) : state;
}
