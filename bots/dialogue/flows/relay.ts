/**
 * The office answers a customer through its own chat: what it types goes there until it says "trả bot". A line that may
 * be meant for somebody else, since another customer was told of meanwhile, is sent only once it is said for whom.
 */
import { isRefused } from "../../../shared/domain/result.ts";
import { fold, nfc } from "../../../shared/domain/text.ts";
import { type SpeakRefusal } from "../../../shared/usecases/speak-for-shop.ts";
import { type Customer, whoIs } from "../customer-name.ts";
import { changed, type State } from "../state.ts";
import { type Context, perform, say, saidBefore, type Step } from "../step.ts";

const ANSWERS = /^(?:tra loi|tra loi khach|reply|answer)$/;
/** "trả lời: chào bạn" says at once what the answer is. */
const ANSWERS_WITH = /^\s*(?:trả lời|tra loi|reply|answer)(?:\s+khách)?\s*[:,]?\s+(\S.*)$/isu;
const GIVES_BACK = /^(?:tra bot|tra lai bot|xong|give back|done)$/;
/** Means nothing else, whoever says it. */
const TO_THE_BOT = /^(?:tra bot|tra lai bot|give back)$/;
const ASKS_WHO =
  /^(?:ai|khach nao|con ai|co ai|con khach nao)(?: dang| con)? cho(?: tra loi)?(?: khong)?$|^(?:khach|danh sach|ds)(?: khach)?(?: dang)? cho$|^who(?: is)? waits?(?:ing)?$/;

export const isOffice = ({ state }: Pick<Context, "state">): boolean => state.staff?.role === "office";

const MOST_WAITING = 5;
const RELAY = "relay:";

/** Remembers whom a notice tells of, so that "trả lời" finds them after other notices too, and without any button. */
export function withWaiting(state: State, payloads: readonly string[]): State {
  const told = payloads.filter((one) => one.startsWith(RELAY)).map((one) => one.slice(RELAY.length));
  if (told.length === 0) return state;
  const called = [...new Set([...told, ...(state.called ?? [])])].slice(0, MOST_WAITING);
  const fresh = told.filter((conversation) => conversation !== state.relay);
  const waiting = [...new Set([...fresh, ...(state.waiting ?? [])])].slice(0, MOST_WAITING);
  return changed(state, { called, waiting: orNone(waiting) });
}

const orNone = (some: readonly string[]): readonly string[] | undefined => (some.length > 0 ? some : undefined);

const without = (some: readonly string[] | undefined, one: string) =>
  orNone(some?.filter((conversation) => conversation !== one) ?? []);

/** A number may have been typed for an older notice than the one it stands under now: what is typed next is asked about. */
function holding({ state, incoming }: Context, conversation: string): State {
  const certain = incoming.content.kind === "tap" || (state.called ?? []).every((one) => one === conversation);
  return changed(state, {
    relay: conversation,
    waiting: without(state.waiting, conversation),
    called: certain ? undefined : without(state.called, conversation),
    unsent: undefined,
  });
}

/** From now on what the office types is the answer; nothing has changed for the customer yet. */
export function holdConversation(context: Context, conversation: string): Step {
  const { state, text } = context;
  if (!isOffice(context)) return say(state, { text: text.noSuchConversation });
  const wish = { held: conversation, told: [] };
  return perform(state, "who-waits", wish, ({ held }) => {
    if (!held) return say(state, { text: text.noSuchConversation });
    const dropped = state.unsent === undefined ? [] : [{ text: text.leftUnsent(state.unsent) }];
    return say(holding(context, conversation), ...dropped, { text: text.nowRelaying(whoIs(text, held)) });
  });
}

/** Undefined where the words are nobody's answer and no word of the office's. */
export function relayText(context: Context, words: string): Step | undefined {
  const { state, text } = context;
  const said = fold(words).trim();
  if (!isOffice(context)) return TO_THE_BOT.test(said) ? say(state, { text: text.botIsHere }) : undefined;
  const { relay } = state;
  if (relay !== undefined && GIVES_BACK.test(said)) return giveBack(context, relay);
  if (TO_THE_BOT.test(said)) return say(state, { text: text.notAnswering });
  if (ASKS_WHO.test(said)) return listWaiting(context);
  if (ANSWERS.test(said)) return answerNext(context);
  const answered = ANSWERS_WITH.exec(nfc(words))?.[1];
  if (relay === undefined) return answered === undefined ? undefined : answerWhom(context, answered);
  const others = state.called?.some((one) => one !== relay) === true || state.unsent !== undefined;
  if (others || (answered !== undefined && state.waiting)) return answerWhom(context, words);
  return answer(context, relay, words);
}

