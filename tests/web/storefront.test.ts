import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type IsoDate } from "../../shared/domain/time.ts";
import { get, openSite, type Site } from "./site.ts";

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.market.close());

const namesOn = (page: string): readonly string[] =>
  [...page.matchAll(/class="name">([^<]*)</g)].map(([, name]) => name ?? "");

describe("the market", () => {
  it("shows all that may be listed, by name, and never the spirit of unknown strength", async () => {
    const { status, text } = await site.get("/");
    expect(status).toBe(200);
    expect(namesOn(text)).toEqual([
      "Hạt dẻ Trùng Khánh",
      "Lạp sườn Tâm Hòa",
      "Miến dong Tân Việt Á",
      "Miến khoai",
      "Nấm hương Trúc Mai",
    ]);
  });

  it.each([
    ["/?tim=mien", ["Miến dong Tân Việt Á", "Miến khoai"]],
    ["/?tim=LAP+XUONG", ["Lạp sườn Tâm Hòa"]],
    ["/?tim=tâm+hòa", ["Hạt dẻ Trùng Khánh", "Lạp sườn Tâm Hòa"]],
    ["/?tim=rượu", []],
    ["/?loai=thuc-pham&tim=khoai", ["Miến khoai"]],
    ["/?loai=do-uong", []],
    ["/?noi=ha-quang", []],
    ["/?trang=99&tim=khoai", ["Miến khoai"]],
    ["/?trang=-1&tim=khoai", ["Miến khoai"]],
  ])("finds at %s what was meant, with and without accents", async (path, names) => {
    expect(namesOn((await site.get(path)).text)).toEqual(names);
  });

  it("finds by the commune of today and by the district that people still say", async () => {
    await site.publish({ id: "Khẩu sli", commune: "Hạnh Phúc", district: "Quảng Hòa" });
    expect(namesOn((await site.get("/?noi=hanh-phuc")).text)).toEqual(["Khẩu sli"]);
    expect(namesOn((await site.get("/?noi=quang-hoa")).text)).toEqual(["Khẩu sli"]);
  });

  it("is cut into pages of 24 that lead to each other, each under 30 KB", async () => {
    for (let place = 0; place < 45; place += 1)
      await site.publish({ id: `Chè Kolia loại số ${place}`, commune: "Thành Công", district: "Nguyên Bình" });
    const pages = [await site.get("/?loai=thuc-pham"), await site.get("/?loai=thuc-pham&trang=2")];
    expect(pages.map(({ text }) => namesOn(text).length)).toEqual([24, 24]);
    expect(pages[0]?.text).toContain('href="/?loai=thuc-pham&amp;trang=2#san-pham"');
    expect(pages.filter(({ text }) => Buffer.byteLength(text) > 30 * 1024)).toEqual([]);
  });
});

