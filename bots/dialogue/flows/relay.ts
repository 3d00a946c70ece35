/** The office answers a customer through its own chat: whatever it types goes there until it says "trả bot". */
import { isRefused } from "../../../shared/domain/result.ts";
import { fold } from "../../../shared/domain/text.ts";
import { type SpeakRefusal } from "../../../shared/usecases/speak-for-shop.ts";
import { changed, type State } from "../state.ts";
import { type Context, perform, say, type Step } from "../step.ts";

const ANSWERS = /^(?:tra loi|tra loi khach|reply|answer)$/;
const GIVES_BACK = /^(?:tra bot|tra lai bot|xong|give back|done)$/;

export const isOffice = ({ state }: Pick<Context, "state">): boolean => state.staff?.role === "office";

const MOST_WAITING = 5;
const RELAY = "relay:";

/** Remembers whom a notice tells of, so that "trả lời" finds them after other notices too, and without any button. */
export function withWaiting(state: State, payloads: readonly string[]): State {
  const told = payloads.filter((one) => one.startsWith(RELAY)).map((one) => one.slice(RELAY.length));
  const fresh = told.filter((conversation) => conversation !== state.relay);
  if (fresh.length === 0) return state;
  return changed(state, { waiting: [...new Set([...fresh, ...(state.waiting ?? [])])].slice(0, MOST_WAITING) });
}

function without(state: State, conversation: string | undefined): State {
  const left = state.waiting?.filter((one) => one !== conversation) ?? [];
  return changed(state, { waiting: left.length > 0 ? left : undefined });
}

/** From now on what the office types is the answer; nothing has changed for the customer yet. */
export function holdConversation(context: Context, conversation: string): Step {
  const { state, text } = context;
  if (!isOffice(context)) return say(state, { text: text.noSuchConversation });
  return say(without(changed(state, { relay: conversation }), conversation), { text: text.nowRelaying });
}

/** Undefined for everybody else, and where the office neither answers somebody nor begins to. */
export function relayText(context: Context, words: string): Step | undefined {
  if (!isOffice(context)) return undefined;
  const { relay, waiting = [] } = context.state;
  const said = fold(words).trim();
  if (relay !== undefined) return GIVES_BACK.test(said) ? giveBack(context, relay) : answer(context, relay, words);
  if (!ANSWERS.test(said)) return undefined;
  const [next] = waiting;
  return next === undefined ? say(context.state, { text: context.text.nobodyWaits }) : holdConversation(context, next);
}

function answer(context: Context, conversation: string, words: string): Step {
  const { state, text } = context;
  return perform(state, "answer-customer", { conversation, text: words }, (outcome) =>
    isRefused(outcome)
      ? refused({ ...context, state: changed(state, { relay: undefined }) }, outcome)
      : say(state, { text: text.relayed }),
  );
}

export function giveBack(context: Context, conversation: string): Step {
  const { state, text } = context;
  if (!isOffice(context)) return say(state, { text: text.noSuchConversation });
  // Giving one back by its button leaves alone whoever is being answered.
  const after = without(
    changed(state, { relay: state.relay === conversation ? undefined : state.relay }),
    conversation,
  );
  return perform(after, "give-back", { conversation }, (outcome) =>
    isRefused(outcome)
      ? refused({ ...context, state: after }, outcome)
      : say(after, {
          text: after.waiting && after.relay === undefined ? `${text.givenBack} ${text.othersWait}` : text.givenBack,
        }),
  );
}

function refused({ state, text }: Context, refusal: SpeakRefusal): Step {
  switch (refusal.code) {
    case "no-such-conversation":
      return say(state, { text: text.noSuchConversation });
    case "not-with-a-person":
      return say(state, { text: text.givenBack });
  }
}
