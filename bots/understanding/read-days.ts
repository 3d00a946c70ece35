/**
 * The days that a sentence names: "20-22/12", "từ 28 tháng 11 đến 2/12", "ngày 5/12/2026", "đến hết 24/12".
 * Without a year the next such days are meant that are not past; a day that can't be is told, not mended.
 */
import { type IsoDate, parseDate } from "../../shared/domain/time.ts";
import { bareToo, END, START, TAKEN, without } from "./spans.ts";

export type DaysProblem = { code: "no-such-day" | "days-backwards" | "lunar-day"; said: string };

/** `from` without `to`, or the other way round: only that end was named. `rest` is the text without the days. */
export type DaysRead = { from?: IsoDate; to?: IsoDate; problem?: DaysProblem; rest: string };

type Day = { day: number; month: number; year?: number | undefined };

const NUMBER = String.raw`(\d{1,2})`;
const MONTH = bareToo("tháng");
const YEAR = bareToo("năm");
/** "20/12", "20 tháng 12 năm 2026", "20/12/26"; with dots or dashes only where the year is there too. Five groups. */
const DATE = String.raw`(?<![\d/.,])${NUMBER}(?:(?:\s*/\s*|\s+(?:${MONTH})\s+)(\d{1,2})(?:(?:\s*/\s*|[\s,]+(?:${YEAR})\s+)(\d{4}|\d{2}(?!\d)))?|[.-](\d{1,2})[.-](\d{4}))(?![\d/])`;
const PART_OF_DAY = bareToo("sáng|trưa|chiều|tối|đêm");
const WEEKDAY = bareToo("thứ|chủ nhật|cn");
/** "đến hết tối chủ nhật ngày"; an hour between was taken before. */
const LEADS = String.raw`(?:${TAKEN}\s*)?(?:(?:${bareToo("hết")})\s+)?(?:(?:${PART_OF_DAY})\s+)?(?:(?:${WEEKDAY})(?:\s+(?:[2-7]|hai|ba|tư|năm|sáu|bảy|tu|nam|sau|bay))?[\s,]+)?(?:\(?(?:${bareToo("ngày")})\s+)?`;
const TO = String.raw`\s*(?:[-–—→~]|(?:${bareToo("đến|tới|và")})(?=\s)|&|${TAKEN}(?=\s*(?:${bareToo("ngày")})))\s*${LEADS}`;
const RANGE = new RegExp(String.raw`${DATE}${TO}${DATE}`, "iu");
/** "20-22/12", "20, 21 và 22/12". */
const SHORT_RANGE = new RegExp(
  String.raw`(?<![\p{L}\d/:.,]|(?:${WEEKDAY}|${bareToo("lần")})\s{0,2})(\d{1,2})((?:\s*,\s*\d{1,2})*)(?:${TO}|\s*,\s*)${DATE}`,
  "iu",
);
const SINGLE = new RegExp(DATE, "giu");

