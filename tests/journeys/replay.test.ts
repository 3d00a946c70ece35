/** The log is enough: running the engine over the recorded turns gives the state and the words that are stored. */
import { expect, it } from "vitest";
import { type State } from "../../bots/dialogue/state.ts";
import { allTurns, findConversation } from "../../shared/stores/conversations.ts";
import { openMarket } from "./market.ts";
import { replay } from "./replay.ts";

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

it("replays a whole conversation to the same state and the same words", async () => {
  const market = await openMarket();
  try {
    const customer = market.person("telegram", "900001");
    for (const words of SAID) await customer.tell(words);
    const { account } = (await market.home.app.channels.get("telegram"))!;
    const key = { channel: "telegram", account, chat: "900001" };
    const turns = await Array.fromAsync(allTurns(market.home.app.table, `telegram:${account}:900001`));
    expect(turns.length).toBe(SAID.length);
    const stored = await findConversation<State>(market.home.app.table, key);
    const replayed = await replay(market, turns);
    expect(JSON.parse(JSON.stringify(replayed))).toEqual(stored?.state);
    expect(stored?.state.orders).toHaveLength(1);
  } finally {
    await market.close();
  }
});
