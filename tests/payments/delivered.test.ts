/** Money of a parcel on its way: cash is asked for and counted only where the order is paid on delivery. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Market, openMarket, type Talker } from "../journeys/market.ts";
import { bindStall, orderNoodles, lastOrder } from "../journeys/staff.ts";
import { now, openAccounts, orderByTransfer, transfer } from "./paying.ts";

let market: Market;
let customer: Talker;
let stall: Talker;

beforeEach(async () => {
  market = await openMarket();
  await openAccounts(market);
  stall = await bindStall(market, "telegram", "700001");
  customer = market.person("webchat", "900001");
});
afterEach(() => market.close());

const tell = async (...words: readonly string[]) => {
  for (const word of words) await stall.tell(word);
};

it("a parcel by transfer that is delivered unpaid is still due, and no cash is asked for", async () => {
  const order = await orderByTransfer(market, customer, "2 gói miến dong");
  await tell("nhận", "đã gửi, tự giao");
  expect(customer.news()).not.toContain("Nhận hàng bạn trả");
  await tell("khách nhận rồi");
  expect((await now(market, order)).payment).toEqual({ method: "transfer", status: "due" });
});

it("a paid parcel by transfer that comes back is to be given back", async () => {
  const order = await orderByTransfer(market, customer, "2 gói miến dong");
  await transfer(market, order, { amount: 140_000 });
  await tell("nhận", "đã gửi, tự giao", "hàng hoàn");
  expect((await now(market, order)).payment).toEqual({ method: "transfer", status: "refund-due" });
});

it("of a parcel on delivery, what came by transfer before is not collected again", async () => {
  await orderNoodles(market);
  const order = await lastOrder(market);
  await transfer(market, order, { amount: 100_000 });
  await tell("nhận", "đã gửi, tự giao");
  expect(customer.news()).toContain("Nhận hàng bạn trả 40.000 đ");
  await tell("khách nhận rồi");
  const { payment, parcels } = await now(market, order);
  expect([payment, parcels[0]?.money]).toEqual([{ method: "cod", status: "paid" }, { received: 140_000 }]);
});
