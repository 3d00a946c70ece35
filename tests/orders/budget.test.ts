/** What an order of three lines costs: one commit, and how many write units of DynamoDB, index writes included. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { publishProduct } from "../../shared/usecases/publish-product.ts";
import { producerId } from "../journeys/catalogue.ts";
import { type Market, openMarket } from "../journeys/market.ts";
import { type Cost, pricing, unitsOf } from "./write-units.ts";

let market: Market;
const commits: (readonly Cost[])[] = [];
beforeEach(async () => {
  market = await openMarket();
  const { app } = market.home;
  const product = { id: "hong-tra" as ProductId, name: "Hồng trà", producer: producerId(0), units: [{ unit: "hộp" }] };
  const offers = [{ unit: "hộp", price: vnd(70_000), onHand: 10 }];
  await carryOut(app, () => publishProduct(app, { product, offers, announce: false }));
  await market.home.settle();
  app.table = pricing(app.table, (costs) => commits.push(costs));
});
afterEach(() => market.close());

/** The costs of the commit that holds the order. */
async function placed(goods: string): Promise<readonly Cost[]> {
  const customer = market.person("webchat", "900001");
  await customer.tell(`${goods}, Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán, Cao Bằng`);
  commits.length = 0;
  expect(await customer.tell("ừ")).toContain("Đã đặt!");
  const orders = commits.filter((costs) => costs.some(({ what }) => what === "put order"));
  expect(orders).toHaveLength(1);
  expect(orders[0]?.filter(({ what }) => what === "add product")).toHaveLength(3);
  return orders[0] ?? [];
}

const TURN = ["put conv"];
/** The phone left before the order is nobody to call any more. */
const LEAD = ["remove lead"];

const shares = (costs: readonly Cost[]) => ({
  order: unitsOf(costs.filter(({ what }) => ![...TURN, ...LEAD].includes(what))),
  turn: unitsOf(costs.filter(({ what }) => TURN.includes(what))),
  lead: unitsOf(costs.filter(({ what }) => LEAD.includes(what))),
});

it.each([
  ["one producer", 20, "2 gói miến dong, 1 gói miến khoai, 3 hộp hồng trà", { order: 20, turn: 4, lead: 3 }],
  ["three producers", 28, "2 gói miến dong, 1 kg hạt dẻ, 3 gói nấm hương", { order: 26, turn: 4, lead: 3 }],
] as const)("an order of three lines of %s adds at most %i write units to its turn", async (_, most, goods, cost) => {
  const found = shares(await placed(goods));
  expect(found.order).toBeLessThanOrEqual(most);
  expect(found).toEqual(cost);
});
