/** A yes to "shall I tell you when its season comes?": one message about that thing, on that morning; none after a stop. */
import { beforeEach, describe, expect, it } from "vitest";
import { handler as tick } from "../../functions/tick.ts";
import { type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { publishProduct } from "../../shared/usecases/publish-product.ts";
import { allLeads } from "../../shared/stores/leads.ts";
import { producerId } from "./catalogue.ts";
import { CHATS, type Market } from "./market.ts";
import { markets } from "./several-channels.ts";
import { bindOffice } from "./staff.ts";

const newMarket = markets();
let market: Market;

const SEASONAL = [
  ["hong", "Hồng vành khuyên", { from: "09-15", to: "10-31" }],
  ["cam", "Cam Trưng Vương", { from: "12-05", to: "01-31" }],
  ["le", "Lê Đông Khê", { from: "08-01", to: "09-30" }],
] as const;

beforeEach(async () => {
  market = await newMarket();
  const { app } = market.home;
  for (const [id, name, season] of SEASONAL)
    await carryOut(app, () =>
      publishProduct(app, {
        product: {
          ...{ id: id as ProductId, name, producer: producerId(0), kind: "goods", group: "thực phẩm", aliases: [] },
          ...({ units: [{ unit: "kg" }], priceStatus: "known", status: "published", season } as const),
        },
        offers: [{ unit: "kg", price: vnd(60_000) }],
        announce: false,
      }),
    );
  await market.home.settle();
});

async function at(time: string): Promise<void> {
  market.clock.set(time);
  await tick.run(market.home.app);
  await market.home.settle();
}

const OPENED = "Hồng vành khuyên vào mùa rồi, như bạn dặn mình nhắn. Bạn xem và đặt ngay tại đây nhé.";

const REACHED = CHATS.filter((channel) => channel !== "zalo");

it("the office hears of it where the channel takes no message any more, and the wish stays open", async () => {
  const desk = await bindOffice(market);
  const hoa = market.person("zalo", "920001");
  for (const said of ["cho 2kg cam trưng vương", "ừ"]) await hoa.tell(said);
  desk.news();
  await at("2026-12-05T01:00:00.000Z");
  expect(hoa.news()).toBe("");
  expect(desk.news()).toContain("Cam Trưng Vương vào mùa, khách dặn báo nhưng kênh không cho nhắn nữa");
  expect((await Array.fromAsync(allLeads(market.home.app.table))).map(({ status }) => status)).toEqual(["open"]);
});

describe.each(REACHED)("on %s", (channel) => {
  it("the yes is answered as such, and told once when the season comes", async () => {
    const hoa = market.person(channel, "920001");
    expect(await hoa.tell("cho 2kg hồng vành khuyên")).toContain("Khi có hàng mình nhắn bạn nhé?");
    expect(await hoa.tell("ừ")).toBe(
      "Mình ghi lại rồi: vào mùa (15/09/2027) mình nhắn bạn một tin về Hồng vành khuyên. Không cần nữa thì nhắn “TC”.",
    );
    await at("2027-09-15T00:59:00.000Z");
    expect(hoa.news()).toBe("");
    await at("2027-09-15T01:00:00.000Z");
    expect(hoa.news()).toContain(OPENED);
    await at("2027-09-16T01:00:00.000Z");
    expect(hoa.news()).toBe("");
    expect((await Array.fromAsync(allLeads(market.home.app.table))).map(({ status }) => status)).toEqual(["done"]);
  });
});

it("two things are awaited each by itself, and one asked for again is noted once", async () => {
  const hoa = market.person("telegram", "920001");
  for (const said of ["cho 2kg hồng vành khuyên", "ừ", "cho 1kg lê đông khê", "ừ", "cho 2kg hồng vành khuyên", "ừ"])
    await hoa.tell(said);
  await at("2027-08-01T01:00:00.000Z");
  expect(hoa.news()).toContain("Lê Đông Khê vào mùa rồi");
  await at("2027-09-15T01:00:00.000Z");
  expect(hoa.news()).toBe(OPENED);
});

it("a stop takes every wish back", async () => {
  const hoa = market.person("telegram", "920001");
  for (const said of ["cho 2kg hồng vành khuyên", "ừ", "cho 1kg lê đông khê", "ừ"]) await hoa.tell(said);
  expect(await hoa.tell("TC")).toBe("Mình sẽ không gửi tin quảng bá cho bạn nữa.");
  await at("2027-08-01T01:00:00.000Z");
  await at("2027-09-15T01:00:00.000Z");
  expect(hoa.news()).toBe("");
  expect(await Array.fromAsync(allLeads(market.home.app.table))).toEqual([]);
});
