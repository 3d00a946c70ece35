/** Goods that are sold out: who asked to hear of them hears once when they are back; and the producer hears when they run low. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ProductId } from "../../shared/domain/ids.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { publishProduct } from "../../shared/usecases/publish-product.ts";
import { producerId } from "./catalogue.ts";
import { type Market, openMarket, type Talker } from "./market.ts";

let market: Market;
let stall: Talker;
beforeEach(async () => {
  market = await openMarket();
  stall = market.person("telegram", "700001");
  await stall.tell(await market.invite("htx-1"));
  stall.news();
});
afterEach(() => market.close());

async function restock(onHand: number): Promise<void> {
  const { app } = market.home;
  const product = { id: "hat-de" as ProductId, name: "Hạt dẻ Trùng Khánh", producer: producerId(1) };
  await carryOut(app, () => publishProduct(app, { product, offers: [{ unit: "kg", onHand }], announce: false }));
  await market.home.settle();
}

async function buy(kilograms: number): Promise<Talker> {
  const buyer = market.person("webchat", `buyer-${kilograms}`);
  await buyer.tell(`${kilograms}kg hạt dẻ, Lan 0987654321, số 5 đường Hoàng Đình Giong, phường Thục Phán`);
  await buyer.tell("ừ");
  return buyer;
}

describe("back in stock", () => {
  it("is told once to whoever asked, who heard at sign-up what can reach them and how to stop", async () => {
    await restock(0);
    const customer = market.person("zalo", "900001");
    const said = await customer.tell("khi nào có hạt dẻ thì báo mình nhé");
    expect(said).toContain("Hạt dẻ Trùng Khánh đang hết. Có hàng lại mình nhắn bạn tại đây, một lần.");
    expect(said).toContain("trong 7 ngày kể từ tin cuối của bạn. Thôi không cần báo nữa, nhắn “TC”.");
    await customer.tell("khi nào có hạt dẻ thì báo mình nhé");
    await restock(10);
    expect(customer.news().split("Hạt dẻ Trùng Khánh có hàng lại rồi").length - 1).toBe(1);
    await restock(0);
    await restock(12);
    expect(customer.news()).toBe("");
  });

  it("may be asked for without a name, of what was just looked at", async () => {
    await restock(0);
    const customer = market.person("webchat", "900001");
    expect(await customer.tell("giá hạt dẻ")).toContain("tạm hết");
    expect(await customer.tell("có hàng báo mình")).toContain("Hạt dẻ Trùng Khánh đang hết");
  });

  it("is told when an order gives the goods back, and to nobody who said TC", async () => {
    const buyer = await buy(10);
    const [waits, stops] = [market.person("telegram", "900002"), market.person("telegram", "900003")];
    for (const person of [waits, stops]) {
      expect(await person.tell("có hạt dẻ thì báo mình nhé")).toContain("đang hết");
    }
    await stops.tell("TC");
    await buyer.tell("huỷ");
    expect([waits.news().includes("có hàng lại rồi"), stops.news()]).toEqual([true, ""]);
  });
});

describe("goods that run low", () => {
  it("are told of to their producer once for each crossing", async () => {
    await buy(4);
    expect(stall.news()).not.toContain("sắp hết");
    await buy(2);
    expect(stall.news()).toContain("Hạt dẻ Trùng Khánh sắp hết: còn 4 kg");
    await buy(1);
    expect(stall.news()).not.toContain("sắp hết");
    await restock(20);
    await buy(16);
    expect(stall.news()).toContain("sắp hết: còn 4 kg");
  });
});
