/** A customer orders, a producer answers, on every channel that people talk on. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allOrders } from "../../shared/stores/orders.ts";
import { allLeads } from "../../shared/stores/leads.ts";
import { type Order } from "../../shared/domain/order.ts";
import { CHATS, type Market, openMarket } from "./market.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(() => market.close());

const orders = (): Promise<Order[]> => Array.fromAsync(allOrders(market.home.app.table));

describe.each(CHATS)("on %s", (channel) => {
  it("takes an order in plain Vietnamese, tells the producers, and the customer hears of it", async () => {
    const stall = market.person(channel, "700001", "Chị Lan");
    expect(await stall.tell(await market.invite("htx-0"))).toContain("Đã gắn máy này với HTX Tân Việt Á");

    const customer = market.person(channel, "900001", "Hoa");
    expect(await customer.tell("cho mình 2 gói miến dong với 1 kg hạt dẻ")).toContain(
      "Miến dong Tân Việt Á: 2 gói = 110.000 đ",
    );
    const shown = await customer.tell("Hoa, 0912.345.678, 25 Hoàng Đình Giong, phường Thục Phán, Cao Bằng");
    expect(shown.split("\n").length).toBeLessThanOrEqual(10);
    expect(shown).toContain("Phí giao 60.000 đ. Tổng 290.000 đ (giá mẫu)");
    expect(await customer.tell("ừ")).toMatch(/Đã đặt! Mã đơn [2-9A-Z]{8}, tổng 290\.000 đ/);

    const [order] = await orders();
    expect(order).toMatchObject({
      status: "placed",
      total: 290_000,
      recipient: { name: "Hoa", phone: "0912345678", address: "25 Hoàng Đình Giong, phường Thục Phán, Cao Bằng" },
    });
    expect(stall.news()).toContain("Miến dong Tân Việt Á: 2 gói");
    expect(await stall.tell("nhận")).toContain("Khách đã được báo");
    expect(customer.news()).toContain("HTX Tân Việt Á đã nhận đơn");
    expect(await customer.tell("đơn của tôi")).toContain("HTX Tân Việt Á: đã nhận đơn");
    expect(market.home.deadLetters()).toEqual([]);
  });

  it("takes an order by buttons and numbers alone", async () => {
    const customer = market.person(channel, "900002");
    await customer.start();
    await market.home.settle();
    expect(customer.news()).toContain("trợ lý tự động");
    expect(await customer.tell("1")).toContain("1. Hạt dẻ Trùng Khánh");
    expect(await customer.tell("1")).toContain("HTX Tâm Hòa");
    await customer.press("Lấy 1 kg");
    await customer.tell("tên Minh, 0987654321, số 5 tổ 2 phường Sông Hiến");
    expect(await customer.press("Đặt hàng")).toContain("Đã đặt!");
    expect(await orders()).toMatchObject([{ total: 150_000, recipient: { name: "Minh", phone: "0987654321" } }]);
  });

  it("gives back what was reserved when the customer cancels in time", async () => {
    const customer = market.person(channel, "900003");
    await customer.tell("2kg hạt dẻ, Hoa 0912345678, 25 Hoàng Đình Giong phường Thục Phán");
    await customer.tell("ok");
    const offer = { pk: "product#hat-de", sk: "offer#kg" };
    expect(await market.home.app.table.get(offer)).toMatchObject({ onHand: 8, reserved: 2 });
    expect(await customer.tell("huỷ")).toContain("Đã huỷ đơn");
    expect(await market.home.app.table.get(offer)).toMatchObject({ onHand: 10, reserved: 0 });
    expect(await orders()).toMatchObject([{ status: "cancelled", payment: { status: "void" } }]);
  });

  it("does not sell spirits of unknown strength", async () => {
    const customer = market.person(channel, "900004");
    expect(await customer.tell("cho 1 chai rượu ngô")).not.toContain("150.000");
    expect(await orders()).toEqual([]);
  });

  it("stops advertisements at the word that every advertisement names", async () => {
    const customer = market.person(channel, "900006");
    await customer.tell("có hàng mới nhắn mình nhé");
    expect(await customer.tell("TC")).toContain("không gửi tin quảng bá");
    expect(await Array.fromAsync(allLeads(market.home.app.table))).toEqual([]);
  });

  it("keeps a lead for every order", async () => {
    const customer = market.person(channel, "900005");
    await customer.tell("1 gói nấm hương, Hoa 0912345678, 25 Hoàng Đình Giong phường Thục Phán");
    await customer.tell("đúng rồi");
    const leads = await Array.fromAsync(allLeads(market.home.app.table));
    // Nobody of the producer is bound here, so somebody has to call them too.
    expect(leads).toMatchObject([
      { kind: "call", status: "open", name: "Cơ sở Trúc Mai" },
      { kind: "order", name: "Hoa", phone: "0912345678", interest: "Nấm hương Trúc Mai" },
    ]);
  });
});
