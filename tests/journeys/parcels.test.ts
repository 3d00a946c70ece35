/** A parcel from the producer's yes to the customer's door, said in plain words or tapped; and the office for whom it calls. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Parcel } from "../../shared/domain/order.ts";
import { MINUTE } from "../../shared/domain/time.ts";
import { type Market, openMarket, type Talker } from "./market.ts";
import { bindOffice, bindStall, lastOrder, orderNoodles } from "./staff.ts";

let market: Market;
let customer: Talker;
let stall: Talker;
beforeEach(async () => {
  market = await openMarket();
  stall = await bindStall(market, "telegram", "700001");
  customer = market.person("webchat", "900001");
});
afterEach(() => market.close());

const parcelNow = async (): Promise<Parcel> => (await lastOrder(market)).parcels[0]!;

const stock = async (product = "mien-dong", unit = "gói") => {
  const item = await market.home.app.table.get({ pk: `product#${product}`, sk: `offer#${unit}` });
  return [item?.["onHand"], item?.["reserved"] ?? 0, item?.["sold"] ?? 0];
};

async function ordered(): Promise<string> {
  market.clock.advance(MINUTE);
  const { parcel } = await orderNoodles(market);
  customer.news();
  stall.news();
  return parcel;
}

describe("a parcel", () => {
  it("goes from yes to the door in the producer's plain words, and the customer hears each step once", async () => {
    const code = await ordered();
    const { code: order } = await lastOrder(market);
    await stall.tell("nhận");
    expect(customer.news()).toContain("đã nhận đơn");
    expect(await stock()).toEqual([98, 2, 0]);

    expect(await stall.tell("đã gói")).toContain(`Đã ghi đơn ${code} gói xong`);
    expect(customer.news()).toBe(`HTX Tân Việt Á đã gói xong hàng trong đơn ${order} của bạn.`);

    expect(await stall.tell("đã gửi, mã vận đơn VN123")).toContain(`Đã ghi đơn ${code} gửi đi`);
    expect(customer.news()).toBe(
      `HTX Tân Việt Á đã gửi hàng trong đơn ${order} của bạn, mã vận đơn VN123. Nhận hàng bạn trả 140.000 đ (giá mẫu).`,
    );
    expect(await customer.tell("đơn của tôi")).toContain("HTX Tân Việt Á: đang giao, mã vận đơn VN123");
    expect(await stock()).toEqual([98, 0, 2]);

    expect(await stall.tell("khách nhận rồi")).toContain(`Đã ghi khách nhận xong đơn ${code}`);
    expect(customer.news()).toContain("đã giao xong");
    expect(await lastOrder(market)).toMatchObject({
      status: "completed",
      payment: { method: "cod", status: "paid" },
      parcels: [{ status: "delivered", shipment: { by: "manual", tracking: "VN123" } }],
    });
    expect(await stock()).toEqual([98, 0, 2]);
    expect(await stall.tell("đơn")).toContain("Không có đơn nào đang chờ bạn");
  });

  it("goes the same way by buttons, and asks how it was sent before the customer hears of it", async () => {
    const code = await ordered();
    await stall.press("Nhận đơn");
    expect(await stall.tell("đơn")).toContain(`Đơn ${code}, đã nhận đơn:\n1. Miến dong Tân Việt Á: 2 gói`);
    await stall.press("Đã gói");
    await stall.tell("đơn");
    customer.news();
    expect(await stall.press("Đã gửi")).toContain("mã vận đơn là gì");
    expect([(await parcelNow()).status, customer.news()]).toEqual(["packed", ""]);
    await stall.tell("viettel post 123456789");
    expect(customer.news()).toContain("qua Viettel Post, mã vận đơn 123456789");
    await stall.tell("đơn");
    await stall.press("Khách đã nhận");
    expect((await parcelNow()).status).toBe("delivered");
  });

  it("that came back is on the shelf again, leaves the total, and both are told", async () => {
    await ordered();
    for (const words of ["nhận", "đã gửi xe khách"]) await stall.tell(words);
    customer.news();
    expect(await stall.tell("hàng hoàn")).toContain("cộng lại vào kho");
    expect(customer.news()).toContain("bạn không phải trả gì");
    expect(await lastOrder(market)).toMatchObject({ status: "cancelled", total: 0, payment: { status: "void" } });
    expect(await stock()).toEqual([100, 0, 0]);
  });

  it("that comes back after it was paid for leaves money to give back, until the seller says that they did", async () => {
    const code = await ordered();
    for (const words of ["nhận", "đã gửi, tự giao", "khách nhận rồi"]) await stall.tell(words);
    customer.news();
    expect(await stall.tell(`hàng hoàn ${code}`)).toContain(`Cần hoàn 140.000 đ cho khách, đơn ${code}`);
    expect(customer.news()).toContain("người phụ trách sẽ liên hệ để trả lại");
    expect(await lastOrder(market)).toMatchObject({ status: "completed", total: 0, payment: { status: "refund-due" } });
    expect(await stock()).toEqual([100, 0, 0]);
    await stall.press("Đã hoàn tiền");
    expect(customer.news()).toContain("hoàn");
    expect(await lastOrder(market)).toMatchObject({ status: "completed", total: 0, payment: { status: "void" } });
  });

  it("shows its picture to the buyer, sent after it was packed or with the word", async () => {
    const code = await ordered();
    for (const words of ["nhận", "đã gói"]) await stall.tell(words);
    customer.news();
    await stall.sendPhoto({ bytes: new Uint8Array([137, 80, 78, 71]), type: "image/png" });
    await market.home.settle();
    expect(stall.news()).toContain("Đã gửi ảnh cho khách");
    expect(customer.news()).toContain("Gói hàng của bạn ở HTX Tân Việt Á");
    expect((await parcelNow()).photo).toMatch(/^photos\/[0-9a-f]{32}\.png$/);
    expect(customer.messages().at(-1)?.photo).toContain((await parcelNow()).photo);
    const other = await ordered();
    await stall.tell("nhận");
    await stall.sendPhoto({ bytes: new Uint8Array([137, 80, 78, 71, 1]), type: "image/png" }, `đã gói ${other}`);
    await market.home.settle();
    expect(await parcelNow()).toMatchObject({ code: other, status: "packed" });
    expect(customer.messages().at(-1)?.photo).toContain((await parcelNow()).photo);
    expect(code).not.toBe(other);
  });

  it("asks which of several is meant, and takes the code for an answer", async () => {
    const first = await ordered();
    await stall.tell("nhận");
    const second = await ordered();
    await stall.tell("nhận");
    expect(await stall.tell("đã gói")).toContain("Bạn đã gói đơn nào?");
    expect(await stall.tell(first)).toContain(`Đã ghi đơn ${first} gói xong`);
    expect(await stall.tell(`đã gửi ${second} vtp 88776655`)).toContain(`Đã ghi đơn ${second} gửi đi`);
    expect(await stall.tell("đã gửi")).toContain(`Đơn ${first} gửi qua đâu`);
  });

  it("is nobody's to move but its producer's", async () => {
    const code = await ordered();
    await stall.tell("nhận");
    const other = market.person("telegram", "700002");
    await other.tell(await market.invite("htx-1"));
    expect(await other.tell(`đã gửi ${code} VN1234567`)).toContain("Mình không thấy đơn đó");
    expect(await customer.tell(`đã gửi ${code} VN1234567`)).not.toContain("Đã ghi");
    expect((await parcelNow()).status).toBe("accepted");
  });

  it("is not moved twice or out of turn", async () => {
    const code = await ordered();
    expect(await stall.tell(`đã gửi ${code} tự giao`)).toContain("chờ xác nhận");
    for (const words of ["nhận", "đã gói"]) await stall.tell(words);
    customer.news();
    expect(await stall.tell(`đã gói ${code}`)).toContain("đang ở bước “đã đóng gói”");
    await stall.tell("đã gửi, tự giao");
    const other = await ordered();
    await stall.tell("nhận");
    customer.news();
    expect(await stall.tell(`đã gửi ${code} VN123`)).toContain("đang ở bước “đang giao”");
    expect([other, (await parcelNow()).status]).toEqual([(await parcelNow()).code, "accepted"]);
    expect(customer.news()).toBe("");
  });
});

describe("the office", () => {
  it("accepts, sends and closes for a producer without a phone", async () => {
    await market.close();
    market = await openMarket();
    customer = market.person("webchat", "900001");
    const office = await bindOffice(market);
    await orderNoodles(market);
    expect(office.news()).toContain("văn phòng gọi giúp");
    const { code } = await parcelNow();
    await office.press("Nhận đơn");
    expect(await office.tell(`đã gửi ${code} bưu điện EM123456789VN`)).toContain("gửi đi");
    expect((await parcelNow()).shipment).toEqual({ by: "manual", carrier: "VNPost", tracking: "EM123456789VN" });
    expect(await office.tell("khách nhận rồi")).toContain("kèm mã đơn");
    await office.tell(`khách nhận rồi ${code}`);
    expect((await lastOrder(market)).status).toBe("completed");
  });
});
