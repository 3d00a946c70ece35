/** What waits too long: its producer hears of it, then the office, each once; at last it is given up, kindly. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mindOrder } from "../../bots/dialogue/alerts.ts";
import { DAY, HOUR, type IsoTime, MINUTE } from "../../shared/domain/time.ts";
import { dueAt } from "../../shared/domain/limits.ts";
import { type Market, openMarket, type Talker } from "./market.ts";
import { bindOffice, bindStall, callsOf, lastOrder, orderNoodles, pass } from "./staff.ts";

let market: Market;
let customer: Talker;
let stall: Talker;
let office: Talker;
beforeEach(async () => {
  market = await openMarket();
  stall = await bindStall(market, "telegram", "700001");
  office = await bindOffice(market);
  customer = market.person("webchat", "900001");
});
afterEach(() => market.close());

async function ordered(): Promise<string> {
  const { parcel } = await orderNoodles(market);
  hush();
  return parcel;
}

function hush(): void {
  for (const person of [customer, stall, office]) person.news();
}

/** By hours, as the tick sees them. */
async function passHours(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour++) await pass(market, HOUR);
}

const heard = (person: Talker, words: string): number => person.news().split(words).length - 1;

const stock = async () => {
  const item = await market.home.app.table.get({ pk: "product#mien-dong", sk: "offer#gói" });
  return [item?.["onHand"], item?.["reserved"], item?.["sold"] ?? 0];
};

describe("an order that nobody answers", () => {
  it("is the producer's to hear of, then the office's, then expires: stock back, customer told, and nothing after that", async () => {
    const code = await ordered();
    await passHours(22);
    expect([heard(stall, `Đơn ${code} vẫn chờ bạn trả lời`), office.news()]).toEqual([1, ""]);
    await passHours(26);
    expect([stall.news(), heard(office, `chưa trả lời đơn ${code}`)]).toEqual(["", 1]);
    expect(await callsOf(market)).toMatchObject([{ status: "open", interest: `Hỏi có nhận đơn ${code} không` }]);
    expect([await stock(), customer.news()]).toEqual([[98, 2, 0], ""]);
    await passHours(40);
    const order = await lastOrder(market);
    expect(order).toMatchObject({
      status: "expired",
      total: 0,
      payment: { status: "void" },
      parcels: [{ status: "expired" }],
    });
    expect(await stock()).toEqual([100, 0, 0]);
    expect(heard(customer, `chưa trả lời được đơn ${order.code} của bạn nên đơn đã được huỷ`)).toBe(1);
    expect(heard(stall, `Đơn ${code} quá hạn`)).toBe(1);
    expect(await callsOf(market)).toMatchObject([{ status: "done" }]);
    await passHours(72);
    expect([stall.news(), office.news(), customer.news(), market.home.deadLetters()]).toEqual(["", "", "", []]);
    expect((await market.home.app.table.query({ pk: "due" })).items).toEqual([]);
  });

  it("is quiet once it was answered, and may be answered from the alert", async () => {
    await ordered();
    await passHours(22);
    await stall.press("Nhận đơn");
    expect(customer.news()).toContain("đã nhận đơn");
    hush();
    await passHours(24);
    expect([stall.news(), office.news(), (await lastOrder(market)).status]).toEqual(["", "", "confirmed"]);
  });

  it("loses the part of the silent producer alone where another has answered", async () => {
    await customer.tell(
      "2 gói miến dong với 1 kg hạt dẻ, Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán",
    );
    await customer.tell("ừ");
    await stall.tell("nhận");
    hush();
    await passHours(88);
    expect(await lastOrder(market)).toMatchObject({
      status: "partly-declined",
      total: 140_000,
      parcels: [{ status: "accepted" }, { status: "expired" }],
    });
    expect(heard(customer, "HTX Tâm Hòa chưa trả lời được phần hàng")).toBe(1);
  });

  it("leaves everybody their time where the program was away for days", async () => {
    const code = await ordered();
    await pass(market, 8 * DAY);
    expect([heard(stall, `Đơn ${code} vẫn chờ`), office.news(), (await lastOrder(market)).status]).toEqual([
      0,
      "",
      "placed",
    ]);
    await passHours(22);
    expect([heard(stall, `Đơn ${code} vẫn chờ`), (await lastOrder(market)).status]).toEqual([1, "placed"]);
    await passHours(40);
    expect([heard(office, `chưa trả lời đơn ${code}`), (await lastOrder(market)).status]).toEqual([1, "expired"]);
  });

  it("is told of once, however often its time comes", async () => {
    const code = await ordered();
    const { id: orderId } = await lastOrder(market);
    market.clock.advance(20 * HOUR);
    const at = market.clock.now();
    for (let again = 0; again < 3; again++) await mindOrder(market.home.app, { orderId, stage: 1, at });
    await market.home.settle();
    expect(heard(stall, `Đơn ${code} vẫn chờ`)).toBe(1);
  });
});

