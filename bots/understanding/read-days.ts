/**
 * The days on which a fair is held, of all that a sentence names: "20-22/12", "từ 28 tháng 11 đến 2/12", "đến hết 24/12".
 * Without a year the next such days are meant that are not past; a day that can't be is told, not mended.
 */
import { addDays, type IsoDate } from "../../shared/domain/time.ts";
import { type DayFault, dayMeant, dayNear, type SpokenDay } from "./day-meant.ts";
import { type FoldedText, foldedText } from "./folded-text.ts";
import { isUntil, type SaidDay, saidDays } from "./said-days.ts";
import { bareToo, END, START, TAKEN, without, loose } from "./spans.ts";

export type DaysProblem = { code: "no-such-day" | "days-backwards" | "which-calendar"; said: string };

/**
 * `from` without `to`, or the other way round: only that end was named. `byMoon`: by the lunar calendar, so that both are
 * said back. `rest` is the text without the days.
 */
export type DaysRead = { from?: IsoDate; to?: IsoDate; byMoon?: true; problem?: DaysProblem; rest: string };

/** Before a date that is about something else: a holiday, a deadline, a paper. */
const ELSEWHERE = loose`${START}(?:${bareToo("nhân dịp|chào mừng|kỷ niệm|kỉ niệm|mừng")}[^,.;\n]{0,40}|${bareToo("đăng ký|đăng kí|hạn cuối|hạn chót|hạn")}[^.;\n]{0,40}${bareToo("trước|đến|hạn|hết")}[^,.;\n]{0,12}|${bareToo("công văn|kế hoạch|quyết định|tờ trình")}\s+${bareToo("số")}[^,.;\n]{0,30})$`;
const ENDS = loose`${START}${bareToo("đến|tới|hết|kết thúc|bế mạc|cho đến|kéo dài")}\s+(?:(?:${bareToo("hết|vào|ngày|đến|lúc|sáng|chiều|tối")}|${TAKEN})\s+)*$`;
const BEGINS = loose`${START}${bareToo("từ|bắt đầu|mở từ|khai mạc|khai trương")}\s+(?:(?:${bareToo("vào|ngày|từ|lúc|sáng|chiều|tối")}|${TAKEN})\s+)*$`;
const COUNT = loose`${START}(\d{1,2})\s+${bareToo("ngày")}${END}`;
const LEAD_IN = loose`${START}(?:(?:${bareToo("từ|vào|trong|ngày|tức|các|diễn ra|mở|cho|đến|tới|hết|khai mạc|bắt đầu|kéo dài|thời gian|sáng|chiều|tối|dương lịch")}|${bareToo("thứ")}\s+(?:[2-7]|hai|ba|tư|năm|sáu|bảy)|${bareToo("chủ nhật")}|\d{1,2}\s+${bareToo("ngày")})[\s:,(]+)+$`;

type Place = { readonly at: number; readonly end: number };
/** `count`: so many days from the first on. */
type Found = Place & { first?: SpokenDay; last?: SpokenDay; count?: number };

export function readDays(words: string, today: IsoDate): DaysRead {
  const text = foldedText(words);
  const { typed } = text;
  const all = saidDays(text).filter(isDated);
  const ours = all.filter(({ at }) => isOurs(typed.slice(0, at)));
  const isSolar = ({ spoken }: SaidDay): boolean => spoken.calendar === "solar";
  // Beside its solar day a lunar one only explains.
  const days = ours.some(isSolar) ? ours.filter(isSolar) : ours;
  const found = stretch(text, days) ?? apart(typed, days) ?? single(typed, days);
  const lunar = all.filter((said) => !isSolar(said) && !(found && said.at >= found.at && said.end <= found.end));
  const taken: readonly Place[] = [...lunar, ...(found ? [found] : [])];
  const rest = taken
    .toSorted((one, other) => other.at - one.at)
    .reduce(cut, typed)
    .slice(1, -1);
  if (!found) return { rest };
  const byMoon = found.first?.calendar === "lunar" || found.last?.calendar === "lunar";
  const settledDays = settled(found, typed.slice(found.at, found.end).trim(), today);
  return { ...settledDays, ...(byMoon ? { byMoon } : {}), rest };
}

/** Days of the calendar; "thứ bảy" and "ngày 28" may be said of anything. */
const isDated = ({ spoken: { calendar, day, month } }: SaidDay): boolean =>
  day !== undefined && (month !== undefined || calendar !== "solar");

const isOurs = (before: string): boolean => !ELSEWHERE.test(before.replace(LEAD_IN, "")) && !ELSEWHERE.test(before);

/** With the words that only led to it. */
function cut(text: string, { at, end }: Place): string {
  const lead = LEAD_IN.exec(text.slice(0, at))?.[0].length ?? 0;
  return without(text, at - lead, end - at + lead);
}

function stretch(text: FoldedText, days: readonly SaidDay[]): Found | undefined {
  for (const [place, last] of days.slice(1).entries()) {
    const first = days[place];
    if (first && isUntil(text, first, last))
      return { at: first.at, end: last.end, first: first.spoken, last: last.spoken };
  }
  return undefined;
}

/** "khai mạc ngày 20/12, bế mạc ngày 22/12": the days stand apart. */
function apart(typed: string, days: readonly SaidDay[]): Found | undefined {
  const last = days.find(({ at }) => ENDS.test(typed.slice(0, at)));
  const first = days.find(({ at }) => BEGINS.test(typed.slice(0, at))) ?? (last && days[days.indexOf(last) - 1]);
  // Farther apart they are about two things.
  if (!first || !last || last.at < first.at || last.end - first.at > 60) return undefined;
  return { at: first.at, end: last.end, first: first.spoken, last: last.spoken };
}

function single(typed: string, [only]: readonly SaidDay[]): Found | undefined {
  if (!only) return undefined;
  const { at, end, spoken } = only;
  const before = typed.slice(0, at);
  const count = Number(COUNT.exec(before)?.[1] ?? COUNT.exec(typed)?.[1]);
  if (count > 1 && count <= 60) return { at, end, first: spoken, count };
  if (ENDS.test(before)) return { at, end, last: spoken };
  return BEGINS.test(before) ? { at, end, first: spoken } : { at, end, first: spoken, last: spoken };
}

const CODES: Readonly<Record<DayFault, DaysProblem["code"]>> = {
  impossible: "no-such-day",
  "which-calendar": "which-calendar",
};

/** The last day decides the year where none is said: a fair that is on today is not past. */
function settled({ first, last, count }: Found, said: string, today: IsoDate): Omit<DaysRead, "rest"> {
  const decides = first?.year === undefined ? (last ?? first) : first;
  if (!decides) return {};
  const anchor = dayMeant(decides, today);
  const from = first && "day" in anchor ? dayNear(first, today, anchor.day) : anchor;
  const to = last && "day" in anchor ? dayNear(last, today, anchor.day) : anchor;
  if ("fault" in from) return { problem: { code: CODES[from.fault], said } };
  if ("fault" in to) return { problem: { code: CODES[to.fault], said } };
  if (!last) return { from: from.day, ...(count === undefined ? {} : { to: addDays(from.day, count - 1) }) };
  if (!first) return { to: to.day };
  return from.day > to.day ? { problem: { code: "days-backwards", said } } : { from: from.day, to: to.day };
}
