/** The office answers a customer through its own chat: whatever it types goes there until it says "trả bot". */
import { isRefused } from "../../../shared/domain/result.ts";
import { fold } from "../../../shared/domain/text.ts";
import { type SpeakRefusal } from "../../../shared/usecases/speak-for-shop.ts";
import { changed } from "../state.ts";
import { type Context, perform, say, type Step } from "../step.ts";

const GIVES_BACK = /^(?:tra bot|tra lai bot|xong|give back|done)$/;

export const isOffice = ({ state }: Pick<Context, "state">): boolean => state.staff?.role === "office";

/** From now on what the office types is the answer; nothing has changed for the customer yet. */
export function holdConversation(context: Context, conversation: string): Step {
  const { state, text } = context;
  if (!isOffice(context)) return say(state, { text: text.noSuchConversation });
  return say(changed(state, { relay: conversation }), { text: text.nowRelaying });
}

/** Undefined where the office is not in the middle of answering somebody. */
export function relayText(context: Context, words: string): Step | undefined {
  const { relay } = context.state;
  if (relay === undefined || !isOffice(context)) return undefined;
  return GIVES_BACK.test(fold(words).trim()) ? giveBack(context, relay) : answer(context, relay, words);
}

function answer(context: Context, conversation: string, words: string): Step {
  const { state, text } = context;
  return perform(state, "answer-customer", { conversation, text: words }, (outcome) =>
    isRefused(outcome) ? refused(context, outcome) : say(state, { text: text.relayed }),
  );
}

export function giveBack(context: Context, conversation: string): Step {
  const { state, text } = context;
  if (!isOffice(context)) return say(state, { text: text.noSuchConversation });
  const after = changed(state, { relay: undefined });
  return perform(after, "give-back", { conversation }, (outcome) =>
    isRefused(outcome) ? refused({ ...context, state: after }, outcome) : say(after, { text: text.givenBack }),
  );
}

function refused({ state, text }: Context, refusal: SpeakRefusal): Step {
  switch (refusal.code) {
    case "no-such-conversation":
      return say(changed(state, { relay: undefined }), { text: text.noSuchConversation });
    case "not-with-a-person":
      return say(changed(state, { relay: undefined }), { text: text.givenBack });
  }
}
