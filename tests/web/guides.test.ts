/** Paper can't be corrected once it hangs at a stall: each guide is played on every channel, line by line. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ProducerId } from "../../shared/domain/ids.ts";
import { vi as bot } from "../../bots/dialogue/text.vi.ts";
import { vnd } from "../../shared/domain/money.ts";
import { producerWrite } from "../../shared/stores/producers.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { publishProduct } from "../../shared/usecases/publish-product.ts";
import { guidesOf } from "../../web/storefront/guides/all.vi.ts";
import { example } from "../../web/storefront/guides/example.vi.ts";
import { type Said, type Screen } from "../../web/storefront/guides/guide.ts";
import { CHATS, type Market, openMarket, type Talker } from "../journeys/market.ts";
import { bindOffice } from "../journeys/staff.ts";
import { get } from "./site.ts";

const PNG = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  ),
);

let market: Market;
beforeEach(async () => {
  market = await openMarket({ stocked: false });
  const seller = {
    id: "htx-mau" as ProducerId,
    slug: "htx-mau",
    name: example.seller,
    status: "verified",
  } as const;
  await market.home.app.table.commit([producerWrite(seller, "absent")], { token: "seller" });
});
afterEach(() => market.close());

const talkOf = (screens: readonly Screen[]): readonly Said[] =>
  screens.flatMap((screen) => (screen.on === "phone" ? screen.talk : []));

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Codes are the shop's to choose, and times are the clock's; what the sample shop marks as invented is unmarked on paper. */
const asPrinted = (line: string): RegExp =>
  new RegExp(
    escaped(line)
      .replaceAll(example.code, "[A-Z2-9]{8}")
      .replaceAll(example.chat, "[0-9]{4}")
      .replaceAll(example.at, String.raw`\d\d:\d\d \d\d/\d\d/\d{4}`),
    "i",
  );
const unmarked = (text: string): string => text.replaceAll(" (giá mẫu)", "");

/** One page in somebody's hand. */
function follow(slug: string, person: Talker, { invitation = "", photos = true } = {}) {
  const steps = guidesOf(market.home.app.shop).find((guide) => guide.slug === slug)?.steps ?? [];
  const say = async ({ text, photo }: Said): Promise<string> => {
    if (!photo) return person.tell(text === example.invitation ? invitation : text);
    if (!photos) return (await person.tell(text)) + (await person.tell("không có ảnh"));
    await person.sendPhoto({ bytes: PNG, type: "image/png" }, text);
    await market.home.settle();
    return person.news();
  };
  return async (...places: readonly number[]): Promise<void> => {
    for (const place of places) {
      const talk = talkOf(steps[place - 1]?.screens ?? []);
      expect(talk.length, `${slug}, step ${place}`).toBeGreaterThan(0);
      let heard = talk[0]?.by === "shop" ? unmarked(person.news()) : "";
      for (const said of talk) {
        if (said.by === "you") heard = unmarked(await say(said));
        else for (const line of said.text.split("\n")) expect(heard, `${slug}, step ${place}`).toMatch(asPrinted(line));
      }
    }
  };
}

/** On the shelf without anybody's phone: the seller is not bound. */
async function publishNoodles(): Promise<void> {
  const { app } = market.home;
  const { product: name, unit } = example;
  await carryOut(app, () =>
    publishProduct(app, {
      product: { name, producer: "htx-mau" as ProducerId, units: [{ unit }], status: "published" },
      offers: [{ unit, price: vnd(60_000), onHand: 100 }],
      announce: false,
    }),
  );
  await market.home.settle();
}

describe.each(CHATS)("on %s", (channel) => {
  it("the customer's and the producer's page say what is heard, word for word", async () => {
    await bindOffice(market);
    const stall = market.person(channel, "700001", "Chị Lan");
    const buyer = market.person(channel, "900001", "Hoa");
    const invitation = await market.invite("htx-mau");
    const sell = follow("nha-san-xuat", stall, { invitation, photos: channel !== "webchat" });
    const buy = follow("khach", buyer);
    await sell(1, 2, 3);
    await buy(1, 2, 3);
    await sell(4, 5);
    await buy(4, 5, 6);
    await sell(6);
  });

  it("what the tips say to type is understood", async () => {
    const stall = market.person(channel, "700001", "Chị Lan");
    await follow("nha-san-xuat", stall, { invitation: await market.invite("htx-mau"), photos: false })(1, 2, 3);
    const buyer = market.person(channel, "900001", "Hoa");
    await buyer.tell("cho mình 2 gói miến dong");
    expect(await buyer.tell("thôi không lấy miến dong")).toContain("Đã bỏ Miến dong");
    expect(await buyer.tell("xem hàng")).toContain("nhóm hàng nào");
    expect(await buyer.tell("ngừng nhận tin")).toContain("không gửi tin quảng bá");
    expect(await stall.tell("Miến dong, 65k một gói, còn 50 gói")).not.toContain("chưa hiểu");
    await stall.tell("không có ảnh");
    await stall.tell("đăng");
    expect(unmarked(await buyer.tell("cho mình 2 gói miến dong"))).toContain("Miến dong: 2 gói = 130.000 đ");
  });

  it("the office is told what its page shows", async () => {
    const office = market.person(channel, "700009", "Chị Thu");
    const watch = follow("van-phong", office, { invitation: await market.invite({ role: "office" }) });
    await watch(3);
    await publishNoodles();
    const wholesaler = market.person("zalo", "900003", example.name);
    await wholesaler.tell("cho hỏi giá sỉ miến dong");
    await wholesaler.tell("Hoa 0912345678");
    const buyer = market.person("zalo", "900001", example.name);
    await follow("khach", buyer)(1, 2, 3);
    const news = office.news();
    expect(news).toContain(bot.newLead(example.product, example.name, example.phone.replaceAll(" ", "")));
    expect(news).toContain(bot.officeUnbound(example.seller));

    const asker = market.person("zalo", "900002", example.name);
    await asker.tell("gặp nhân viên");
    await watch(5);
    expect(asker.news()).toContain(example.staff);
  });

  it("an organizer announces a fair and moves it, as their page shows", async () => {
    const organizer = market.person(channel, "700007", "Anh Quang");
    const tell = follow("ban-to-chuc", organizer, { invitation: await market.invite({ role: "organizer" }) });
    await tell(1, 2, 3, 4, 5, 6);
    const customer = market.person(channel, "900001", "Hoa");
    expect(await customer.tell("có hội chợ nào không")).toContain("1. Hội chợ OCOP: 21–23/12/2026, phố đi bộ Kim Đồng");
    expect(await organizer.tell("hội của tôi")).toContain("1. Hội chợ OCOP, 21–23/12/2026");
    expect(await organizer.tell("có hội chợ nào không")).toContain("1. Hội chợ OCOP");
    expect(await organizer.tell("báo hội chợ")).toContain("tên là gì");
    expect(await organizer.tell("mua")).toContain("mua như khách");
  });
});

describe("the pages", () => {
  it("lead to a sheet for each, and have none for anybody else", async () => {
    const { text } = await get(market.home.app, "/huong-dan");
    const paths = [...text.matchAll(/href="(\/huong-dan\/[^"]+)"/g)].map(([, path]) => path ?? "");
    expect(paths).toEqual([
      "/huong-dan/khach",
      "/huong-dan/nha-san-xuat",
      "/huong-dan/ban-to-chuc",
      "/huong-dan/van-phong",
    ]);
    for (const path of paths) expect((await get(market.home.app, path)).status).toBe(200);
    expect((await get(market.home.app, "/huong-dan/vua")).status).toBe(404);
  });
});
