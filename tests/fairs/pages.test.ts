import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type IsoDate, MINUTE } from "../../shared/domain/time.ts";
import { findFair, fairWrite, refreshFairs } from "../../shared/stores/fairs.ts";
import { type AnnounceFair } from "../../shared/usecases/announce-fair.ts";
import { openSite, type Site } from "../web/site.ts";
import { announce } from "./fairs.ts";

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.market.close());

const day = (text: string) => text as IsoDate;

async function tell(more: Partial<AnnounceFair> = {}) {
  const { fair } = await announce(site.market.home.app, more);
  await site.market.home.settle();
  return fair;
}

const headings = (page: string): readonly string[] =>
  [...page.matchAll(/<h2>([^<]*)<\/h2>|class="name">([^<]*)</g)]
    .map(([, month, name]) => (month === undefined ? `- ${name ?? ""}` : month))
    .filter((words) => words !== "Nhắn cho chợ");
const wordsOf = (page: string): string => page.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

describe("the page of fairs", () => {
  it("shows what is on, then what comes, month by month, and nothing that is over", async () => {
    await tell({ name: "Hội xuân Quảng Uyên", from: day("2027-01-10"), to: day("2027-01-10") });
    await tell({ name: "Hội chợ Trùng Khánh" });
    await tell({ name: "Tuần hàng OCOP", from: day("2026-11-20"), to: day("2026-11-24") });
    await tell({ name: "Hội chợ đầu tháng", from: day("2026-12-01"), to: day("2026-12-01") });
    const { status, text } = await site.get("/hoi-cho");
    expect(status).toBe(200);
    expect(headings(text)).toEqual([
      "Đang diễn ra",
      "- Tuần hàng OCOP",
      "Tháng 12 năm 2026",
      "- Hội chợ đầu tháng",
      "- Hội chợ Trùng Khánh",
      "Tháng 1 năm 2027",
      "- Hội xuân Quảng Uyên",
    ]);
    expect(wordsOf(text)).toContain("05–08/12/2026 · 08:00–21:00");
    site.market.clock.set("2026-12-09T02:00:00.000Z");
    expect(headings((await site.get("/hoi-cho")).text)).toEqual(["Tháng 1 năm 2027", "- Hội xuân Quảng Uyên"]);
  });

  it("says plainly that there is none, and leads to the goods", async () => {
    const { text } = await site.get("/hoi-cho");
    expect(wordsOf(text)).toContain("Chưa có hội chợ hay lễ hội nào sắp mở.");
    expect(text).toContain('href="/#san-pham"');
  });

  it("marks days that nobody has confirmed", async () => {
    await tell({ expected: true });
    const { text } = await site.get("/hoi-cho");
    expect(text).toContain('<span class="mark">dự kiến</span>');
    expect(wordsOf(text)).toContain("ban tổ chức chưa công bố");
  });

  it("is a press away on every page", async () => {
    expect((await site.get("/")).text).toContain('<a href="/hoi-cho">Hội chợ</a>');
  });
});

describe("a fair's page", () => {
  it("says when, where, what about and who, and where to ask", async () => {
    const { slug } = await tell();
    const { status, text } = await site.get(`/hoi-cho/${slug}`);
    expect(status).toBe(200);
    for (const part of [
      "Thời gian 05–08/12/2026 ",
      "Giờ mở cửa 08:00–21:00",
      "Địa điểm Quảng trường Km5, Phường Thục Phán",
      "Tên cũ Đề Thám, TP Cao Bằng",
      "Sản phẩm chính miến dong, lạp sườn, hạt dẻ",
      "Đơn vị tổ chức Sở Công Thương Cao Bằng",
      "Hơn một trăm gian hàng.",
      "Hỏi qua Zalo",
    ])
      expect(wordsOf(text)).toContain(part);
    expect(text).toContain('data-chat-say="Cho mình hỏi về Hội chợ OCOP Cao Bằng"');
  });

  it("carries the code of the post that led here on to where people talk", async () => {
    const { slug } = await tell();
    const { text } = await site.get(`/hoi-cho/${slug}?m=K7Q2M4XZ`);
    expect(text).toContain('href="/simulator?phone=telegram&amp;start=K7Q2M4XZ"');
    expect((await site.get(`/hoi-cho/${slug}?m=nonsense`)).text).not.toContain("start=");
  });

  it("says that days are expected, that it is on, over or cancelled", async () => {
    const { app } = site.market.home;
    const fair = await tell({ expected: true });
    const marks = async (): Promise<string> =>
      /class="mark[^"]*">([^<]*)</.exec((await site.get(`/hoi-cho/${fair.slug}`)).text)?.[1] ?? "";
    expect(await marks()).toBe("dự kiến");
    site.market.clock.set("2026-12-06T02:00:00.000Z");
    expect(await marks()).toBe("Đang diễn ra");
    site.market.clock.set("2026-12-09T02:00:00.000Z");
    expect(await marks()).toBe("Đã kết thúc");
    const { version } = (await findFair(app.table, fair.id))!;
    await app.table.commit([fairWrite({ ...fair, status: "cancelled" }, { version })], { token: "cmt_1" });
    await refreshFairs(app, [fair.id]);
    expect(await marks()).toBe("Đã huỷ");
  });

  it("is not there for a fair that nobody knows", async () => {
    const { status, text } = await site.get("/hoi-cho/khong-co");
    expect(status).toBe(404);
    expect(text).toContain("Không tìm thấy trang này");
  });

  it("shows as text what an organizer typed, and makes no link of a source that is none", async () => {
    const attack = `"><img src=x onerror=alert(1)>`;
    const { slug } = await tell({
      name: `Hội ${attack}`,
      organizer: attack,
      venue: { text: attack, commune: attack, formerly: attack },
      focus: attack,
      description: attack,
      source: `javascript:alert(1)//${attack}`,
    });
    for (const path of ["/hoi-cho", `/hoi-cho/${slug}`, `/hoi-cho/${encodeURIComponent(attack)}`]) {
      const { text, headers } = await site.get(path);
      expect(text).not.toContain("<img src=x");
      expect(text).not.toMatch(/href="javascript:|<style|\sstyle=|<script(?![^>]*\ssrc=)/i);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    }
  });
});

it("is on every wall of the real channels once, with a link to the page that carries the post's code", async () => {
  const { market } = site;
  const fair = await tell();
  for (let minute = 0; minute < 3; minute++) {
    market.clock.advance(MINUTE);
    await market.home.settle();
  }
  const walls = [...market.simulators].filter(([name]) => name !== "webchat" && name !== "zalobot");
  expect(walls.map(([name]) => name).sort()).toEqual(["facebook", "telegram", "zalo"]);
  for (const [, simulator] of walls) {
    const posts = simulator.wall();
    expect(posts).toHaveLength(1);
    const { text } = posts[0]!;
    expect(text).toContain("[QC]");
    expect(text).toContain("Bên quảng cáo: OCOP Cao Bằng");
    expect(text).toContain("05–08/12/2026");
    expect(JSON.stringify(posts[0])).toMatch(new RegExp(`/hoi-cho/${fair.slug}\\?m=[2-9A-Z]{8}`));
  }
});
