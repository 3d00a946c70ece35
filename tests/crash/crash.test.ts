/** kill -9 at any moment: what was acknowledged is there afterwards, and nothing is there twice. */
import { expect, it } from "vitest";
import { crash } from "./crash.ts";

const KILLS = 25;
const SEED = 20261123;

it(`keeps every promise when the real program is killed ${KILLS} times`, async () => {
  const { acknowledged, orders, ...crashes } = await crash({ kills: KILLS, seed: SEED });
  expect(crashes).toEqual({ kills: KILLS, broken: [] });
  expect(orders).toBeGreaterThan(KILLS);
  console.log(`${KILLS} kills, ${acknowledged} messages, ${orders} orders`);
}, 300_000);
