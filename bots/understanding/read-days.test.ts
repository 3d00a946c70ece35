import { describe, expect, it } from "vitest";
import { type IsoDate } from "../../shared/domain/time.ts";
import { readDays } from "./read-days.ts";
import { readHours } from "./read-hours.ts";

const read = (text: string, today = "2026-11-23"): string => {
  const { from = "", to = "", problem } = readDays(readHours(text).rest, today as IsoDate);
  return problem ? `${problem.code}: ${problem.said}` : `${from} ${to}`.trim();
};

describe("days", () => {
  it.each([
    ["20-22/12", "2026-12-20 2026-12-22"],
    ["từ 20 đến 22/12", "2026-12-20 2026-12-22"],
    ["20 tháng 12", "2026-12-20 2026-12-20"],
    ["ngày 5/12/2026", "2026-12-05 2026-12-05"],
    ["20, 21 và 22/12", "2026-12-20 2026-12-22"],
    ["Từ ngày 20 đến ngày 22 tháng 12 năm 2026", "2026-12-20 2026-12-22"],
    ["tu 28 thang 11 den 2 thang 12", "2026-11-28 2026-12-02"],
    ["5.12.2026", "2026-12-05 2026-12-05"],
    ["24/12/26", "2026-12-24 2026-12-24"],
    ["thứ sáu ngày 18/12 đến chủ nhật 20/12", "2026-12-18 2026-12-20"],
    ["thứ 7, 20/12", "2026-12-20 2026-12-20"],
    ["tổ 19, 30/12", "2026-12-30 2026-12-30"],
    ["trong 3 ngày từ 20/12", "2026-12-20 2026-12-22"],
    ["khai mạc ngày 20/12, bế mạc ngày 22/12", "2026-12-20 2026-12-22"],
    ["Từ 08h00 ngày 20/12/2026 đến 21h00 ngày 22/12/2026", "2026-12-20 2026-12-22"],
    ["đến hết ngày 24/12", "2026-12-24"],
    ["bắt đầu từ 19/12", "2026-12-19"],
  ])("reads “%s” as %s", (text, days) => {
    expect(read(text)).toBe(days);
  });

  it.each([
    ["30/12 - 2/1", "2026-12-30 2027-01-02"],
    ["28/12/2026 đến 2/1", "2026-12-28 2027-01-02"],
    ["29/8 đến 03/9/2027", "2027-08-29 2027-09-03"],
    ["20-22/11", "2027-11-20 2027-11-22"],
    ["22-24/11", "2026-11-22 2026-11-24"],
    ["23/11", "2026-11-23 2026-11-23"],
  ])("takes “%s” for the next such days that are not past: %s", (text, days) => {
    expect(read(text)).toBe(days);
  });

  it("takes the days of a fair that runs over New Year while it is on", () => {
    expect(read("30/12 - 2/1", "2027-01-01")).toBe("2026-12-30 2027-01-02");
  });

  it.each([
    ["30/2", "no-such-day: 30/2"],
    ["31/11/2026", "no-such-day: 31/11/2026"],
    ["29/2", "no-such-day: 29/2"],
    ["20/13", "no-such-day: 20/13"],
    ["22-20/12", "days-backwards: 22-20/12"],
    ["mùng 9 tháng 3", "which-calendar: mùng 9 tháng 3"],
    ["từ mùng 5", "which-calendar: mùng 5"],
    ["30 tháng Chạp", "no-such-day: 30 tháng Chạp"],
  ])("says what is wrong with “%s”", (text, problem) => {
    expect(read(text)).toBe(problem);
  });

  it.each([
    ["nhân dịp chào mừng 22/12"],
    ["đăng ký gian hàng trước ngày 10/12"],
    ["số 12/5 phố Kim Đồng"],
    ["0912.345.678"],
    ["40-50 gian hàng, giảm 20-30%"],
    ["Quyết định số 15/QĐ-UBND"],
  ])("finds no day of a fair in “%s”", (text) => {
    expect(read(text)).toBe("");
  });

  it.each([
    ["mùng 9 tháng Giêng", "2027-02-14 2027-02-14"],
    ["15/8 âm lịch", "2027-09-15 2027-09-15"],
    ["từ mùng 9 đến mùng 10 tháng Giêng âm lịch", "2027-02-14 2027-02-15"],
    ["từ 28 tháng Chạp đến mùng 3 tháng Giêng", "2027-02-04 2027-02-08"],
    ["trong 3 ngày từ mùng 4 Tết", "2027-02-09 2027-02-11"],
    ["khai mạc mùng 6 tháng Giêng, bế mạc rằm tháng Giêng", "2027-02-11 2027-02-20"],
    ["đến hết rằm tháng tám", "2027-09-15"],
  ])("reads “%s” by the lunar calendar as %s", (text, days) => {
    expect(read(text)).toBe(days);
  });

  it("prefers the solar day beside the lunar one", () => {
    expect(read("10/1 âm lịch (tức ngày 16/2/2027)")).toBe("2027-02-16 2027-02-16");
  });
});

describe("hours", () => {
  it.each([
    ["8h-21h", "08:00", "21:00"],
    ["8-21h", "08:00", "21:00"],
    ["8 giờ sáng đến 9 giờ tối", "08:00", "21:00"],
    ["8 gio sang den 9 gio toi", "08:00", "21:00"],
    ["7g30", "07:30", undefined],
    ["từ 6 giờ sáng đến 2 giờ chiều", "06:00", "14:00"],
    ["7 đến 9 giờ tối", "19:00", "21:00"],
    ["8:00 - 22:00", "08:00", "22:00"],
    ["từ 18 giờ đến 12 giờ đêm", "18:00", "00:00"],
    ["mở cửa từ 7 giờ rưỡi, đóng cửa lúc 9 giờ tối", "07:30", "21:00"],
    ["khai mạc 19h30 ngày 20/12", undefined, undefined],
    ["gói 10g muối", undefined, undefined],
  ])("reads “%s” as %s to %s", (text, opensAt, closesAt) => {
    const read = readHours(text);
    expect({ opensAt: read.opensAt, closesAt: read.closesAt }).toEqual({ opensAt, closesAt });
  });

  it("says what is wrong with an hour that is none", () => {
    expect(readHours("18h đến 25h").problem).toEqual({ code: "no-such-hour", said: "18h đến 25h" });
  });
});
