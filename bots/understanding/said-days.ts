/**
 * Every day that a message speaks of, as it was said: "20/12", "20-22/12", "từ mùng 9 đến mùng 10 tháng Giêng", "thứ bảy
 * tuần sau", "mai", "Dec 20 to 22". Fairs, stays and wished days take from it what they need; `day-meant.ts` tells the date.
 */
import { type SpokenDay } from "./day-meant.ts";
import { DATED, inDays, LEAD, LINKED, OPENING, OTHERS, type Reader } from "./day-patterns.ts";
import { type FoldedText } from "./folded-text.ts";
import { bareToo, loose } from "./spans.ts";

export type SaidDay = {
  readonly at: number;
  readonly end: number;
  /** Where the weekday or "ngày" before it begins. */
  readonly lead: number;
  /** Its month is said with the next one: "20" in "20-22/12". */
  readonly opens: boolean;
  readonly spoken: SpokenDay;
};

/** Where it is no name: "mai em lên", never "Mai Anh". */
const TOMORROW: Reader = [/mai/y, inDays(1)];
const IS_TOMORROW = /^(?:mai|Mai(?=\s\p{Ll}))\P{L}/u;
/** "ram" is a dish too, and "răm" a herb. */
const IS_FULL_MOON = /^(?!r)|^(?:rằm|ram\s+thang)/iu;
const NUMBERED = loose`(?<!\p{L})(?:${bareToo("số|số nhà|ngõ|ngách|hẻm|đường")}|kiệt|tổ)\s+$`;
/** What stands before or after a day and changes what it is lies within so many characters: more would cost their square. */
const NEAR = 24;
const CALENDAR = new RegExp(
  String.raw`[\s(]*(?:(${bareToo("âm lịch|âm|âl")})|${bareToo("dương lịch|dương")})(?!\p{L})\)?`,
  "iuy",
);

export function saidDays(text: FoldedText): readonly SaidDay[] {
  const all: SaidDay[] = [];
  for (let at = 0; at < text.folded.length; at++) {
    const isStart = /\w/.test(text.folded[at] ?? "") && !/\w/.test(text.folded[at - 1] ?? "");
    const said = isStart ? saidAt(text, at) : null;
    if (!said || NUMBERED.test(text.typed.slice(Math.max(0, at - NEAR), at))) continue;
    all.push(said);
    at = said.end - 1;
  }
  return all.map((said, place) => ofNext(text, said, all[place + 1]));
}

/** The second is the last day of what began with the first. */
export const isUntil = ({ folded }: FoldedText, one: SaidDay, next: SaidDay): boolean =>
  one.opens || LINKED.test(folded.slice(one.end, next.at));

function saidAt(text: FoldedText, lead: number): SaidDay | null {
  LEAD.lastIndex = lead;
  const at = lead + (LEAD.exec(text.folded)?.[0].length ?? 0);
  const others = IS_TOMORROW.test(text.typed.slice(lead, lead + NEAR)) ? [...OTHERS, TOMORROW] : OTHERS;
  const said = IS_FULL_MOON.test(text.typed.slice(at, at + NEAR)) ? readBy(DATED, text.folded, at) : null;
  const found = said ?? readBy(others, text.folded, lead);
  return found && inCalendar(text, { ...found, lead });
}

function readBy(readers: readonly Reader[], folded: string, at: number): Omit<SaidDay, "lead"> | null {
  for (const reader of readers) {
    const [pattern, read] = reader;
    pattern.lastIndex = at;
    const found = pattern.exec(folded);
    const spoken = found && read(found);
    if (spoken) return { at, end: at + found[0].length, opens: reader === OPENING, spoken };
  }
  return null;
}

/** "15/8 âm lịch", "mùng 1 tháng 1 dương lịch". */
function inCalendar({ typed }: FoldedText, said: SaidDay): SaidDay {
  CALENDAR.lastIndex = said.end;
  const found = said.spoken.day === undefined || said.opens ? null : CALENDAR.exec(typed);
  if (!found) return said;
  const calendar = found[1] === undefined ? "solar" : "lunar";
  return { ...said, end: said.end + found[0].length, spoken: { ...said.spoken, calendar } };
}

/** Of two days of one stretch the month, and "âm lịch", may be said once: "từ 9/1 đến 10/1 âm lịch". */
function ofNext(text: FoldedText, said: SaidDay, next: SaidDay | undefined): SaidDay {
  const { day, month, year, calendar } = said.spoken;
  if (!next || day === undefined || !isUntil(text, said, next)) return said;
  if (month === undefined && next.spoken.month !== undefined)
    return { ...said, opens: true, spoken: { ...next.spoken, day } };
  const isMarked = /l(?:ịch|ich|)\)?$|[âa]m\)?$/iu.test(text.typed.slice(next.at, next.end));
  return calendar !== "lunar" && year === undefined && next.spoken.calendar === "lunar" && isMarked
    ? { ...said, spoken: { ...said.spoken, calendar: "lunar" } }
    : said;
}
