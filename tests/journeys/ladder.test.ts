/** Notices to staff climb the ladder: chats by rank, then templates, then the office's call list. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tellStaff } from "../../bots/dialogue/tell-staff.ts";
import { type ZaloSimulator } from "../../bots/zalo/simulator.ts";
import { type NoticeKey } from "../../shared/domain/notice.ts";
import { DAY, HOUR, MINUTE } from "../../shared/domain/time.ts";
import { type Table } from "../../shared/ports/table.ts";
import { findClimb } from "../../shared/stores/notices.ts";
import { findProducers, producerWrite } from "../../shared/stores/producers.ts";
import { cancelOrder } from "../../shared/usecases/cancel-order.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { producerId } from "./catalogue.ts";
import { type Market, openMarket } from "./market.ts";
import { alarmsOf, bindOffice, bindStall, callsOf, lastOrder, orderNoodles, pass } from "./staff.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(() => market.close());

/** As a shop that has no template approved. */
const withoutTemplates = async (): Promise<void> => {
  await market.close();
  market = await openMarket({ unset: ["ZALO_TEMPLATE_PARCEL"] });
};

const LANDLINE = "0206 385 2345";
const MOBILE = "0912 000 111";

async function phoneOfProducer(phone: string): Promise<void> {
  const { table } = market.home.app;
  const producer = (await findProducers(table, [producerId(0)])).get(producerId(0))!;
  await table.commit([producerWrite({ ...producer, phone }, { version: producer.version })], { token: "phone" });
}

const zalo = (): ZaloSimulator => market.simulators.get("zalo") as ZaloSimulator;

describe("a producer who is reached", () => {
  it("on a rung is looked for on no other", async () => {
    const [telegram, bot, office] = [
      await bindStall(market, "telegram", "700001"),
      await bindStall(market, "zalobot", "700002"),
      await bindOffice(market),
    ];
    await orderNoodles(market);
    expect(bot.news()).toContain("Có đơn mới");
    expect([telegram.news(), office.news(), await callsOf(market)]).toEqual(["", "", []]);
    await pass(market, 3 * HOUR);
    expect([telegram.news(), office.news(), alarmsOf(market)]).toEqual(["", "", []]);
  });

  it("has all phones of one rung told", async () => {
    const [one, other] = [await bindStall(market, "zalo", "700001"), await bindStall(market, "zalo", "700002")];
    await orderNoodles(market);
    expect([one.news(), other.news()].map((news) => news.includes("Có đơn mới"))).toEqual([true, true]);
  });

  it("hears once, however often the event comes", async () => {
    const stall = await bindStall(market, "telegram", "700001");
    const notice = await orderNoodles(market);
    expect(stall.news()).toContain("Có đơn mới");
    const dueBefore = await market.home.app.table.query({ pk: "due" });
    for (let again = 0; again < 3; again++) await tellStaff(market.home.app, notice);
    await market.home.settle();
    const due = await market.home.app.table.query({ pk: "due" });
    expect([stall.news(), due.items]).toEqual(["", dueBefore.items]);
  });
});

describe("a producer whose Zalo has been silent for 8 days", () => {
  it("gets a template in that chat", async () => {
    const stall = await bindStall(market, "zalo", "700001");
    const office = await bindOffice(market);
    await pass(market, 8 * DAY);
    const { parcel } = await orderNoodles(market);
    const seen = stall.news();
    expect(seen).toContain(`Đơn hàng ${parcel}: Đơn mới, chờ bạn nhận\nMiến dong Tân Việt Á\n140.000`);
    expect(seen).not.toContain("Hoa");
    expect([office.news(), await callsOf(market)]).toEqual(["", []]);
  });

  it("is reached by the phone of the catalogue when the account was left", async () => {
    const stall = await bindStall(market, "zalo", "700001");
    await stall.block(true);
    await phoneOfProducer(MOBILE);
    zalo().ownsNumber("700009", MOBILE);
    const phone = market.person("zalo", "700009");
    await orderNoodles(market);
    expect([stall.news(), phone.news().split("\n")[0]]).toEqual([
      "",
      `Đơn hàng ${(await lastOrder(market)).parcels[0]!.code}: Đơn mới, chờ bạn nhận`,
    ]);
  });

  it("is called by the office where no template is approved, and the call ends with the decision", async () => {
    await withoutTemplates();
    const stall = await bindStall(market, "zalo", "700001");
    const office = await bindOffice(market);
    await phoneOfProducer(LANDLINE);
    await pass(market, 8 * DAY);
    const { parcel } = await orderNoodles(market);
    expect(stall.news()).toBe("");
    expect(office.news()).toContain(
      `Không nhắn được cho HTX Tân Việt Á, văn phòng gọi giúp:\nĐiện thoại nhà sản xuất: 0206 385 2345\nCó đơn mới, mã ${parcel}`,
    );
    const call = { name: "HTX Tân Việt Á", phone: "02063852345", interest: `Báo đơn mới ${parcel}` };
    expect(await callsOf(market)).toEqual([{ ...call, status: "open" }]);
    expect(await stall.tell("nhận")).toContain("Đã nhận đơn");
    expect(await callsOf(market)).toEqual([{ ...call, status: "done" }]);
  });

  it("is told on Zalo Bot before Telegram, and on Telegram before any template", async () => {
    const stall = await bindStall(market, "zalo", "700001");
    const telegram = await bindStall(market, "telegram", "700002");
    await pass(market, 8 * DAY);
    await orderNoodles(market);
    expect([stall.news(), telegram.news().includes("Có đơn mới")]).toEqual(["", true]);
    const bot = await bindStall(market, "zalobot", "700003");
    await orderNoodles(market);
    expect([stall.news(), telegram.news(), bot.news().includes("Có đơn mới")]).toEqual(["", "", true]);
  });
});