const waitingFor = ({ state }: Context) => ({
  ...(state.relay === undefined ? {} : { held: state.relay }),
  told: state.waiting ?? [],
});

/** Everybody who waits, by number; `before` is said first. */
export function listWaiting(context: Context, before?: string): Step {
  const { state } = context;
  const said = before === undefined ? [] : [{ text: before }];
  return perform(state, "who-waits", waitingFor(context), ({ waiting }) =>
    saidBefore(said, waiting.length > 0 ? shown(context, waiting) : say(state, ...nobody(context, before))),
  );
}

const nobody = ({ text }: Context, before?: string) => (before === undefined ? [{ text: text.nobodyWaits }] : []);

function shown({ state, text }: Context, waiting: readonly Customer[]): Step {
  const told = waiting.map(({ conversation }) => conversation);
  return say(changed(state, { waiting: told }), {
    text: text.waitingNow,
    choices: waiting.map((customer) => ({
      label: whoIs(text, customer),
      payload: `${RELAY}${customer.conversation}`,
    })),
  });
}

/** "trả lời": the only one who waits, else the list of them. */
function answerNext(context: Context): Step {
  const { state, text } = context;
  return perform(state, "who-waits", waitingFor(context), ({ waiting }) => {
    const [only, ...others] = waiting;
    if (!only) return say(state, { text: text.nobodyWaits });
    return others.length > 0 ? shown(context, waiting) : holdConversation(context, only.conversation);
  });
}

/** The line goes to the only one it can be for; where there are more, it is kept until one of them is picked. */
function answerWhom(context: Context, words: string): Step {
  const { state, text } = context;
  const unsent = [state.unsent, words].filter((line) => line !== undefined).join("\n");
  return perform(state, "who-waits", waitingFor(context), ({ held, waiting }) => {
    const customers = held ? [held, ...waiting] : waiting;
    const [only, ...others] = customers;
    if (!only) return say(changed(state, { unsent: undefined }), { text: text.nobodyWaits });
    if (others.length === 0) return sendUnsent({ ...context, state: changed(state, { unsent }) }, only.conversation);
    return say(changed(state, { unsent }), {
      text: text.forWhom(unsent),
      choices: [
        ...customers.map((customer) => ({
          label: whoIs(text, customer),
          payload: `send:${customer.conversation}`,
        })),
        { label: text.dontSend, payload: "unsend" },
      ],
    });
  });
}

/** The line that was kept goes to this customer, who is being answered from now on. */
export function sendUnsent(context: Context, conversation: string): Step {
  const { state, text } = context;
  const { unsent } = state;
  if (!isOffice(context) || unsent === undefined) return say(state, { text: text.noSuchConversation });
  const held = changed(holding(context, conversation), { called: undefined });
  return answer({ ...context, state: held }, conversation, unsent);
}

export const dropUnsent = ({ state, text }: Context): Step =>
  say(changed(state, { unsent: undefined }), { text: text.notSent });

function answer(context: Context, conversation: string, words: string): Step {
  const { state, text } = context;
  return perform(state, "answer-customer", { conversation, text: words }, (outcome) =>
    isRefused(outcome)
      ? refused({ ...context, state: changed(state, { relay: undefined }) }, outcome)
      : say(changed(state, { called: undefined }), { text: text.relayed(whoIs(text, outcome.customer)) }),
  );
}

export function giveBack(context: Context, conversation: string): Step {
  const { state, text } = context;
  if (!isOffice(context)) return say(state, { text: text.noSuchConversation });
  // Giving one back by its button leaves alone whoever is being answered.
  const after = changed(state, {
    relay: state.relay === conversation ? undefined : state.relay,
    waiting: without(state.waiting, conversation),
    called: without(state.called, conversation),
  });
  return perform(after, "give-back", { conversation }, (outcome) => {
    if (isRefused(outcome)) return refused({ ...context, state: after }, outcome);
    const done = text.givenBack(whoIs(text, outcome.customer));
    return say(after, { text: after.waiting && after.relay === undefined ? `${done} ${text.othersWait}` : done });
  });
}

function refused({ state, text }: Context, refusal: SpeakRefusal): Step {
  switch (refusal.code) {
    case "no-such-conversation":
      return say(state, { text: text.noSuchConversation });
    case "not-with-a-person":
      return say(state, { text: text.notHeld });
    case "own-thread":
      return say(state, { text: text.ownThread });
  }
}
