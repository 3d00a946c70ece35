import { describe, expect, it } from "vitest";
import { lunarOf, solarOf } from "./lunar.ts";
import { addDays, daysBetween, type IsoDate } from "./time.ts";

const TET =
  "1985-01-21 2007-02-17 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28".split(
    " ",
  ) as IsoDate[];

describe("the lunar calendar of Viet Nam", () => {
  it.each(TET)("begins the year on %s", (tet) => {
    const year = Number(tet.slice(0, 4));
    expect(solarOf({ day: 1, month: 1, year })).toBe(tet);
    expect(solarOf({ day: 0, month: 1, year })).toBe(addDays(tet, -1));
  });

  it.each([
    ["2017-02-27", { day: 2, month: 2, year: 2017, leap: false }],
    ["2026-02-06", { day: 19, month: 12, year: 2025, leap: false }],
    ["2026-02-11", { day: 24, month: 12, year: 2025, leap: false }],
    ["2025-07-25", { day: 1, month: 6, year: 2025, leap: true }],
    ["2033-12-22", { day: 1, month: 11, year: 2033, leap: true }],
  ])("reads %s as it stands in Vietnamese almanacs", (date, lunar) => {
    expect(lunarOf(date as IsoDate)).toEqual(lunar);
  });

  it("has its leap months where almanacs have them", () => {
    const leaps = Array.from({ length: 34 }, (_, after) => 2001 + after).flatMap((year) =>
      Array.from({ length: 12 }, (_, before) => before + 1)
        .filter((month) => solarOf({ day: 1, month, year, leap: true }) !== null)
        .map((month) => `${year}/${month}`),
    );
    expect(leaps.join(" ")).toBe(
      "2001/4 2004/2 2006/7 2009/5 2012/4 2014/9 2017/6 2020/4 2023/2 2025/6 2028/5 2031/3 2033/11",
    );
  });

  it("has no day that a month is too short for", () => {
    expect(solarOf({ day: 30, month: 12, year: 2026 })).toBeNull();
    expect(solarOf({ day: 30, month: 12, year: 2032 })).toBe("2033-01-30");
    expect(solarOf({ day: 31, month: 1, year: 2027 })).toBeNull();
  });

  it("gives back every day of ninety years, in months of 29 or 30 days", () => {
    const first = "1960-01-01" as IsoDate;
    for (let after = 0; after < 33_000; after += 13) {
      const date = addDays(first, after);
      expect(solarOf(lunarOf(date))).toBe(date);
    }
    for (let year = 1990; year < 2050; year++) {
      const [start, next] = [1, 2].map((month) => solarOf({ day: 1, month, year }));
      expect([29, 30]).toContain(daysBetween(start as IsoDate, next as IsoDate));
    }
  });
});
