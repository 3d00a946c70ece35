import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type IsoDate } from "../../shared/domain/time.ts";
import { findPromoted } from "../../shared/stores/promotions.ts";
import { type PublishProduct } from "../../shared/usecases/publish-product.ts";
import { mien, MIEN, publish } from "../import/goods.ts";
import { openWith, type PromotingHome } from "./promoting-home.ts";
import { wall } from "./walls.ts";

let home: PromotingHome;
beforeEach(async () => {
  home = await openWith(wall("tele"));
});
afterEach(() => home.close());

const facts = (more: Partial<PublishProduct["product"]>): PublishProduct =>
  mien({ product: { ...mien().product, ...more } });

describe("a draft", () => {
  it("says what is known, begins with the mark and names who advertises", async () => {
    const one = await home.announce(facts({ description: "Sợi dai. Chữa đau dạ dày.", photo: "photos/mien.svg" }));
    expect(one.posts[0]!.copy).toEqual({
      title: "[QC] Miến dong Tân Việt Á",
      text: [
        "[QC] OCOP Cao Bằng giới thiệu: Miến dong Tân Việt Á",
        "Giá: 45.000 đ/gói 500g",
        "Nhà sản xuất: HTX nông sản Tân Việt Á",
        "Sợi dai.",
        "Bên quảng cáo: OCOP Cao Bằng",
      ].join("\n"),
      photo: "http://localhost:3000/blobs/photos/mien.png",
      link: { label: "Nhắn tin đặt hàng", url: `https://chat.test/tele?start=${one.code}` },
    });
  });

  it("leads back from its code to the product", async () => {
    const one = await home.announce();
    expect(await findPromoted(home.app.table, one.code)).toEqual({ promotion: one.id, product: MIEN });
  });

  it("leads over a page of ours where a chat's link can't carry a code", async () => {
    home.hang({ ...wall("zalo"), chatLink: () => "https://zalo.test/oa" });
    const one = await home.announce();
    expect(one.posts[0]!.copy.link.url).toBe(`http://localhost:3000/d/${one.code}`);
  });

  it("sends readers of a wall that can't be talked on to the page", async () => {
    home.hang(wall("page", { chat: false }));
    const one = await home.announce();
    expect(one.posts[0]!.copy.link).toEqual({
      label: "Xem sản phẩm",
      url: `http://localhost:3000/san-pham/mien-dong-tan-viet-a?m=${one.code}`,
    });
  });

  it.each([
    ["sample", "Giá: 45.000 đ/gói 500g (giá mẫu)"],
    ["seen", "Giá: 45.000 đ/gói 500g (giá tham khảo, người bán xác nhận khi đặt)"],
  ] as const)("marks a price that is %s", async (priceStatus, line) => {
    expect((await home.announce(facts({ priceStatus }))).posts[0]!.copy.text).toContain(line);
  });

  it("names no price where there is none", async () => {
    const one = await home.announce(mien({ offers: [{ unit: "gói" }] }));
    expect(one.posts[0]!.copy.text).toContain("Giá: nhắn tin để hỏi người bán");
  });

  it.each([
    ["2023-11-24", true],
    ["2023-11-23", false],
  ])("certified on %s shows its stars: %s", async (certifiedOn, shown) => {
    const one = await home.announce(facts({ stars: 4, certifiedOn: certifiedOn as IsoDate }));
    expect(one.posts[0]!.copy.text.includes("OCOP 4 sao")).toBe(shown);
  });

  it("leaves out whole sentences where the wall is short of room", async () => {
    const sentence = "Sợi miến trong, dai, nấu lâu không nát. ";
    const one = await home.announce(facts({ description: sentence.repeat(60), photo: "photos/mien.svg" }));
    const { text, link } = one.posts[0]!.copy;
    expect(text.length + link.url.length + link.label.length + 4).toBeLessThanOrEqual(1024);
    expect(text).toMatch(/nát\.\nBên quảng cáo: OCOP Cao Bằng$/);
  });

  it.each([
    ["is a spirit of unknown strength", { name: "Rượu ngô Bình Long", group: "đồ uống" }],
    ["has 15 %", { name: "Rượu mơ", abv: 15 }],
    ["has some alcohol, and no wall has an age gate", { name: "Rượu mơ", abv: 10 }],
    ["is a drink whose strength nobody stated", { name: "Nước mơ", group: "đồ uống" }],
    ["claims to heal", { name: "Cao trị đau khớp" }],
  ])("is never made of what %s", async (_, more) => {
    await publish(home.app, facts(more));
    await home.settle();
    expect(await home.promotions()).toEqual([]);
    expect(home.log.entries).toContainEqual(expect.objectContaining({ event: "promotion.not-drafted" }));
  });

  it("is made once, however often the event is delivered, and not at all when nothing is to be announced", async () => {
    await publish(home.app, mien({ announce: false }));
    await home.settle();
    expect(await home.promotions()).toEqual([]);
    await Promise.all([home.deliver(), home.deliver()]);
    await home.deliver();
    expect(await home.promotions()).toHaveLength(1);
  });
});
