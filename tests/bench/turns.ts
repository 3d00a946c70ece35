/** A chat turn, from the signed webhook over HTTP to the reply at the provider's door: `npm run bench -- turns`. */
import { type Talk } from "./buyers.ts";
import { type Row } from "./row.ts";
import { openBenchShop } from "./shop.ts";

const TURNS = 400;
const WARM_UP = 50;
const SAID = [
  "cho mình 2 gói miến dong với 1 kg hạt dẻ",
  "giỏ hàng",
  "miến dong bao nhiêu tiền",
  "không lấy hạt dẻ nữa",
];

/** Of many chats, each of which speaks now and then. */
const turns = (first: number, count: number): readonly Talk[] =>
  Array.from({ length: count }, (_, n) => ({ chat: first + (n % 200), says: SAID.slice(n % 4, (n % 4) + 1) }));

export default async function bench(): Promise<readonly Row[]> {
  const shop = await openBenchShop();
  try {
    await shop.measure(turns(1000, WARM_UP), 1);
    return [
      { what: "turns, one after another", ...(await shop.measure(turns(1000, TURNS), 1)) },
      { what: "turns, 16 chats at once", ...(await shop.measure(turns(5000, TURNS), 16)) },
    ];
  } finally {
    await shop.close();
  }
}