describe("a product's page", () => {
  it("says price, unit, that the price is a sample, stock, seller, and where to ask", async () => {
    const { text } = await site.get("/san-pham/hat-de-trung-khanh");
    const words = text.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
    for (const part of [
      "120.000 đ / kg",
      "giá mẫu",
      "Giá mẫu do chương trình đặt ra",
      "Còn hàng",
      "HTX Tâm Hòa",
      "Hỏi mua qua Zalo",
      "Hỏi mua qua Telegram",
      "Hỏi mua ngay trên trang này",
    ])
      expect(words).toContain(part);
  });

  it.each([
    ["a certificate of last year", { stars: 4, certifiedOn: "2025-11-01" as IsoDate }, "★ OCOP 4 sao"],
    ["a certificate of 36 months ago", { stars: 4, certifiedOn: "2023-11-23" as IsoDate }, undefined],
    ["a year without a date", { stars: 4, recognisedYear: 2023 }, "OCOP: công bố năm 2023, chưa có ngày chứng nhận"],
    ["no stars", {}, undefined],
  ])("shows the stars of %s as they stand in law", async (_, facts, words) => {
    await site.publish({ id: "Miến dao", ...facts });
    const { text } = await site.get("/san-pham/mien-dao");
    expect(/class="stars">([^<]*)</.exec(text)?.[1]).toBe(words);
  });

  it.each([
    [{ from: "09-01", to: "10-31" }, "Đang trái mùa"],
    [{ from: "11-01", to: "02-15" }, "Còn hàng"],
  ])("says of a season %j whether today is in it", async (season, words) => {
    await site.publish({ id: "Hồng không hạt", season });
    const { text } = await site.get("/san-pham/hong-khong-hat");
    expect(/class="stock[^>]*>([^<]*)</.exec(text)?.[1]).toBe(words);
  });

  it("carries the code of the post that led here on to where people talk", async () => {
    const { text } = await site.get("/san-pham/hat-de-trung-khanh?m=K7Q2M4XZ");
    expect(text).toContain('href="/simulator?phone=telegram&amp;start=K7Q2M4XZ"');
    expect((await site.get("/san-pham/hat-de-trung-khanh?m=nonsense")).text).not.toContain("start=");
  });

  it("has nothing for a product that may not be listed, or that is not there", async () => {
    const spirit = await site.get("/san-pham/ruou-ngo-dai-hoang");
    const nothing = await site.get("/san-pham/khong-co");
    expect([spirit.status, nothing.status]).toEqual([404, 404]);
    expect(nothing.text).toContain("Không tìm thấy trang này");
  });
});

it("shows a producer with what they make, and none that has nothing on the shelf", async () => {
  const { text } = await site.get("/nha-san-xuat/htx-tam-hoa");
  expect(namesOn(text)).toEqual(["Hạt dẻ Trùng Khánh", "Lạp sườn Tâm Hòa"]);
  expect((await site.get("/nha-san-xuat/khong-ai")).status).toBe(404);
});

describe("the page of a code", () => {
  it("shows it, copies it for Zalo, and carries it by link elsewhere", async () => {
    const { status, text } = await site.get("/d/k7q2-m4xz");
    expect(status).toBe(200);
    expect(text).toContain('data-copy="K7Q2M4XZ"');
    expect(text).toContain('href="/?chat=K7Q2M4XZ"');
    expect(text).toContain('href="/simulator?phone=telegram&amp;start=K7Q2M4XZ"');
  });

  it.each(["/d/abc", "/d/OOOOIIII", "/d/%3Cscript%3E"])("is not there for %s, which is no code", async (path) => {
    expect((await site.get(path)).status).toBe(404);
  });
});

describe("every page", () => {
  const PATHS = [
    "/",
    "/san-pham/mien-khoai",
    "/nha-san-xuat/htx-tam-hoa",
    "/d/K7Q2M4XZ",
    "/quyen-rieng-tu",
    "/nothing",
  ];

  it.each(PATHS)("%s allows nothing inline and holds nothing inline", async (path) => {
    const { headers, text } = await site.get(path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|javascript:/i);
  });

  it.each(PATHS)("%s says that the shop is a sample, and keeps search engines out", async (path) => {
    const { text } = await site.get(path);
    expect(text).toContain("Cửa hàng mẫu: giá và số điện thoại do chương trình đặt ra");
    expect(text).toContain('<meta name="robots" content="noindex"');
    expect(text).toContain('<html lang="vi"');
  });

  it("shows what people typed as text, in names, facts and searches", async () => {
    const attack = `"><img src=x onerror=alert(1)>`;
    await site.publish({ id: `Miến ${attack}`, description: attack, ingredients: attack, commune: attack });
    const product = /href="(\/san-pham\/mien-img[^"]*)"/.exec((await site.get("/")).text)?.[1];
    const pages = [
      await site.get("/"),
      await site.get(product ?? ""),
      await site.get(`/?tim=${encodeURIComponent(attack)}`),
      await site.get(`/${encodeURIComponent(attack)}`),
    ];
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 404]);
    expect(pages.filter(({ text }) => text.includes("<img src=x"))).toEqual([]);
  });
});

describe("beside the pages", () => {
  it("is healthy only while the table answers", async () => {
    expect(await site.get("/healthz")).toMatchObject({ status: 200, text: "ok" });
    const { app } = site.market.home;
    const broken = { ...app, table: { ...app.table, get: () => Promise.reject(new Error("The disk is gone")) } };
    expect((await get(broken, "/healthz")).status).toBe(503);
  });

  it("answers a fault with a friendly page that gives nothing away", async () => {
    const { app } = site.market.home;
    const blobs = { ...app.blobs, get: () => Promise.reject(new Error("secret folder")) };
    const { status, text } = await get({ ...app, blobs }, "/");
    expect(status).toBe(500);
    expect(text).toContain("Lỗi do phía chợ");
    expect(text).not.toContain("secret folder");
  });

  it("tells robots to stay out of the sample shop", async () => {
    expect((await site.get("/robots.txt")).text).toBe("User-agent: *\nDisallow: /\n");
  });

  it("serves photos with their type and without rights, and no other blob", async () => {
    const { app } = site.market.home;
    await app.blobs.put("photos/mien.svg", { bytes: new TextEncoder().encode("<svg/>"), type: "image/svg+xml" });
    const photo = await site.get("/blobs/photos/mien.svg");
    expect(photo).toMatchObject({ status: 200, text: "<svg/>" });
    expect(photo.headers.get("content-type")).toBe("image/svg+xml");
    expect(photo.headers.get("content-security-policy")).toContain("sandbox");
    const others = ["/blobs/catalogue/latest.json", "/blobs/photos/../catalogue/latest.json", "/blobs/photos/%2e%2e/x"];
    for (const path of others) expect((await site.get(path)).status).toBe(404);
  });

  it("serves its script and style to be kept for ever", async () => {
    const { text } = await site.get("/");
    const paths = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? "");
    expect(paths.length).toBe(2);
    for (const path of paths) {
      const asset = await site.get(path);
      expect(asset.status).toBe(200);
      expect(asset.headers.get("cache-control")).toContain("immutable");
      expect(Buffer.byteLength(asset.text)).toBeLessThan(20 * 1024);
    }
  });
});
