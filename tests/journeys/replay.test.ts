/** The log is enough: running the engine over the recorded turns gives the state and the words that are stored. */
import { expect, it } from "vitest";
import { openMarket } from "./market.ts";
import { replay, turnsOf } from "./replaying.ts";

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
    const { turns, stored } = await turnsOf(market, "telegram", "900001");
    expect(turns.length).toBe(SAID.length);
    expect(JSON.parse(JSON.stringify(await replay(market, turns)))).toEqual(stored);
    expect(stored?.orders).toHaveLength(1);
  } finally {
    await market.close();
  }
});
