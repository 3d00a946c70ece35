/** Each row of the table in payment.ts, from a bank's webhook to what people read. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ProducerId } from "../../shared/domain/ids.ts";
import { type Order } from "../../shared/domain/order.ts";
import { refuse } from "../../shared/domain/result.ts";
import { type Role } from "../../shared/domain/staff.ts";
import { allPayments, strayPayments } from "../../shared/stores/payments.ts";
import { confirmPayment } from "../../shared/usecases/confirm-payment.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { buttonsOf, type Market, openMarket, type Talker } from "../journeys/market.ts";
import { bindOffice, bindStall, lastOrder } from "../journeys/staff.ts";
import { tell } from "./banks.ts";
import { ACCOUNTS, appOf, listed, now, openAccounts, orderByTransfer, transfer } from "./paying.ts";

let market: Market;
let customer: Talker;
let stall: Talker;
let desk: Talker;
let order: Order;

beforeEach(async () => {
  market = await openMarket();
  await openAccounts(market);
  customer = market.person("webchat", "900001");
  stall = await bindStall(market, "zalo", "700001");
  desk = await bindOffice(market);
  order = await orderByTransfer(market, customer, "2 gói miến dong");
  for (const one of [customer, stall, desk]) one.news();
});
afterEach(() => market.close());

const status = async () => (await now(market, order)).payment;
const code = () => order.parcels[0]!.code;
const payments = async () =>
  (await Array.fromAsync(allPayments(market.home.app.table))).map(({ outcome }) => outcome).sort();
const OWED = 140_000;

describe("money for a parcel", () => {
  it("that is the amount pays it, and customer and seller hear of it", async () => {
    expect(await status()).toEqual({ method: "transfer", status: "due" });
    expect(await transfer(market, order, { amount: OWED })).toBe(200);
    expect(await status()).toEqual({ method: "transfer", status: "paid" });
    expect(customer.news()).toBe(`Đã nhận 140.000 đ cho HTX Tân Việt Á, đơn ${order.code}. Cảm ơn bạn!`);
    expect(stall.news()).toBe(`Tiền về: 140.000 đ cho đơn ${code()}.`);
    expect(await listed(market)).toEqual([]);
    expect(await customer.tell("đơn của tôi")).toContain("đã nhận tiền\n");
  });

  it("that is too little is listed until the rest comes", async () => {
    await transfer(market, order, { amount: 100_000 });
    expect(await status()).toEqual({ method: "transfer", status: "part" });
    expect(customer.news()).toContain("còn thiếu 40.000 đ");
    expect(await listed(market)).toEqual([code()]);
    await transfer(market, order, { amount: 40_000 });
    expect([await status(), await listed(market)]).toEqual([{ method: "transfer", status: "paid" }, []]);
    expect(customer.news()).toContain("Đã nhận 40.000 đ");
  });

  it("that is too much, or comes twice, is to be given back, and is even once somebody did", async () => {
    await transfer(market, order, { amount: OWED });
    await transfer(market, order, { amount: OWED + 5_000 });
    expect([await status(), await listed(market)]).toEqual([{ method: "transfer", status: "over" }, [code()]]);
    expect(customer.news()).toContain("nhiều hơn 145.000 đ so với đơn");
    expect(desk.news()).toContain(`Cần hoàn 145.000 đ cho khách, đơn ${code()} (HTX Tân Việt Á).`);
    expect(stall.news()).toContain(`Cần hoàn 145.000 đ cho khách, đơn ${code()}`);
    expect(await stall.press("Đã hoàn tiền")).toBe("Đã ghi.");
    expect([await status(), await listed(market)]).toEqual([{ method: "transfer", status: "paid" }, []]);
    expect(customer.news()).toContain("báo đã hoàn lại tiền");
    expect(await desk.press("Đã hoàn tiền")).toBe("Khoản này đã ghi rồi, không còn gì phải làm.");
    expect(await payments()).toEqual(["counted", "counted", "given-back"]);
  });

  it("that comes after the order was cancelled is to be given back", async () => {
    expect(await customer.tell("huỷ")).toBe(`Đã huỷ đơn ${order.code}.`);
    await transfer(market, order, { amount: OWED });
    expect([await status(), await listed(market)]).toEqual([{ method: "transfer", status: "refund-due" }, [code()]]);
    expect(customer.news()).toContain("phần hàng này không còn trong đơn");
    expect(desk.news()).toContain("Cần hoàn 140.000 đ");
  });

  it("that came before the order was cancelled is to be given back, and the customer is told so at once", async () => {
    await transfer(market, order, { amount: OWED });
    expect(await customer.tell("huỷ")).toContain("Tiền bạn đã chuyển (140.000 đ) sẽ được người bán hoàn lại.");
    expect([await status(), await listed(market)]).toEqual([{ method: "transfer", status: "refund-due" }, [code()]]);
    expect(desk.news()).toContain("Cần hoàn 140.000 đ");
  });

  it("that was declined is to be given back in one story", async () => {
    await transfer(market, order, { amount: OWED });
    customer.news();
    await stall.tell("từ chối");
    await stall.tell("hết hàng");
    expect(customer.news()).toContain("sẽ được người bán hoàn lại");
    expect(await status()).toEqual({ method: "transfer", status: "refund-due" });
  });

  it("that comes late, when all is packed and sent already, still pays it", async () => {
    await stall.tell("nhận");
    await transfer(market, order, { amount: OWED });
    expect(await status()).toEqual({ method: "transfer", status: "paid" });
  });

  it("to be paid on delivery is not collected again once it was transferred", async () => {
    const other = market.person("webchat", "900002");
    await other.tell("1 gói miến dong, Mai 0912345679, số 5 đường Hoàng Đình Giong, phường Thục Phán");
    await other.tell("ừ");
    const cod = await lastOrder(market);
    expect(cod.payment).toEqual({ method: "cod", status: "due" });
    await transfer(market, cod, { amount: 85_000 });
    expect((await now(market, cod)).payment).toEqual({ method: "cod", status: "paid" });
    stall.news();
    expect(await stall.tell("đơn")).toContain("Khách đã chuyển khoản đủ 85.000 đ: không thu thêm khi giao.");
  });
});

describe("word of staff", () => {
  it("counts once, however often it is tapped, and the bank's word of the same money changes nothing", async () => {
    const paid = { method: "transfer", status: "paid" };
    await stall.tell("đơn");
    expect(buttonsOf(stall)).toEqual(["Nhận đơn", "Từ chối", "Đã nhận tiền"]);
    expect(await stall.press("Đã nhận tiền")).toBe("Đã ghi.");
    expect(await stall.press("Đã nhận tiền")).toBe("Khoản này đã ghi rồi, không còn gì phải làm.");
    expect(await status()).toEqual(paid);
    expect(customer.news().split("Đã nhận 140.000 đ").length).toBe(2);
    await transfer(market, order, { amount: OWED });
    expect([await status(), customer.news(), await payments()]).toEqual([paid, "", ["confirms", "counted"]]);
    await transfer(market, order, { amount: OWED });
    expect(await status()).toEqual({ method: "transfer", status: "over" });
  });

  it("is taken of one's own parcels alone, and of the office", async () => {
    const { app } = market.home;
    const word = { parcel: code(), conversation: "zalo:5522:1" };
    const stranger: Role = { role: "producer", producer: "htx-1" as ProducerId };
    expect(await confirmPayment(app, { ...word, role: stranger })).toEqual(refuse({ code: "no-such-parcel" }));
    expect(await confirmPayment(app, { ...word, role: { role: "organizer" } })).toEqual(
      refuse({ code: "no-such-parcel" }),
    );
    await carryOut(app, () => confirmPayment(app, { ...word, role: { role: "office" } }));
    expect(await status()).toEqual({ method: "transfer", status: "paid" });
    const said = (await Array.fromAsync(allPayments(app.table))).map(({ provider, by }) => [provider, by]);
    expect(said).toEqual([["staff", "zalo:5522:1"]]);
  });

  it("of a customer is passed on once, and counts for nothing by itself", async () => {
    expect(await customer.tell("em đã chuyển khoản rồi nhé")).toContain("Mình ghi nhận rồi");
    expect(await customer.tell("chuyển tiền xong rồi")).toContain("Mình ghi nhận rồi");
    expect(stall.news().split("Khách nói đã chuyển khoản").length).toBe(2);
    expect(await status()).toEqual({ method: "transfer", status: "due" });
    await stall.press("Đã nhận tiền");
    expect(customer.news()).toContain("Đã nhận 140.000 đ");
    expect(await customer.tell("đã chuyển khoản rồi")).toContain("không thấy khoản nào");
  });
});

describe("money that is nobody's", () => {
  const strays = async () =>
    (await Array.fromAsync(strayPayments(market.home.app.table))).map(({ outcome }) => outcome);
  const send = async (memo: string, account = ACCOUNTS["htx-0"]!) => {
    expect(await tell(appOf(market), "casso", { id: memo.length, amount: OWED, memo, account })).toBe(200);
    await market.home.settle();
  };

  it.each<[what: string, memo: () => string, account: string | undefined, outcome: string]>([
    ["from before any order", () => "chuyen tien mua mien", undefined, "unknown-code"],
    ["into another account", () => code(), "999999999", "wrong-account"],
    ["into the account of another producer", () => code(), ACCOUNTS["htx-1"], "wrong-account"],
  ])("%s waits for the office and counts nowhere", async (_, memo, account, outcome) => {
    await send(memo(), account);
    expect([await strays(), (await status()).status]).toEqual([[outcome], "due"]);
    expect(desk.news()).toContain("Có 140.000 đ chưa biết của đơn nào");
    expect(await desk.press("Đã xử lý")).toBe("Đã ghi.");
    expect([await strays(), await payments()]).toEqual([[], [outcome]]);
  });

  it("with the codes of two parcels of one seller waits too", async () => {
    const other = await orderByTransfer(market, customer, "1 gói miến dong");
    await send(`${code()} va ${other.parcels[0]!.code}`);
    expect(await strays()).toEqual(["several-parcels"]);
  });
});

describe("one transaction", () => {
  it("delivered fifty times, at once and one after another, is counted once", async () => {
    const deliver = () => transferQuietly(7);
    const answers = await Promise.all(Array.from({ length: 25 }, deliver));
    for (let time = 0; time < 25; time++) answers.push(await deliver());
    await market.home.settle();
    expect([new Set(answers), await payments(), await status()]).toEqual([
      new Set([200]),
      ["counted"],
      { method: "transfer", status: "paid" },
    ]);
    expect(customer.news().split("Đã nhận").length).toBe(2);
  });

  it("and another of the same moment are both counted", async () => {
    await Promise.all([transferQuietly(8, 100_000), transferQuietly(9, 40_000)]);
    expect([await status(), await payments()]).toEqual([
      { method: "transfer", status: "paid" },
      ["counted", "counted"],
    ]);
  });

  const transferQuietly = (id: number, amount = OWED): Promise<number> =>
    tell(appOf(market), "payos", { id, amount, memo: code().toLowerCase(), account: ACCOUNTS["htx-0"]! });
});