/** Before a date that is about something else: a holiday, a deadline, a paper. */
const ELSEWHERE = new RegExp(
  String.raw`${START}(?:(?:${bareToo("nhân dịp|chào mừng|kỷ niệm|kỉ niệm|mừng")})[^,.;\n]{0,40}|(?:${bareToo("đăng ký|đăng kí|hạn cuối|hạn chót|hạn")})[^.;\n]{0,40}(?:${bareToo("trước|đến|hạn|hết")})[^,.;\n]{0,12}|(?:${bareToo("số")})\s*|(?:${bareToo("công văn|kế hoạch|quyết định|tờ trình")})\s+(?:${bareToo("số")})[^,.;\n]{0,30})$`,
  "iu",
);
const ENDS = new RegExp(
  String.raw`${START}(?:${bareToo("đến|tới|hết|kết thúc|bế mạc|cho đến|kéo dài")})\s+(?:(?:${bareToo("hết|vào|ngày|đến|lúc|sáng|chiều|tối")}|${TAKEN})\s+)*$`,
  "iu",
);
const BEGINS = new RegExp(
  String.raw`${START}(?:${bareToo("từ|bắt đầu|mở từ|khai mạc|khai trương")})\s+(?:(?:${bareToo("vào|ngày|từ|lúc|sáng|chiều|tối")}|${TAKEN})\s+)*$`,
  "iu",
);
const COUNT = new RegExp(String.raw`${START}(\d{1,2})\s+(?:${bareToo("ngày")})${END}`, "iu");
const LUNAR_AFTER = new RegExp(String.raw`^\s*\(?\s*(?:${bareToo("âm lịch")}|âl|al)${END}`, "iu");
const LUNAR = new RegExp(
  String.raw`${START}(?:(?:${bareToo("mùng|mồng")})\s*\d{1,2}|(?:${bareToo("rằm")})|(?:${MONTH})\s+(?:${bareToo("giêng|chạp")})|(?:${bareToo("âm lịch")}))${END}`,
  "iu",
);
const LUNAR_DAY = String.raw`(?:(?:(?:${bareToo("ngày")})\s+)?(?:${bareToo("mùng|mồng")})\s*\d{1,2}|(?:${bareToo("ngày")}\s+)?(?:${bareToo("rằm")}))`;
const LUNAR_MONTH = String.raw`(?:\s+(?:${MONTH})\s+(?:\d{1,2}|${bareToo("giêng|chạp")}))`;
/** "từ mùng 9 đến mùng 10 tháng Giêng âm lịch". */
const LUNAR_WORDS = new RegExp(
  String.raw`(?:(?:${bareToo("từ")})\s+)?${START}${LUNAR_DAY}${LUNAR_MONTH}?(?:${TO}(?:${LUNAR_DAY}|\d{1,2})${LUNAR_MONTH})?(?:\s+(?:${bareToo("âm lịch")}|âl|al)${END})?`,
  "giu",
);
const LUNAR_BEFORE = new RegExp(String.raw`(?:${bareToo("mùng|mồng")})\s*$`, "iu");
const LEAD_IN = new RegExp(
  String.raw`${START}(?:(?:${bareToo("từ|vào|trong|ngày|tức|các|diễn ra|mở|cho|đến|tới|hết|khai mạc|bắt đầu|kéo dài|thời gian|sáng|chiều|tối|dương lịch")}|(?:${bareToo("thứ")})\s+(?:[2-7]|hai|ba|tư|năm|sáu|bảy)|${bareToo("chủ nhật")}|\d{1,2}\s+(?:${bareToo("ngày")}))[\s:,(]+)+$`,
  "iu",
);

type Found = { at: number; length: number; first?: Day; last?: Day; count?: number };

export function readDays(text: string, today: IsoDate): DaysRead {
  const found = rangeIn(text) ?? apart(text) ?? singleIn(text);
  if (!found) {
    const lunar = LUNAR.exec(text);
    const rest = withoutLunar(text);
    return lunar ? { rest, problem: { code: "lunar-day", said: lunar[0] } } : { rest };
  }
  const said = text.slice(found.at, found.at + found.length).trim();
  return { ...settled(found, said, today), rest: withoutLunar(cut(text, found)) };
}

/** A lunar day beside the day that was meant is no part of a name. */
const withoutLunar = (text: string): string => text.replaceAll(LUNAR_WORDS, TAKEN);

/** With the words that only led to it. */
function cut(text: string, { at, length }: Found): string {
  const lead = LEAD_IN.exec(text.slice(0, at))?.[0].length ?? 0;
  return without(text, at - lead, length + lead);
}

const dayOf = (groups: readonly (string | undefined)[]): Day => {
  const [day, month, year, otherMonth, otherYear] = groups;
  const said = year ?? otherYear;
  return {
    day: Number(day),
    month: Number(month ?? otherMonth),
    year: said === undefined ? undefined : said.length === 2 ? 2000 + Number(said) : Number(said),
  };
};

function rangeIn(text: string): Found | undefined {
  const long = RANGE.exec(text);
  if (long && isOurs(text, long.index, long[0].length))
    return { at: long.index, length: long[0].length, first: dayOf(long.slice(1, 6)), last: dayOf(long.slice(6, 11)) };
  for (let from = 0; from < text.length;) {
    const short = SHORT_RANGE.exec(text.slice(from));
    if (!short) return undefined;
    const at = from + short.index;
    const last = dayOf(short.slice(3, 8));
    const listed = [short[1] ?? "", ...(short[2] ?? "").split(",").slice(1)].map((day) => Number(day.trim()));
    const comma = /,\s*$/.test(short[0].slice(0, short[0].lastIndexOf(String(short[3]))));
    const inRow = [...listed, last.day].every((day, place, all) => place === 0 || day === (all[place - 1] ?? 0) + 1);
    if (isOurs(text, at, short[0].length) && (inRow || (!comma && listed.length === 1)))
      return { at, length: short[0].length, first: { ...last, day: listed[0] ?? last.day }, last };
    from = at + 1;
  }
  return undefined;
}

