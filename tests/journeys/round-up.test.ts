/** A province's first list: every wall tells of it in one post that its provider takes, and the post's code opens the list in chat. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCsv } from "../../local/commands/read-csv.ts";
import { DAY } from "../../shared/domain/time.ts";
import { allPromotions } from "../../shared/stores/promotions.ts";
import { rebuildCatalogue } from "../../shared/stores/catalogue.ts";
import { importCatalogue } from "../../shared/usecases/import-catalogue.ts";
import { CHATS, type Market, openMarket } from "./market.ts";

const PHOTO = "https://photos.test/dac-san.jpg";
const NAME = "đặc sản vùng cao làm theo cách của ông bà để lại";
const LIST = [
  "id,name,producer,unit,price_vnd,commune,photo",
  ...Array.from(
    { length: 53 },
    (_, place) => `n${place},Món ${place} ${NAME},HTX ${place % 12},gói,${45_000 + place},Xã ${place % 9},${PHOTO}`,
  ),
].join("\n");

let market: Market;
beforeEach(async () => {
  market = await openMarket();
  await importCatalogue(market.home.app, readCsv(LIST).rows, { verifiedBy: "import" });
  await rebuildCatalogue(market.home.app);
  await market.home.settle();
});
afterEach(() => market.close());

const roundUp = async () => {
  const all = await Array.fromAsync(allPromotions(market.home.app.table));
  return all.find(({ occasion }) => occasion === "catalogue-extended")!;
};

it("stands on every wall at once, whole, and the products follow two a day", async () => {
  const walls = [...market.simulators].filter(([name]) => ["telegram", "zalo", "facebook"].includes(name));
  market.clock.advance(60_000);
  await market.home.settle();
  for (const [, simulator] of walls) {
    const [post, ...others] = simulator.wall();
    expect(others).toEqual([]);
    expect(post!.text).toContain("[QC] OCOP Cao Bằng giới thiệu 53 sản phẩm mới lên chợ");
    expect(post!.text).toContain("Của 12 nhà sản xuất ở 9 xã, phường");
    const named = post!.text.match(new RegExp(`• Món \\d+ ${NAME}: 45\\.0\\d\\d đ/gói`, "g"))!.length;
    expect(post!.text).toContain(`và ${53 - named} sản phẩm khác`);
    expect(post!.text).toContain("Bên quảng cáo: OCOP Cao Bằng");
    expect(named).toBeGreaterThan(5);
  }
  expect((await roundUp()).posts.map(({ wall, status }) => [wall, status])).toEqual(
    walls.map(([name]) => [name, "posted"]),
  );
  market.clock.advance(DAY);
  await market.home.settle();
  const { length } = market.simulators.get("telegram")!.wall();
  expect(length).toBe(3);
});

describe.each(CHATS)("on %s", (channel) => {
  it("the post's code shows the new products, and the first of them by its number", async () => {
    const person = market.person(channel, "900001");
    const told = await person.tell((await roundUp()).code);
    expect(told).toContain("Hàng mới lên chợ:");
    expect(told).toContain(`1. Món 0 ${NAME}: 45.000 đ/gói`);
    expect(told).not.toContain("Miến dong");
    expect(await person.tell("1")).toContain("HTX 0");
  });
});

it("a link with the code opens the same list on Telegram", async () => {
  const person = market.person("telegram", "900002");
  await person.start((await roundUp()).code);
  await market.home.settle();
  expect(person.news()).toContain("Hàng mới lên chợ:");
});
