/** The log is enough: running the engine over the recorded turns gives the state and the words that are stored. */
import { expect, it } from "vitest";
import { step } from "../../bots/dialogue/engine.ts";
import { lexiconOf, listingsOf } from "../../bots/dialogue/knowledge.ts";
import { initialState, type State } from "../../bots/dialogue/state.ts";
import { type Facts } from "../../bots/dialogue/step.ts";
import { withChoices } from "../../bots/dialogue/tell.ts";
import { type Gift, withGift } from "../../bots/dialogue/threads.ts";
import { conversationId, type Turn } from "../../shared/domain/conversation.ts";
import { vietnamDate } from "../../shared/domain/time.ts";
import { allTurns, findConversation } from "../../shared/stores/conversations.ts";
import { loadFairs } from "../../shared/stores/fairs.ts";
import { loadCatalogue } from "../../shared/stores/catalogue.ts";
import { type Market, openMarket } from "./market.ts";

const SAID = [
  "alo shop",
  "cho mình 2 gói miến dong với 1 kg hạt dẻ",
  "miến 3 gói",
  "không lấy hạt dẻ nữa",
  "Hoa, 0912 345 678, số 25 đường Hoàng Đình Giong, phường Thục Phán, Cao Bằng",
  "ừ",
  "đơn của tôi",
  "qwrtp zxcvb",
  "huỷ",
  "cho 20 kg hạt dẻ",
  "3",
];

async function replay({ home }: Market, channel: string, turns: readonly Turn[]): Promise<State> {
  const catalogue = await loadCatalogue(home.app);
  const { manifest } = (await home.app.channels.get(channel))!;
  let state = initialState();
  for (const turn of turns) {
    if (!turn.in) {
      const [gift = {}] = (turn.outcomes ?? []) as readonly Gift[];
      state = withChoices(withGift(state, gift), turn.out);
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

it("replays a whole conversation to the same state and the same words", async () => {
  const market = await openMarket();
  try {
    const customer = market.person("telegram", "900001");
    for (const words of SAID) await customer.tell(words);
    const { account } = (await market.home.app.channels.get("telegram"))!;
    const key = { channel: "telegram", account, chat: "900001" };
    const turns = await Array.fromAsync(allTurns(market.home.app.table, conversationId(key)));
    expect(turns.length).toBe(SAID.length);
    const stored = await findConversation<State>(market.home.app.table, key);
    const replayed = await replay(market, "telegram", turns);
    expect(JSON.parse(JSON.stringify(replayed))).toEqual(stored?.state);
    expect(stored?.state.orders).toHaveLength(1);
  } finally {
    await market.close();
  }
});

it("replays two threads of one person, which were joined while something was open in one of them", async () => {
  const market = await openMarket();
  try {
    const { table } = market.home.app;
    const [zalo, telegram] = [market.person("zalo", "900001"), market.person("telegram", "900002")];
    await zalo.tell("cho mình 2 gói miến dong, Hoa 0912 345 678, số 25 đường Hoàng Đình Giong, phường Thục Phán");
    const code = /[A-Z2-9]{8}/.exec(await zalo.tell("liên kết"))![0];
    for (const words of [code, "ừ", "đơn của tôi"]) await telegram.tell(words);
    for (const words of ["đơn của tôi", "như lần trước", "huỷ"]) await zalo.tell(words);
    const replayed = await Promise.all(
      [zalo, telegram].map(async ({ id: chat }, place) => {
        const channel = place === 0 ? "zalo" : "telegram";
        const key = { channel, account: (await market.home.app.channels.get(channel))!.account, chat };
        const stored = await findConversation<State>(table, key);
        const turns = await Array.fromAsync(allTurns(table, conversationId(key)));
        const state = await replay(market, channel, turns);
        expect(JSON.parse(JSON.stringify(state))).toEqual(stored?.state);
        return { turns: turns.length, orders: state.orders?.length ?? 0, elsewhere: state.elsewhere?.length ?? 0 };
      }),
    );
    expect(replayed).toEqual([
      { turns: 6, orders: 0, elsewhere: 1 },
      { turns: 3, orders: 1, elsewhere: 0 },
    ]);
  } finally {
    await market.close();
  }
});
