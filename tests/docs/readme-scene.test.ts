/** The five minutes of the README, played on the sample shop as it is sown: what it says to write is answered as it says. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { channels } from "../../bots/index.ts";
import { seedOnce } from "../../local/seed/seed-once.ts";
import { MINUTE } from "../../shared/domain/time.ts";
import { CHATS, type Market, openMarket, type Talker } from "../journeys/market.ts";
import { README, README_VI, textOf } from "./papers.ts";

const WISH = "cho mình 2 gói nấm hương Việt Trúc Mai";
const WHO = "Hoa, 0912 345 678, số 25 Hoàng Đình Giong, phường Thục Phán, Cao Bằng";
const LISTING = "Miến dong Phia Đén mới, 85k gói 500g, còn 100 gói";
const OTHER_WISH = "cho mình 3 gói miến dong Phia Đén";
const FAIR = "UBND xã Trùng Khánh tổ chức Lễ hội Hạt dẻ từ 12 đến 14/12 tại sân vận động xã Trùng Khánh";
const MOVED = "Lễ hội Hạt dẻ dời sang 19-20/12";
/** In the first paragraph, in quotation marks. */
const FIRST = "cho mình 2 hộp bánh khảo Cô Hải với 1 kg lạp sườn Tâm Hòa";

let market: Market;
beforeEach(async () => {
  market = await openMarket({ stocked: false });
  await seedOnce(market.home);
  await market.home.settle();
});
afterEach(() => market.close());

async function order(customer: Talker, wish: string): Promise<string> {
  await customer.tell(wish);
  await customer.tell(WHO);
  return customer.tell("ừ");
}

it.each([README, README_VI])("%s says to write what is tried here", (readme) => {
  const text = textOf(readme);
  for (const words of [
    WISH,
    WHO,
    LISTING,
    OTHER_WISH,
    FAIR,
    MOVED,
    "báo hội chợ",
    "bỏ qua",
    "ừ",
    "đơn của tôi",
    "huỷ",
    "gặp nhân viên",
    "có hội chợ nào không",
  ])
    expect(text).toContain(`\`${words}\``);
  for (const words of [
    `"${FIRST}"`,
    "**Gắn máy này**",
    "**Đăng**",
    "**Nhận đơn**",
    "**Từ chối**",
    "**Ban tổ chức hội chợ**",
    "**Báo hội chợ**",
  ])
    expect(text).toContain(words);
});

describe.each(CHATS)("on %s", (channel) => {
  it("a customer orders, looks, takes it back, calls a person and asks for fairs", async () => {
    const customer = market.person(channel, "900001", "Hoa");
    expect(await customer.tell(WISH)).toContain("Giỏ của bạn:\n1. Nấm hương Việt Trúc Mai: 2 gói");
    expect(await customer.tell(WHO)).toContain("Bạn xem lại đơn");
    expect(await customer.tell("ừ")).toMatch(/Mã đơn [A-Z2-9]{8}/);
    expect(await customer.tell("đơn của tôi")).toContain("chờ người bán xác nhận");
    expect(await customer.tell("huỷ")).toContain("Đã huỷ đơn");
    expect(await customer.tell("có hội chợ nào không")).toContain("Hội chợ, lễ hội sắp tới:\n1. ");
    expect(await customer.tell("gặp nhân viên")).toContain("Mình đã ghi lại để người phụ trách liên hệ");
  });

  it("the first sentence of all puts both goods into a cart", async () => {
    const customer = market.person(channel, "900002", "Hoa");
    expect(await customer.tell(FIRST)).toMatch(/1\. Bánh khảo Cô Hải: 2 hộp .*\n2\. Lạp sườn Tâm Hòa: 1 kg /);
  });

  it("a producer lists from one sentence, is posted on every wall, and accepts what is ordered", async () => {
    const stall = market.person(channel, "700001", "Chị Lý");
    await stall.tell(await market.invite("co-so-san-xuat-truc-mai"));
    expect(await stall.tell(LISTING)).toContain("ảnh");
    await stall.tell("không có ảnh");
    expect(await stall.press("Đăng")).toContain("Đã đăng Miến dong Phia Đén");
    for (let minute = 0; minute < 3; minute++) {
      market.clock.advance(MINUTE);
      await market.home.settle();
    }
    for (const { name } of channels.filter(({ wall }) => wall !== undefined))
      expect(
        market.simulators
          .get(name)
          ?.wall()
          .map(({ text }) => text.slice(0, 4)),
        name,
      ).toEqual(["[QC]"]);

    const customer = market.person("zalo", "900003", "Hoa");
    stall.news();
    expect(await order(customer, OTHER_WISH)).toContain("Mã đơn");
    expect(stall.news()).toContain("1. Miến dong Phia Đén: 3 gói");
    await stall.press("Nhận đơn");
    expect(customer.news()).toContain("đã nhận đơn");
  });

  it("an organizer announces a fair from one sentence and moves it, and a customer hears of it", async () => {
    const organizer = market.person(channel, "700007", "Anh Quang");
    await organizer.tell(await market.invite({ role: "organizer" }));
    expect(await organizer.tell("báo hội chợ")).toContain("tên là gì");
    expect(await organizer.tell(FAIR)).toContain("bỏ qua");
    expect(await organizer.tell("bỏ qua")).toContain("Thời gian: 12–14/12/2026");
    expect(await organizer.press("Báo hội chợ")).toContain("Đã báo Lễ hội Hạt dẻ");
    await organizer.tell(MOVED);
    expect(await organizer.press("Báo hội chợ")).toContain("Đã sửa Lễ hội Hạt dẻ");
    for (let minute = 0; minute < 3; minute++) {
      market.clock.advance(MINUTE);
      await market.home.settle();
    }
    for (const { name } of channels.filter(({ wall }) => wall !== undefined))
      expect(market.simulators.get(name)?.wall().length, name).toBe(1);
    const customer = market.person("zalo", "900003", "Hoa");
    expect(await customer.tell("có hội chợ nào không")).toContain("Lễ hội Hạt dẻ: 19–20/12/2026");
  });
});