describe("an accepted parcel that does not leave", () => {
  it("is asked after at its producer's, then the office's, and no more once it has left", async () => {
    const code = await ordered();
    await stall.tell("nhận");
    hush();
    await passHours(2 * 24 + 10);
    expect([heard(stall, `Đơn ${code} bạn đã nhận mà chưa thấy gửi`), office.news(), customer.news()]).toEqual([
      1,
      "",
      "",
    ]);
    await passHours(2 * 24);
    expect([stall.news(), heard(office, `nhận đơn ${code} đã lâu mà chưa gửi`)]).toEqual(["", 1]);
    expect(await callsOf(market)).toMatchObject([{ status: "open", interest: `Hỏi đã gửi đơn ${code} chưa` }]);
    await office.tell(`đã gửi ${code} VN123456`);
    expect(await callsOf(market)).toMatchObject([{ status: "done" }]);
    hush();
    await pass(market, 10 * DAY);
    expect([stall.news(), office.news(), customer.news()]).toEqual(["", "", ""]);
  });

  it("is asked after of nobody who sent it in time", async () => {
    await ordered();
    for (const words of ["nhận", "đã gửi, tự giao"]) await stall.tell(words);
    hush();
    await passHours(5 * 24);
    expect([stall.news(), office.news()]).toEqual(["", ""]);
  });
});

describe("a customer who was promised a person", () => {
  const byDay = (): void => {
    market.clock.advance((24 + 9 - 7 - new Date(market.clock.now()).getUTCHours()) * HOUR);
  };

  it("is the producer's of their order to call, then the office's, once each", async () => {
    byDay();
    const code = await ordered();
    await stall.tell("nhận");
    await customer.tell("gặp nhân viên");
    hush();
    await pass(market, 20 * MINUTE);
    await customer.tell("gặp nhân viên");
    hush();
    await pass(market, 10 * MINUTE);
    expect([heard(stall, `Khách của đơn ${code} (Hoa, 0912 345 678) đang chờ`), office.news()]).toEqual([1, ""]);
    await pass(market, 30 * MINUTE);
    expect([stall.news(), heard(office, "đã chờ lâu mà chưa ai trả lời")]).toEqual(["", 1]);
    await pass(market, DAY);
    expect([stall.news(), office.news()]).toEqual(["", ""]);
  });

  it("is the office's at once where they have ordered nothing, and nobody's once they were answered", async () => {
    byDay();
    await customer.tell("gặp nhân viên");
    hush();
    await pass(market, 30 * MINUTE);
    expect(heard(office, "đã chờ lâu mà chưa ai trả lời")).toBe(1);
    const other = market.person("webchat", "900002");
    await other.tell("gặp nhân viên");
    await office.tell("trả lời");
    await office.tell("1");
    await office.tell("Dạ em nghe ạ");
    await office.tell("1");
    await office.tell("xong");
    hush();
    await pass(market, 60 * MINUTE);
    expect(office.news()).toBe("");
  });
});

describe("alerts", () => {
  it.each([
    ["order", 1, "2026-11-23T05:00:00.000Z", "2026-11-23T09:00:00.000Z"],
    ["order", 1, "2026-11-23T12:00:00.000Z", "2026-11-24T00:00:00.000Z"],
    ["order", 1, "2026-11-23T19:00:00.000Z", "2026-11-24T00:00:00.000Z"],
    ["order", 0, "2026-11-23T16:00:00.000Z", "2026-11-23T16:15:00.000Z"],
    ["parcel", 2, "2026-11-23T16:00:00.000Z", undefined],
  ] as const)(
    "of %s at stage %i since %s come at %s: by day, but for whether anybody heard at all",
    (wait, stage, since, at) => {
      expect(dueAt(wait, { stage, since: since as IsoTime })).toBe(at);
    },
  );
});
