/** Taking an order back in words: the code that is said decides which, and only among one's own. */
import { describe, expect, it } from "vitest";
import { type Market, type Talker } from "./market.ts";
import { codeIn, link, markets, orderOn, ordersIn } from "./several-channels.ts";

const newMarket = markets();

/** The code of one more order in the same chat. */
async function another(person: Talker): Promise<string> {
  await person.tell("cho mình 1 đơn mới: 1 gói nấm hương");
  return codeIn(await person.tell("ừ"));
}

const standing = async (market: Market): Promise<readonly string[]> =>
  (await ordersIn(market)).filter(({ status }) => status === "placed").map(({ code }) => code);

describe.each(["telegram", "zalo"])("on %s", (channel) => {
  it.each([(code: string) => `huỷ đơn ${code}`, (code: string) => `bỏ đơn ${code.toLowerCase()} giúp mình`])(
    "the older of two orders is cancelled by its code",
    async (words) => {
      const market = await newMarket();
      const hoa = market.person(channel, "910001");
      const [first, second] = [await orderOn(hoa), await another(hoa)];
      expect(await hoa.tell(words(first))).toBe(`Đã huỷ đơn ${first}.`);
      expect(await standing(market)).toEqual([second]);
      expect(await hoa.tell(`huỷ ${first}`)).toBe(`Đơn ${first} đã huỷ từ trước rồi.`);
      expect(await standing(market)).toEqual([second]);
    },
  );

  it("another customer's code and one of nobody's cancel nothing, though one order is open", async () => {
    const market = await newMarket();
    const [hoa, nam] = [market.person(channel, "910001"), market.person(channel, "910002")];
    const [hers, his] = [await orderOn(hoa), await orderOn(nam)];
    for (const code of [his, "ZZZZ2222"])
      expect(await hoa.tell(`huỷ ${code}`)).toBe(
        `Mình không thấy đơn ${code} trong các đơn của bạn, nên chưa huỷ gì cả.`,
      );
    expect((await standing(market)).toSorted()).toEqual([hers, his].toSorted());
  });
});

it("an order of a joined contact is cancelled by its code from here", async () => {
  const market = await newMarket();
  const [zalo, telegram] = [market.person("zalo", "910001"), market.person("telegram", "910002")];
  const code = await orderOn(zalo);
  await link(zalo, telegram);
  await telegram.tell("bỏ giỏ");
  expect(await telegram.tell(`huỷ ${code}`)).toBe(`Đã huỷ đơn ${code}.`);
  expect(await standing(market)).toEqual([]);
});

it("without a code two open orders are asked about", async () => {
  const market = await newMarket();
  const hoa = market.person("telegram", "910001");
  const [first, second] = [await orderOn(hoa), await another(hoa)];
  expect(await hoa.tell("huỷ đơn")).toContain("Bạn muốn huỷ đơn nào?");
  expect((await standing(market)).toSorted()).toEqual([first, second].toSorted());
});
