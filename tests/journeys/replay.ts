/** Runs the engine over the recorded turns of a conversation: the log alone gives the state and the words. */
import { step } from "../../bots/dialogue/engine.ts";
import { lexiconOf, listingsOf } from "../../bots/dialogue/knowledge.ts";
import { initialState, type State } from "../../bots/dialogue/state.ts";
import { type Facts } from "../../bots/dialogue/step.ts";
import { afterNotice } from "../../bots/dialogue/tell.ts";
import { type Catalogue } from "../../shared/domain/catalogue.ts";
import { type Turn } from "../../shared/domain/conversation.ts";
import { type IsoTime, vietnamDate } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { type ChannelManifest } from "../../shared/ports/channel.ts";
import { loadFairs } from "../../shared/stores/fairs.ts";

export type ReplayFacts = {
  manifest: ChannelManifest;
  /** The catalogue that a turn was answered from. */
  catalogueAt: (version: string) => Catalogue | undefined;
};

/** `differs`: number of the first turn that said something else when it was recorded. */
export type Replayed = { state: State; differs?: number };

export async function replay(
  app: App,
  turns: readonly Turn[],
  { manifest, catalogueAt }: ReplayFacts,
): Promise<Replayed> {
  const fairs = await loadFairs(app);
  const factsOf = (at: IsoTime, catalogue: Catalogue): Facts => ({
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
  let state = initialState();
  for (const turn of turns) {
    const catalogue = turn.catalogue === undefined ? undefined : catalogueAt(turn.catalogue);
    if (turn.in && !catalogue) return { state, differs: turn.seq };
    const after =
      turn.in && catalogue ? replayed(state, turn, factsOf(turn.at, catalogue)) : afterNotice(state, turn.out);
    if (!after) return { state, differs: turn.seq };
    state = after;
  }
  return { state };
}

/** Undefined where it says something else now. */
function replayed(state: State, turn: Turn, facts: Facts): State | undefined {
  const outcomes = [...(turn.outcomes ?? [])];
  let current = step(state, turn.in!, facts);
  while (current.pending) current = current.pending.then(outcomes.shift());
  return JSON.stringify(current.replies) === JSON.stringify(turn.out) ? current.state : undefined;
}
