/** A notice that nobody of the staff got in 15 minutes raises an alarm, and is told as soon as somebody can be reached. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seekHearer } from "../../bots/dialogue/tell-staff.ts";
import { unheardProblem } from "../../local/commands/unheard.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../shared/domain/time.ts";
import { findClimb, unheardNotices } from "../../shared/stores/notices.ts";
import { type Market, openMarket } from "./market.ts";
import { alarmsOf, bindOffice, bindStall, callsOf, orderNoodles, pass } from "./staff.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(() => market.close());

describe("a notice that nobody got", () => {
  it("raises the alarm after 15 minutes, once, and reaches the office that is bound later", async () => {
    const notice = await orderNoodles(market);
    expect(await callsOf(market)).toMatchObject([{ status: "open", name: "HTX Tân Việt Á" }]);
    await pass(market, 15 * MINUTE - 1);
    expect(alarmsOf(market)).toEqual([]);
    await pass(market, 1);
    expect(alarmsOf(market)).toMatchObject([
      { level: "error", fields: { about: "placed", parcel: notice.parcel, order: notice.orderId } },
    ]);
    const unheard = () => Array.fromAsync(unheardNotices(market.home.app.table), ({ parcel }) => parcel);
    expect(await unheard()).toEqual([notice.parcel]);
    expect(await unheardProblem(market.home.app)).toContain(
      `1 have reached nobody, neither the producer nor the office: ${notice.parcel} (placed)`,
    );
    await pass(market, 60 * MINUTE);
    const office = await bindOffice(market);
    expect(office.news()).toBe("");
    await pass(market, 60 * MINUTE);
    expect(office.news().split("chưa gắn máy nào").length - 1).toBe(1);
    expect([await unheard(), alarmsOf(market).length]).toEqual([[], 1]);
    expect(await unheardProblem(market.home.app)).toBeUndefined();
    await pass(market, HOUR);
    expect([office.news(), (await callsOf(market)).length]).toEqual(["", 1]);
  });

  it("is not looked after twice when its time comes twice", async () => {
    const notice = await orderNoodles(market);
    await pass(market, 15 * MINUTE);
    const due = async () => (await market.home.app.table.query({ pk: "due" })).items;
    const before = await due();
    await seekHearer(market.home.app, { ...notice, rounds: 0 });
    expect([await due(), alarmsOf(market).length]).toEqual([before, 1]);
  });

  it("reaches its hearer once when a provider was away for long", async () => {
    await market.close();
    market = await openMarket({ unset: ["ZALO_TEMPLATE_PARCEL"] });
    const stall = await bindStall(market, "zalo", "700001");
    // At once, and after 1, 3 and 7 minutes and a second; the next try would be a second after the alarm.
    market.simulators.get("zalo")?.fault({ kind: "server-error", times: 4 });
    await orderNoodles(market);
    for (const seconds of [61, 120, 240]) await pass(market, seconds * SECOND);
    expect([stall.news(), alarmsOf(market)]).toEqual(["", []]);
    await pass(market, 479 * SECOND);
    expect([stall.news().split("Có đơn mới").length - 1, alarmsOf(market).length]).toEqual([1, 1]);
    await pass(market, 3 * HOUR);
    expect([stall.news(), await Array.fromAsync(unheardNotices(market.home.app.table))]).toEqual(["", []]);
  });

  it("is forgotten once its parcel is decided", async () => {
    const notice = await orderNoodles(market);
    await pass(market, 20 * MINUTE);
    const stall = await bindStall(market, "telegram", "700001");
    await stall.tell("nhận");
    expect(await Array.fromAsync(unheardNotices(market.home.app.table))).toEqual([]);
    expect(await callsOf(market)).toMatchObject([{ status: "done" }]);
    await pass(market, DAY);
    expect([(await findClimb(market.home.app.table, notice)).rounds, alarmsOf(market).length, stall.news()]).toEqual([
      1,
      1,
      "",
    ]);
  });
});