const isOurs = (text: string, at: number, length: number): boolean =>
  !ELSEWHERE.test(text.slice(0, at).replace(LEAD_IN, "")) &&
  !ELSEWHERE.test(text.slice(0, at)) &&
  !LUNAR_AFTER.test(text.slice(at + length)) &&
  !LUNAR_BEFORE.test(text.slice(0, at));

const singles = (text: string): RegExpExecArray[] =>
  [...text.matchAll(SINGLE)].filter((one) => isOurs(text, one.index, one[0].length));

/** "khai mạc ngày 20/12, bế mạc ngày 22/12": the days stand apart. */
function apart(text: string): Found | undefined {
  const all = singles(text);
  const last = all.find((one) => ENDS.test(text.slice(0, one.index)));
  const first = all.find((one) => BEGINS.test(text.slice(0, one.index))) ?? (last && all[all.indexOf(last) - 1]);
  if (!first || !last || last.index < first.index) return undefined;
  const length = last.index + last[0].length - first.index;
  // Farther apart they are about two things.
  if (length > 60) return undefined;
  return { at: first.index, length, first: dayOf(first.slice(1)), last: dayOf(last.slice(1)) };
}

function singleIn(text: string): Found | undefined {
  const [only] = singles(text);
  if (!only) return undefined;
  const before = text.slice(0, only.index);
  const where = { at: only.index, length: only[0].length };
  const day = dayOf(only.slice(1));
  const count = Number(COUNT.exec(text.slice(0, only.index))?.[1] ?? COUNT.exec(text)?.[1]);
  if (count > 1 && count <= 60) return { ...where, first: day, count };
  if (ENDS.test(before)) return { ...where, last: day };
  return BEGINS.test(before) ? { ...where, first: day } : { ...where, first: day, last: day };
}

const padded = (number: number): string => String(number).padStart(2, "0");
const inYear = ({ day, month }: Day, year: number): IsoDate | null =>
  parseDate(`${year}-${padded(month)}-${padded(day)}`);

/** The last day decides the year where none is said: a fair that is on today is not past. */
function settled({ first, last, count }: Found, said: string, today: IsoDate): Omit<DaysRead, "rest"> {
  const impossible = { problem: { code: "no-such-day", said } } as const;
  const only = first && last ? undefined : (first ?? last);
  if (only) {
    const day = next(only, today);
    if (day === null) return impossible;
    if (!first) return { to: day };
    return count === undefined ? { from: day } : { from: day, to: later(day, count - 1) };
  }
  if (!first || !last) return {};
  const ends = last.year === undefined && first.year !== undefined;
  const from = ends ? next(first, today) : before(first, next(last, today));
  const to = ends ? after(last, from) : next(last, today);
  if (from === null || to === null) return impossible;
  return from > to ? { problem: { code: "days-backwards", said } } : { from, to };
}

function next(day: Day, today: IsoDate): IsoDate | null {
  if (day.year !== undefined) return inYear(day, day.year);
  const year = Number(today.slice(0, 4));
  const here = inYear(day, year);
  return here !== null && here >= today ? here : inYear(day, year + 1);
}

const HALF = 6;
const yearAndMonth = (date: IsoDate): readonly [year: number, month: number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
];

/** In the year of the last day, or the one before where they run over New Year: "30/12 đến 2/1". */
function before(day: Day, to: IsoDate | null): IsoDate | null {
  if (to === null || day.year !== undefined) return inYear(day, day.year ?? 0);
  const [year, month] = yearAndMonth(to);
  return inYear(day, day.month - month >= HALF ? year - 1 : year);
}

function after(day: Day, from: IsoDate | null): IsoDate | null {
  if (from === null) return null;
  const [year, month] = yearAndMonth(from);
  return inYear(day, month - day.month >= HALF ? year + 1 : year);
}

const later = (date: IsoDate, days: number): IsoDate => {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10) as IsoDate;
};
