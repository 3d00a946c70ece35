import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { handler as draft } from "../../functions/draft-promotion.ts";
import { seedOnce } from "../../local/seed/seed-once.ts";
import { fairsToCome } from "../../local/seed/seed-fairs.ts";
import { memoryBlobs } from "../../shared/adapters/files/memory-blobs.ts";
import { datesWords, type Fair, fairSchema, upcomingFairs } from "../../shared/domain/fair.ts";
import { type IsoDate, vietnamDate } from "../../shared/domain/time.ts";
import { findFair, loadFairs } from "../../shared/stores/fairs.ts";
import { allPromotions } from "../../shared/stores/promotions.ts";
import { openTestHome, type TestHome } from "../home/open-test-home.ts";
import { channelsOf, wall } from "../promotion/walls.ts";

let home: TestHome;
beforeEach(async () => {
  home = await openTestHome([
    { name: "draft-promotion", trigger: { on: "events", events: ["fair.announced"] }, reaction: draft },
  ]);
  (home.app as { channels: unknown }).channels = channelsOf(wall("tele"));
});
afterEach(() => home.close());

const day = (text: string) => text as IsoDate;
const dates = (fairs: readonly Fair[]): Record<string, string> =>
  Object.fromEntries(fairs.map((fair) => [fair.name, datesWords(fair)]));

describe("the fairs of the sample shop", () => {
  it("are those whose day is known and near, as expected ones, under addresses of their own", async () => {
    await seedOnce(home);
    const fairs = await loadFairs(home.app);
    const today = vietnamDate(home.clock.now());
    expect(fairs).toHaveLength(18);
    expect(upcomingFairs(fairs, today)).toHaveLength(18);
    expect(new Set(fairs.map(({ slug }) => slug)).size).toBe(18);
    for (const fair of fairs) {
      expect(fairSchema.parse(fair)).toEqual(fair);
      expect(fair).toMatchObject({ status: "announced", expected: true, kind: "festival" });
      expect(fair).not.toHaveProperty("organizer");
      expect(await findFair(home.app.table, fair.id)).toMatchObject(fair);
    }
  });

  it("stand on the days that the Vietnamese calendar and their rules give", async () => {
    expect(dates(await fairsToCome(day("2026-11-23")))).toMatchObject({
      "Lễ hội xã Nam Tuấn": "08–09/02/2027",
      "Lễ hội Nà Giàng": "09–11/02/2027",
      "Lễ hội Đền Kỳ Sầm": "14–15/02/2027",
      "Hội chùa Vân An": "14/02/2027",
      "Lễ hội Pháo hoa Quảng Uyên": "09/03/2027",
      "Hội Thanh Minh Phúc Sen": "05/04/2027",
    });
  });

  it("are the next ones: today's still, yesterday's no more, none beyond 400 days or of an unknown day", async () => {
    const name = "Lễ hội Đền Kỳ Sầm";
    expect(dates(await fairsToCome(day("2026-02-26")))[name]).toBe("25–26/02/2026");
    expect(dates(await fairsToCome(day("2026-02-27")))[name]).toBe("14–15/02/2027");
    expect(dates(await fairsToCome(day("2025-06-01")))["Hội chùa Vân An"]).toBeUndefined();
    expect(dates(await fairsToCome(day("2027-03-01")))["Hội chùa Vân An"]).toBeUndefined();
    const names = (await fairsToCome(day("2026-11-23"))).map((fair) => fair.name).join();
    expect(names).not.toMatch(/Nàng Hai|Bản Giốc|xúc tiến/);
  });

  it("say their place of today and the one people know, and their rule", async () => {
    const fairs = await fairsToCome(day("2026-11-23"));
    expect(fairs.find(({ name }) => name === "Lễ hội Nà Giàng")).toMatchObject({
      slug: "le-hoi-na-giang-2027",
      venue: { text: "Xã Hà Quảng", commune: "Xã Hà Quảng", formerly: "Phù Ngọc, Hà Quảng" },
      description: "Mở hằng năm từ mùng 4 đến mùng 6 tháng Giêng âm lịch.",
      source: "https://caobangpro.com/vi/van-hoa-xa-hoi/160-lich-le-hoi-o-cao-bang",
    });
  });

  it("come to the pages also where the first run was broken off before it had told them", async () => {
    await seedOnce(home);
    const blobs = memoryBlobs({ publicUrl: "http://localhost:3000" });
    await seedOnce({ app: { ...home.app, blobs } });
    expect(await loadFairs({ ...home.app, blobs })).toHaveLength(18);
  });

  it("are sown once and silently, also into a shop that has its goods already", async () => {
    await seedOnce(home);
    const before = await loadFairs(home.app);
    home.clock.set("2027-06-01T02:00:00.000Z");
    await seedOnce(home);
    await home.settle();
    expect(await loadFairs(home.app)).toEqual(before);
    expect(await Array.fromAsync(allPromotions(home.app.table))).toEqual([]);
  });
});
