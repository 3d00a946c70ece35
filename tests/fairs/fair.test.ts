import { describe, expect, it } from "vitest";
import {
  datesWords,
  type Fair,
  fairKindOf,
  fairSchema,
  hoursWords,
  isOn,
  isUpcoming,
  parseTimeOfDay,
  placeWords,
  type TimeOfDay,
  upcomingFairs,
} from "../../shared/domain/fair.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { hoiCho } from "./fairs.ts";

const day = (text: string) => text as IsoDate;
const fair = (facts: Partial<Fair>): Fair =>
  fairSchema.parse({ ...hoiCho(), id: "fai_1", slug: "hoi-cho", status: "announced", kind: "trade-fair", ...facts });

describe("the days of a fair", () => {
  it.each([
    ["2026-12-05", "2026-12-05", "05/12/2026"],
    ["2026-12-05", "2026-12-08", "05–08/12/2026"],
    ["2026-11-28", "2026-12-02", "28/11 – 02/12/2026"],
    ["2026-12-30", "2027-01-02", "30/12/2026 – 02/01/2027"],
  ])("from %s to %s are written %s", (from, to, words) => {
    expect(datesWords({ from: day(from), to: day(to) })).toBe(words);
  });

  it.each([
    ["2026-12-04", true, false],
    ["2026-12-05", true, true],
    ["2026-12-08", true, true],
    ["2026-12-09", false, false],
  ])("seen on %s are to come: %s, and now: %s", (today, upcoming, on) => {
    expect(isUpcoming(fair({}), day(today))).toBe(upcoming);
    expect(isOn(fair({}), day(today))).toBe(on);
  });

  it.each(["draft", "closed", "reported", "cancelled"] as const)("are nobody's while it is %s", (status) => {
    expect(isUpcoming(fair({ status }), day("2026-12-01"))).toBe(false);
  });
});

describe("fairs to come", () => {
  const ids = (fairs: readonly Fair[]) => fairs.map(({ name, from }) => `${name} ${from}`);

  it("stand by their first day, then by name", () => {
    const later = fair({ name: "Hội A", from: day("2027-02-01"), to: day("2027-02-01") });
    const [ba, an] = [fair({ name: "Hội Ba" }), fair({ name: "Hội An" })];
    const past = fair({ from: day("2026-10-01"), to: day("2026-10-02") });
    expect(ids(upcomingFairs([later, ba, past, an], day("2026-12-01")))).toEqual([
      "Hội An 2026-12-05",
      "Hội Ba 2026-12-05",
      "Hội A 2027-02-01",
    ]);
  });

  it("leave out what was only expected once its organizer has told of it, or cancelled it, that year", () => {
    const expected = fair({ name: "Lễ hội Đền Kỳ Sầm", expected: true });
    const nextYear = { ...expected, from: day("2027-02-15"), to: day("2027-02-15") };
    for (const status of ["announced", "cancelled"] as const) {
      const told = fair({ name: "Lễ Hội đền Kỳ Sầm", from: day("2026-12-06"), status });
      const upcoming = upcomingFairs([expected, told, nextYear], day("2026-12-01"));
      expect(upcoming).toEqual(status === "announced" ? [told, nextYear] : [nextYear]);
    }
  });
});

it.each([
  ["8:00", "08:00"],
  ["08h30", "08:30"],
  ["7g", "07:00"],
  ["21H", "21:00"],
  ["24:00", null],
  ["8:60", null],
  ["8", null],
  ["8:5", null],
])("reads the time of day %s as %s", (text, time) => {
  expect(parseTimeOfDay(text)).toBe(time);
});

it.each([
  [{ opensAt: "08:00", closesAt: "21:00" }, "08:00–21:00"],
  [{ opensAt: "18:00" }, "18:00"],
  [{}, undefined],
])("writes hours %j as %s", (hours, words) => {
  expect(hoursWords(hours as { opensAt?: TimeOfDay; closesAt?: TimeOfDay })).toBe(words);
});

it.each([
  [{ text: "Quảng trường Km5", commune: "Phường Thục Phán" }, "Quảng trường Km5, Phường Thục Phán"],
  [{ text: "Quảng trường Km5, Thục Phán", commune: "Phường Thục Phán" }, "Quảng trường Km5, Thục Phán"],
  [{ text: "Xã Đàm Thủy", commune: "Xã Đàm Thủy" }, "Xã Đàm Thủy"],
  [{ text: "Trung tâm hội nghị" }, "Trung tâm hội nghị"],
])("writes the place %j as %s", (venue, words) => {
  expect(placeWords(venue)).toBe(words);
});

it.each([
  ["Hội chợ xúc tiến thương mại sản phẩm OCOP tỉnh Cao Bằng", "trade-fair"],
  ["Triển lãm nông sản", "trade-fair"],
  ["Tuần hàng OCOP Cao Bằng tại Hà Nội", "ocop-week"],
  ["Lễ hội (du lịch) thác Bản Giốc", "festival"],
  ["Hội Lồng tồng Bản Sẳng", "festival"],
  ["Chợ phiên Trùng Khánh", "market-day"],
  ["Ngày nông sản sạch", "trade-fair"],
])("takes %s for a %s", (name, kind) => {
  expect(fairKindOf(name)).toBe(kind);
});
