/** The log is enough: running the engine over the recorded turns gives the state and the words that are stored. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Market, openMarket } from "./market.ts";
import { replayChat } from "./replay.ts";

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

let market: Market;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(() => market.close());

/** The state that the log gives, held against the stored one. */
async function replayed(channel: string, chat: string) {
  const { state, stored, turns, differs } = await replayChat(market, channel, chat);
  expect({ state, differs }).toEqual({ state: stored, differs: undefined });
  return { state, turns };
}

it("replays a whole conversation to the same state and the same words", async () => {
  const customer = market.person("telegram", "900001");
  for (const words of SAID) await customer.tell(words);
  const { state, turns } = await replayed("telegram", "900001");
  expect({ turns, orders: state.orders?.length }).toEqual({ turns: SAID.length, orders: 1 });
});

it("replays two threads of one person, which were joined while something was open in one of them", async () => {
  const [zalo, telegram] = [market.person("zalo", "900001"), market.person("telegram", "900002")];
  await zalo.tell("cho mình 2 gói miến dong, Hoa 0912 345 678, số 25 đường Hoàng Đình Giong, phường Thục Phán");
  const code = /[A-Z2-9]{8}/.exec(await zalo.tell("liên kết"))![0];
  for (const words of [code, "ừ", "đơn của tôi"]) await telegram.tell(words);
  for (const words of ["đơn của tôi", "như lần trước", "huỷ"]) await zalo.tell(words);
  const both = [await replayed("zalo", "900001"), await replayed("telegram", "900002")];
  const shape = ({ state, turns }: (typeof both)[number]) => ({
    turns,
    orders: state.orders?.length ?? 0,
    elsewhere: state.elsewhere?.length ?? 0,
  });
  expect(both.map(shape)).toEqual([
    { turns: 6, orders: 0, elsewhere: 1 },
    { turns: 3, orders: 1, elsewhere: 0 },
  ]);
});
