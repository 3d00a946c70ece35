/** Runs the engine over recorded turns: what it says has to be what was said. */
import { expect } from "vitest";
import { step } from "../../bots/dialogue/engine.ts";
import { lexiconOf, listingsOf } from "../../bots/dialogue/knowledge.ts";
import { changed, initialState, type State } from "../../bots/dialogue/state.ts";
import { type Facts } from "../../bots/dialogue/step.ts";
import { type Turn } from "../../shared/domain/conversation.ts";
import { vietnamDate } from "../../shared/domain/time.ts";
import { allTurns, findConversation } from "../../shared/stores/conversations.ts";
import { loadCatalogue } from "../../shared/stores/catalogue.ts";
import { loadFairs } from "../../shared/stores/fairs.ts";
import { type Market } from "./market.ts";

/** Every turn of a chat, and the state as it is stored. */
export async function turnsOf({ home: { app } }: Market, channel: string, chat: string) {
  const { account } = (await app.channels.get(channel))!;
  const conversation = await findConversation<State>(app.table, { channel, account, chat });
  return {
    turns: await Array.fromAsync(allTurns(app.table, `${channel}:${account}:${chat}`)),
    stored: conversation?.state,
  };
}

export async function replay({ home }: Market, turns: readonly Turn[]): Promise<State> {
  const catalogue = await loadCatalogue(home.app);
  const { manifest } = (await home.app.channels.get("telegram"))!;
  let state = initialState();
  for (const turn of turns) {
    if (!turn.in) {
      const choices = turn.out.findLast((reply) => reply.choices)?.choices?.map(({ payload }) => payload);
      if (choices) state = changed(state, { choices });
      continue;
    }
    const facts: Facts = {
      now: turn.at,
      today: vietnamDate(turn.at),
      catalogue,
      listings: listingsOf(catalogue),
      lexicon: lexiconOf(catalogue),
      fairs: await loadFairs(home.app),
      shop: home.app.shop,
      buttons: manifest.limits.buttons,
      asksContact: manifest.abilities.askContact,
    };
    const outcomes = [...(turn.outcomes ?? [])];
    let current = step(state, turn.in, facts);
    while (current.pending) current = current.pending.then(outcomes.shift());
    expect(JSON.parse(JSON.stringify(current.replies))).toEqual(turn.out);
    state = current.state;
  }
  return state;
}