describe("a provider that is away", () => {
  it("is given two minutes, in which the notice may still arrive", async () => {
    const [stall, telegram] = [
      await bindStall(market, "zalo", "700001"),
      await bindStall(market, "telegram", "700002"),
    ];
    zalo().fault({ kind: "rate-limited", retryAfterS: 5 });
    await orderNoodles(market);
    expect([stall.news(), telegram.news()]).toEqual(["", ""]);
    await pass(market, 1 * MINUTE);
    expect(stall.news()).toContain("Có đơn mới");
    await pass(market, 20 * MINUTE);
    expect([stall.news(), telegram.news(), alarmsOf(market)]).toEqual(["", "", []]);
  });

  it("is passed by then, and what it kept still arrives once it is back", async () => {
    const [stall, telegram] = [
      await bindStall(market, "zalo", "700001"),
      await bindStall(market, "telegram", "700002"),
    ];
    zalo().fault({ kind: "server-error", times: 2 });
    const notice = await orderNoodles(market);
    await tellStaff(market.home.app, notice);
    expect(telegram.news()).toBe("");
    // One try more after a minute; then the time of this rung is over.
    await pass(market, 1 * MINUTE);
    await pass(market, 1 * MINUTE);
    expect(telegram.news()).toContain("Có đơn mới");
    await pass(market, 20 * MINUTE);
    expect([stall.news().split("Có đơn mới").length - 1, telegram.news()]).toEqual([1, ""]);
  });
});

describe("a crash between two rungs", () => {
  it.each([
    [1, "before the first was noted"],
    [2, "when the second was reached and not yet noted"],
  ])("(%i: %s) goes on where it stood, and tells nobody twice", async (crashAt) => {
    await withoutTemplates();
    const [stall, telegram] = [
      await bindStall(market, "zalo", "700001"),
      await bindStall(market, "telegram", "700002"),
    ];
    await stall.block(true);
    const { orderId, parcel } = await orderNoodles(market);
    expect(telegram.news()).toContain("Có đơn mới");
    const { app } = market.home;
    const { conversation } = await lastOrder(market);
    await carryOut(app, () => cancelOrder(app, { order: orderId, conversation }));
    const notice: NoticeKey = { orderId, parcel, about: "cancelled" };
    await expect(tellStaff({ ...app, table: dyingAt(crashAt) }, notice)).rejects.toThrow("killed");
    const sent = crashAt === 2 ? 1 : 0;
    expect(telegram.news().split("Khách đã huỷ").length - 1).toBe(sent);
    await market.home.settle();
    expect(telegram.news().split("Khách đã huỷ").length - 1).toBe(1 - sent);
    expect(await findClimb(app.table, notice)).toMatchObject({ heardAt: market.clock.now(), rounds: 0 });
    expect(stall.news()).toBe("");
  });
});

/** The process ends when it is about to note its so-manieth rung. */
function dyingAt(count: number): Table {
  const { table } = market.home.app;
  let noted = 0;
  return {
    get: (...args) => table.get(...args),
    getMany: (...args) => table.getMany(...args),
    query: (...args) => table.query(...args),
    commit: (writes, options) => {
      const notes = writes.some((write) => "item" in write && write.item.pk.startsWith("notice#"));
      if (notes && ++noted === count) return Promise.reject(new Error("killed"));
      return table.commit(writes, options);
    },
  };
}

it("tells of a cancelled order by the same ladder", async () => {
  const stall = await bindStall(market, "zalo", "700001");
  await pass(market, 8 * DAY);
  const { parcel } = await orderNoodles(market);
  expect(stall.news()).toContain("Đơn mới");
  await market.person("webchat", "900001").tell("huỷ đơn");
  await market.person("webchat", "900001").tell("ừ");
  expect((await lastOrder(market)).status).toBe("cancelled");
  expect(stall.news()).toContain(`Đơn hàng ${parcel}: Khách đã huỷ đơn`);
});
