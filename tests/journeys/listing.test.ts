/** A producer puts a product on sale from a phone, and the walls carry it. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MINUTE } from "../../shared/domain/time.ts";
import { channels } from "../../bots/index.ts";
import { CHATS, type Market, openMarket } from "./market.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(() => market.close());

const WALLS = channels.filter(({ wall }) => wall !== undefined).map(({ name }) => name);

/** Lets the walls that work slowly finish. */
async function passMinutes(count: number): Promise<void> {
  for (let minute = 0; minute < count; minute++) {
    market.clock.advance(MINUTE);
    await market.home.settle();
  }
}

const posts = (): string[] =>
  WALLS.flatMap((name) =>
    market.simulators
      .get(name)!
      .wall()
      .map(({ text }) => `${name}: ${text}`),
  );

describe.each(CHATS)("on %s", (channel) => {
  it("lists a product from a sentence and what was left out of it, and posts it on every wall", async () => {
    const stall = market.person(channel, "700001", "Chị Lan");
    await stall.tell(await market.invite("htx-0"));
    expect(await stall.tell("Bún ngũ sắc mới, 45k gói 500g")).toContain("Còn bao nhiêu");
    expect(await stall.tell("60")).toContain("ảnh");
    expect(await stall.tell("không có ảnh")).toContain("Bún ngũ sắc\nGiá: 45.000 đ/gói 500g\nSố lượng: 60 gói");
    expect(await stall.press("Đăng")).toContain("Đã đăng Bún ngũ sắc");
    await passMinutes(3);

    expect(posts()).toHaveLength(WALLS.length);
    for (const post of posts()) {
      expect(post).toMatch(/\[QC\]/);
      expect(post).toContain("HTX Tân Việt Á");
      expect(post).toContain("45.000 đ");
    }
    const customer = market.person(channel, "900001");
    expect(await customer.tell("cho 3 gói bún ngũ sắc")).toContain("Bún ngũ sắc: 3 gói = 135.000 đ");
  });

  it("takes a picture with one sentence as the whole listing", async (context) => {
    context.skip(channel === "webchat", "the web chat takes no pictures");
    const stall = market.person(channel, "700001", "Chị Lan");
    await stall.tell(await market.invite("htx-0"));
    const png = Uint8Array.from(
      Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
        "base64",
      ),
    );
    await stall.sendPhoto({ bytes: png, type: "image/png" }, "Miến dong Phia Đén mới, 85k gói 500g, còn 100 gói");
    await market.home.settle();
    expect(stall.news()).toContain("Miến dong Phia Đén\nGiá: 85.000 đ/gói 500g\nSố lượng: 100 gói");
    await stall.tell("ừ");
    await passMinutes(3);
    expect(posts()).toHaveLength(WALLS.length);
  });

  it("begins another listing where another product is told of, and answers nothing of the last with it", async () => {
    const stall = market.person(channel, "700001", "Chị Lan");
    await stall.tell(await market.invite("htx-0"));
    expect(await stall.tell("Nấm hương khô loại 1, giá 1tr2/kg, còn 10kg")).toContain("ảnh");
    const next = await stall.tell("Mắc ca rang 95k hộp 300g còn 50");
    expect(next).toContain("Nấm hương khô loại 1 chưa đăng");
    expect(await stall.tell("không có ảnh")).toContain("Mắc ca rang\nGiá: 95.000 đ/hộp 300g\nSố lượng: 50 hộp");
  });

  it("lets nobody sell who is not bound to a producer", async () => {
    const stranger = market.person(channel, "900009");
    await stranger.tell("Bún ngũ sắc mới, 45k gói 500g, còn 60 gói");
    await stranger.tell("đăng");
    await passMinutes(1);
    expect(posts()).toEqual([]);
  });
});
