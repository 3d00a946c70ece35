/** Codes that people follow or type: a post's shows its product, an own order's shows the order, an unknown one is told. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allOrders } from "../../shared/stores/orders.ts";
import { allPromotions } from "../../shared/stores/promotions.ts";
import { CHATS, type Market, openMarket } from "./market.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
  const stall = market.person("telegram", "700001");
  await stall.tell(await market.invite("htx-0"));
  for (const words of ["Bún ngũ sắc, 45k gói 500g, còn 60 gói", "không có ảnh", "đăng"]) await stall.tell(words);
});
afterEach(() => market.close());

const promoted = async (): Promise<string> => (await Array.fromAsync(allPromotions(market.home.app.table)))[0]!.code;

describe.each(CHATS)("on %s", (channel) => {
  it("shows what the post promoted, and keeps its code on the order", async () => {
    const code = await promoted();
    const typist = market.person(channel, "900001");
    expect(await typist.tell(code)).toContain("Bún ngũ sắc");
    await typist.tell("3 gói bún ngũ sắc, Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán");
    await typist.tell("ừ");
    expect(await Array.fromAsync(allOrders(market.home.app.table))).toMatchObject([{ source: code, status: "placed" }]);
  });

  it("shows an own order by its code, and nobody else's", async () => {
    const buyer = market.person(channel, "900002");
    await buyer.tell("3 gói bún ngũ sắc, Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán");
    const code = /Mã đơn (\w{8})/.exec(await buyer.tell("ừ"))?.[1] ?? "";
    expect(await buyer.tell(code)).toContain(`${code}: chờ người bán xác nhận`);
    const other = market.person(channel, "900003");
    expect(await other.tell(code)).toContain("Mình không biết mã này");
    expect(await other.tell("ABCDEFGH")).toContain("Mình không biết mã này");
  });
});

it("believes no code that a link makes up", async () => {
  const person = market.person("telegram", "900004");
  await person.start("AAAAAAAA");
  await market.home.settle();
  await person.tell("3 gói bún ngũ sắc, Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán");
  await person.tell("ừ");
  const [order] = await Array.fromAsync(allOrders(market.home.app.table));
  expect(order?.source).toBeUndefined();
});
