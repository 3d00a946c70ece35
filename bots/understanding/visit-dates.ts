/** Days of the calendar: what a day, a month, a weekday mean when said on a given day. All pure. */
import { addDays, type IsoDate, parseDate, weekdayOf } from "../../shared/domain/time.ts";

/** `tooLong`: more nights than are taken at once; `nobody`, `crowd`: people that can't be, or that need a person to arrange. */
export type DayFault = "past" | "impossible" | "lunar" | "backwards" | "tooLong" | "nobody" | "crowd";
export type Day = { readonly day: IsoDate } | { readonly fault: DayFault };

/** Leap days come every four years, and every eight around 2100. */
const YEARS_AHEAD = 8;

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** Without a year, the next such day not before `from`. */
export function dayOf({ day, month, year }: { day: number; month: number; year?: number }, from: IsoDate): Day {
  if (year !== undefined) {
    const found = parseDate(iso(year < 100 ? 2000 + year : year, month, day));
    return found === null ? { fault: "impossible" } : notPast(found, from);
  }
  const first = Number(from.slice(0, 4));
  for (let ahead = 0; ahead <= YEARS_AHEAD; ahead++) {
    const found = parseDate(iso(first + ahead, month, day));
    if (found !== null && found >= from) return { day: found };
  }
  return { fault: "impossible" };
}

/** "ngày 28": of this month, else of the next that has one. */
export function dayOfMonth(day: number, from: IsoDate): Day {
  const [year = 0, month = 1] = from.split("-").map(Number);
  for (let ahead = 0; ahead < 3; ahead++) {
    const at = month - 1 + ahead;
    const found = parseDate(iso(year + Math.floor(at / 12), (at % 12) + 1, day));
    if (found !== null && found >= from) return { day: found };
  }
  return { fault: "impossible" };
}

export const notPast = (day: IsoDate, today: IsoDate): Day => (day < today ? { fault: "past" } : { day });

export type Week = "coming" | "this" | "next" | "after-today" | "last";

/** `weekday`: 1 = Monday … 7 = Sunday. "thứ bảy" may be today; "thứ bảy tuần này" may have gone by. */
export function weekdayIn(weekday: number, week: Week, today: IsoDate): Day {
  const offset = weekday - weekdayOf(today);
  switch (week) {
    case "coming":
      return { day: addDays(today, (offset + 7) % 7) };
    case "after-today":
      return { day: addDays(today, ((offset + 6) % 7) + 1) };
    case "this":
      return notPast(addDays(today, offset), today);
    case "next":
      return { day: addDays(today, offset + 7) };
    case "last":
      return { fault: "past" };
  }
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** In a pattern over folded words. */
export const MONTH = String.raw`(${MONTHS.join("|")})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?`;
export const monthOf = (word: string): number => MONTHS.indexOf(word) + 1;
const WEEKDAYS: Readonly<Record<string, number>> = {
  ...{ hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6, nhat: 7, cn: 7 },
  ...{ mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 },
};

/** 1 = Monday … 7 = Sunday. */
export const weekdayNumber = (said: string): number => (/^\d$/.test(said) ? Number(said) - 1 : (WEEKDAYS[said] ?? 7));
