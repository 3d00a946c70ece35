import { describe, expect, it } from "vitest";
import { type IsoDate } from "../../shared/domain/time.ts";
import { dayMeant } from "./day-meant.ts";
import { foldedText } from "./folded-text.ts";
import { saidDays } from "./said-days.ts";

const meant = (words: string, today = "2026-11-23"): readonly string[] =>
  saidDays(foldedText(words)).map(({ spoken }) => {
    const found = dayMeant(spoken, today as IsoDate);
    return "day" in found ? found.day : found.fault;
  });

describe("a day that is said", () => {
  it.each([
    ["giao trước 23 tháng Chạp", ["2027-01-30"]],
    ["rằm này", ["2026-11-23"]],
    ["mùng mười tháng ba âm lịch", ["2027-04-16"]],
    ["20-22/12", ["2026-12-20", "2026-12-22"]],
    ["20, 21 và 22/12", ["2026-12-20", "2026-12-22"]],
    ["cuối tuần tới, hay thứ bảy tới", ["2026-12-05", "2026-11-28"]],
    ["mai hoặc ngày mốt", ["2026-11-24", "2026-11-25"]],
    ["hỏi chị Mai Anh, ngõ 20/12, gỏi ram và rau răm", []],
  ])("in “%s” is %j", (words, days) => {
    expect(meant(words)).toEqual(days);
  });

  it("is the first of two months of one number, and asked about where only the leap month is still to come", () => {
    expect(meant("mùng 10 tháng 6 âm lịch", "2025-06-01")).toEqual(["2025-07-04"]);
    expect(meant("mùng 10 tháng 6 âm lịch", "2025-07-10")).toEqual(["which-calendar"]);
    expect(meant("mùng 10 tháng 6 nhuận", "2025-07-10")).toEqual(["2025-08-03"]);
  });
});
