import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inflateSync } from "node:zlib";
import { handler as draft } from "../../functions/draft-promotion.ts";
import { handler as refresh } from "../../functions/refresh-catalogue.ts";
import { seedOnce } from "../../local/seed/seed-once.ts";
import { BANKS } from "../../shared/domain/banks.ts";
import { type Listing } from "../../shared/domain/catalogue.ts";
import { parsePhone } from "../../shared/domain/phone.ts";
import { GROUPS } from "../../shared/domain/product.ts";
import { mayList, mayPromote } from "../../shared/domain/rules/alcohol.ts";
import { starsOn } from "../../shared/domain/rules/stars.ts";
import { vietnamDate } from "../../shared/domain/time.ts";
import { loadCatalogue } from "../../shared/stores/catalogue.ts";
import { allProducers } from "../../shared/stores/producers.ts";
import { allProducts } from "../../shared/stores/products.ts";
import { allPromotions } from "../../shared/stores/promotions.ts";
import { openTestHome, type TestHome } from "../home/open-test-home.ts";

describe("the seed", () => {
  let home: TestHome;
  let listings: readonly Listing[];
  beforeAll(async () => {
    const published = { on: "events", events: ["product.published"] } as const;
    home = await openTestHome([
      { name: "refresh-catalogue", trigger: published, reaction: refresh },
      { name: "draft-promotion", trigger: published, reaction: draft },
    ]);
    await seedOnce(home);
    await home.settle();
    ({ listings } = await loadCatalogue(home.app));
  });
  afterAll(() => home.close());

  it("holds every row of its list, each with a page, a group and something to buy it by", () => {
    expect(listings).toHaveLength(80);
    expect(new Set(listings.map(({ slug }) => slug)).size).toBe(80);
    for (const { group, offers } of listings) {
      expect(GROUPS).toContain(group);
      expect(offers.length).toBeGreaterThan(0);
    }
  });

  it("holds no account that anybody could pay into", async () => {
    const producers = await Array.fromAsync(allProducers(home.app.table));
    const bins = new Set(producers.map(({ bankBin }) => bankBin));
    expect([[...bins], Object.hasOwn(BANKS, "000000")]).toEqual([["000000"], false]);
    expect(producers.filter(({ sample }) => sample !== true)).toEqual([]);
  });

  it("marks every price as seen or as a sample, and has three that were seen", () => {
    const priced = listings.filter(({ offers }) => offers.some(({ price }) => price !== undefined));
    expect(
      priced.filter(({ priceStatus }) => priceStatus !== "sample").map(({ name, priceStatus }) => [name, priceStatus]),
    ).toEqual([
      ["Khẩu sli Nà Giàng", "seen"],
      ["Phòng hang động Yến Nhi (làng đá Khuổi Ky)", "seen"],
      ["Thạch đen Cao Bằng (gian hàng 2022)", "seen"],
    ]);
    expect(
      listings.filter((listing) => !priced.includes(listing)).every(({ priceStatus }) => priceStatus === "unknown"),
    ).toBe(true);
  });

  it("lists and promotes no spirit, and everything else has a price", () => {
    const hidden = listings.filter((listing) => !mayList(listing));
    expect(hidden).toHaveLength(9);
    expect(hidden.every(({ name }) => name.startsWith("Rượu"))).toBe(true);
    expect(listings.filter(mayList).every(({ offers }) => offers.every(({ price }) => price !== undefined))).toBe(true);
    expect(listings.filter(mayPromote)).toHaveLength(71);
  });

  it("shows no stars, as no certificate in it is in force", () => {
    const today = vietnamDate(home.clock.now());
    expect(listings.filter((listing) => starsOn(listing, today) !== undefined)).toEqual([]);
  });

  it("invents phones that no network has, and marks whose they are", async () => {
    for await (const producer of allProducers(home.app.table)) {
      expect(producer).toMatchObject({ sample: true, status: "verified", verifiedBy: "seed" });
      expect(parsePhone(producer.phone ?? "")).toMatch(/^0900000/);
    }
  });

  it("announces nothing", async () => {
    expect(await Array.fromAsync(allPromotions(home.app.table))).toEqual([]);
  });

  it("is sown once: what was changed since stays changed", async () => {
    const [before] = await Array.fromAsync(allProducts(home.app.table));
    await seedOnce(home);
    const [after] = await Array.fromAsync(allProducts(home.app.table));
    expect(after).toEqual(before);
  });

  it("draws a labelled picture for pages and one for walls", async () => {
    for (const { photo, name } of listings) {
      const svg = new TextDecoder().decode((await home.app.blobs.get(photo!))!.bytes);
      expect(svg).toContain("ẢNH MẪU");
      expect(svg).toContain(name.split(" ")[0]);
      const png = (await home.app.blobs.get(photo!.replace(".svg", ".png")))!.bytes;
      expect(Buffer.from(png.subarray(1, 4)).toString()).toBe("PNG");
      expect(png.length).toBeLessThan(10_000);
    }
  });

  it("draws whole PNGs", async () => {
    const png = Buffer.from((await home.app.blobs.get(listings[0]!.photo!.replace(".svg", ".png")))!.bytes);
    const at = png.indexOf("IDAT");
    const data = png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
    expect(inflateSync(data)).toHaveLength((640 / 2 + 1) * 480);
  });
});
