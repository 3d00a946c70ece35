/** The doctor says who of a shop's staff has no chat yet, until they have. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { staffBound } from "../../local/doctor/staff-bound.ts";
import { allProducts } from "../../shared/stores/products.ts";
import { type Market, openMarket } from "../journeys/market.ts";
import { bindOffice, bindStall } from "../journeys/staff.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(() => market.close());

async function found(): Promise<readonly string[]> {
  const { table } = market.home.app;
  const findings = await staffBound(table, await Array.fromAsync(allProducts(table)));
  return findings.map(({ level, about, text }) => `${level} ${about}: ${text}`);
}

const producersOnSale = async (): Promise<number> =>
  new Set((await Array.fromAsync(allProducts(market.home.app.table))).map(({ producer }) => producer)).size;

it("with the commands that bind them", async () => {
  const all = await producersOnSale();
  const [office, producers, ...more] = await found();
  expect(office).toMatch(/^note office: no phone is bound.*npm run invite -- office$/);
  expect(producers).toContain(`${all} of ${all} with goods on sale have no phone bound`);
  expect(producers).toContain("npm run invite -- producer ID");
  expect(more).toEqual([]);
  await bindOffice(market);
  await bindStall(market, "zalobot", "700001");
  expect(await found()).toEqual([expect.stringContaining(`${all - 1} of ${all} with goods on sale`)]);
});

it("not where nothing is on sale", async () => {
  expect(await staffBound(market.home.app.table, [])).toEqual([]);
});
