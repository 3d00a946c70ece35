/** Which day of the calendar is meant by one that was said on a given day. Pure; what may be two days is no guess. */
import { lunarOf, solarOf } from "../../shared/domain/lunar.ts";
import { addDays, type IsoDate, parseDate, weekdayOf } from "../../shared/domain/time.ts";

export type Week = "coming" | "this" | "next" | "after-today" | "last";

/** A day as it was said, and no more than that: "thứ bảy tuần sau" is a weekday and a week, "ngày 28" a day alone. */
export type SpokenDay = {
  /** "mùng 5 tháng 12" may be of either. */
  readonly calendar: "solar" | "lunar" | "unclear";
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  /** Of the second of two months with one number. */
  readonly leap?: boolean;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday?: number;
  readonly week?: Week;
  readonly inDays?: number;
};

export type DayFault = "impossible" | "which-calendar";
export type DayMeant = { readonly day: IsoDate } | { readonly fault: DayFault };

const WHICH: DayMeant = { fault: "which-calendar" };
const found = (day: IsoDate | null | undefined): DayMeant => (day ? { day } : { fault: "impossible" });

/** Where the year or the month is left out, the next such day not before `notBefore`. What was said in full may have gone by. */
export function dayMeant(said: SpokenDay, today: IsoDate, notBefore = today): DayMeant {
  const { calendar, day, month, weekday, week = "coming", inDays } = said;
  if (inDays !== undefined) return { day: addDays(today, inDays) };
  if (weekday !== undefined) return { day: weekdayIn(weekday, week, week === "coming" ? notBefore : today) };
  if (calendar === "unclear" || day === undefined) return WHICH;
  return month === undefined ? nextOfMonth(said, notBefore) : nextOfYear({ ...said, day, month }, notBefore);
}

/** As much as half a year before the other day that it was said with: "30/12 đến 2/1". */
export const dayNear = (said: SpokenDay, today: IsoDate, other: IsoDate): DayMeant =>
  dayMeant(said, today, said.month === undefined ? other : addDays(other, -183));

/** "thứ bảy" may be today; "thứ bảy tuần này" may have gone by. */
function weekdayIn(weekday: number, week: Week, from: IsoDate): IsoDate {
  const offset = weekday - weekdayOf(from);
  const days: Readonly<Record<Week, number>> = {
    coming: (offset + 7) % 7,
    "after-today": ((offset + 6) % 7) + 1,
    this: offset,
    next: offset + 7,
    last: offset - 7,
  };
  return addDays(from, days[week]);
}

/** "ngày 28", "rằm": of this month, else of the next that has one. */
function nextOfMonth({ calendar, day }: SpokenDay, from: IsoDate): DayMeant {
  const dayIn = (date: IsoDate): number => (calendar === "lunar" ? lunarOf(date).day : Number(date.slice(8)));
  const days = Array.from({ length: 62 }, (_, after) => addDays(from, after));
  return found(days.find((date) => dayIn(date) === day));
}

type Dated = SpokenDay & { readonly day: number; readonly month: number };

const padded = (number: number): string => String(number).padStart(2, "0");

const inYear = ({ calendar, day, month, leap }: Dated, year: number): IsoDate | null =>
  calendar === "lunar" ? solarOf({ day, month, year, leap }) : parseDate(`${year}-${padded(month)}-${padded(day)}`);

/** A month too short for the day is not passed over: who says "30 tháng Chạp" of a year of 29 days is asked. */
function nextOfYear(said: Dated, from: IsoDate): DayMeant {
  const lunar = said.calendar === "lunar";
  if (said.year !== undefined) {
    const day = inYear(said, said.year);
    // "23 tháng Chạp năm 2026" ends the lunar year 2026 and lies in 2027.
    return lunar && day && Number(day.slice(0, 4)) !== said.year ? WHICH : found(day);
  }
  const first = lunar ? lunarOf(from).year : Number(from.slice(0, 4));
  const isAhead = (day: IsoDate | null): boolean => day !== null && day >= from;
  const year = [first, first + 1].find((each) =>
    isAhead(inYear(said, each) ?? inYear({ ...said, day: said.day - 1 }, each)),
  );
  if (lunar && year !== first && isAhead(inYear({ ...said, leap: true }, first))) return WHICH;
  return found(year === undefined ? null : inYear(said, year));
}
