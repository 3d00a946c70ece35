/** Runs the engine over the recorded turns of a conversation: the log alone gives the state and the words. */
import { step } from "../../bots/dialogue/engine.ts";
import { lexiconOf, listingsOf } from "../../bots/dialogue/knowledge.ts";
import { initialState, type State } from "../../bots/dialogue/state.ts";
import { type Facts } from "../../bots/dialogue/step.ts";
import { withChoices } from "../../bots/dialogue/tell.ts";
import { type Gift, withGift } from "../../bots/dialogue/threads.ts";
import { type Catalogue } from "../../shared/domain/catalogue.ts";
import { conversationId, parseConversationId, type Turn } from "../../shared/domain/conversation.ts";
import { type IsoTime, vietnamDate } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { allTurns, findConversation } from "../../shared/stores/conversations.ts";
import { loadCatalogue } from "../../shared/stores/catalogue.ts";
import { loadFairs } from "../../shared/stores/fairs.ts";
import { type Market } from "./market.ts";

/** `differs`: number of the first turn that said something else when it was recorded. */
export type Replayed = { state: State; turns: number; differs?: number };

/** The log of one chat run again, beside the state that is stored. */
export async function replayChat(
  { home: { app } }: Market,
  channel: string,
  chat: string,
): Promise<Replayed & { stored: State | undefined }> {
  const key = { channel, account: (await app.channels.get(channel))!.account, chat };
  const { state, ...replayed } = await replay(app, conversationId(key));
  const conversation = await findConversation<State>(app.table, key);
  return { ...replayed, state: JSON.parse(JSON.stringify(state)) as State, stored: conversation?.state };
}

/** `catalogueAt` gives the catalogue of a version that a turn was answered from; absent: as it is now, for all. */
export async function replay(
  app: App,
  conversation: string,
  catalogueAt?: (version: string) => Catalogue | undefined,
): Promise<Replayed> {
  const turns = await Array.fromAsync(allTurns(app.table, conversation));
  const factsOf = await factsReader(app, parseConversationId(conversation).channel);
  const now = await loadCatalogue(app);
  let state = initialState();
  for (const turn of turns) {
    const catalogue = catalogueAt ? catalogueAt(turn.catalogue ?? "") : now;
    const after = turn.in ? catalogue && answered(state, turn, factsOf(turn.at, catalogue)) : noticed(state, turn);
    if (!after) return { state, turns: turns.length, differs: turn.seq };
    state = after;
  }
  return { state, turns: turns.length };
}

async function factsReader(app: App, channel: string): Promise<(at: IsoTime, catalogue: Catalogue) => Facts> {
  const { manifest } = (await app.channels.get(channel))!;
  const fairs = await loadFairs(app);
  return (at, catalogue) => ({
    now: at,
    today: vietnamDate(at),
    catalogue,
    listings: listingsOf(catalogue),
    lexicon: lexiconOf(catalogue),
    fairs,
    shop: app.shop,
    buttons: manifest.limits.buttons,
    asksContact: manifest.abilities.askContact,
  });
}

/** Undefined where it says something else now. */
function answered(state: State, turn: Turn, facts: Facts): State | undefined {
  const outcomes = [...(turn.outcomes ?? [])];
  let current = step(state, turn.in!, facts);
  while (current.pending) current = current.pending.then(outcomes.shift());
  return JSON.stringify(current.replies) === JSON.stringify(turn.out) ? current.state : undefined;
}

/** Said unasked, perhaps with what another thread of the same person handed over. */
function noticed(state: State, { out, outcomes = [] }: Turn): State {
  const [gift = {}] = outcomes as readonly Gift[];
  return withChoices(withGift(state, gift), out);
}
