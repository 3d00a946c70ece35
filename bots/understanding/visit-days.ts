/** When they come and go: "từ 20 đến 22/12", "2 đêm từ 24/12", "cuối tuần này", "Dec 20 to 22". */
import { addDays, type IsoDate } from "../../shared/domain/time.ts";
import {
  type Day,
  type DayFault,
  dayOf,
  dayOfMonth,
  MONTH,
  monthOf,
  notPast,
  weekdayIn,
  weekdayNumber,
  type Week,
} from "./visit-dates.ts";
import { spelledOut, UNTIL } from "./visit-ranges.ts";
import { NUMBER, numberOf, type VisitText, without } from "./visit-text.ts";

export type DaysSaid = {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly nights?: number;
  readonly moreNights?: number;
  readonly fault?: DayFault;
};

/** A day as said. `read` is given the day that it may not lie before: today, or the arrival. */
type Said = { at: number; end: number; night: boolean; read: (notBefore: IsoDate, today: IsoDate) => Day };

const WEEK_VI = String.raw`(?: (tuan nay|tuan sau|tuan toi|tuan truoc|vua roi|nay|toi|sau)(?= |[,.;!?]))?`;
const weekOf = (said = ""): Week => {
  if (/^(?:tuan nay)$/.test(said)) return "this";
  if (/^(?:tuan sau|tuan toi|sau|next)$/.test(said)) return "next";
  if (/^(?:tuan truoc|vua roi|last)$/.test(said)) return "last";
  return said === "toi" ? "after-today" : "coming";
};

type Reader = readonly [pattern: RegExp, read: (found: RegExpExecArray) => Said["read"]];
const inDays =
  (days: number): Said["read"] =>
  (_, today) =>
    notPast(addDays(today, days), today);
const fault =
  (why: DayFault): Said["read"] =>
  () => ({ fault: why });
const calendar =
  (day: string, month: number, year?: string): Said["read"] =>
  (notBefore) =>
    dayOf({ day: Number(day), month, ...(year === undefined ? {} : { year: Number(year) }) }, notBefore);

/** The first that fits at a place wins. */
const READERS: readonly Reader[] = [
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/y, ([, year, month, day = ""]) => calendar(day, Number(month), year)],
  [
    /\b(?:mung |mong |ngay )?(\d{1,2}|mot|hai|ba|bon|nam)(?:\/| thang )(\d{1,2}|mot|gieng|chap) (?:duong lich|duong)\b/y,
    ([, day = "", month = ""]) => calendar(String(numberOf(day)), numberOf(month)),
  ],
  [
    /\b(?:mung|mong) (?:\d{1,2}|mot|hai|ba|bon|nam)(?: (?:tet|thang \S+|am lich|al))*|\b(?:ram|giao thua|30 tet|29 tet)(?: thang \S+)?|\b\d{1,2}(?:\/| thang )(?:gieng|chap|\d{1,2} (?:am lich|am|al)\b)|\b(?:dip |an |vao )?tet(?: am(?: lich)?| nguyen dan| nay)?(?! duong)(?= |[,.;!?])/y,
    () => fault("lunar"),
  ],
  [
    /\b(?:ngay )?(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b/y,
    ([, day = "", , month, year]) => calendar(day, Number(month), year),
  ],
  [
    /\b(?:ngay )?(\d{1,2})(?: ?\/ ?| thang |-)(\d{1,2})(?:(?: nam |,? )(20\d\d))?\b/y,
    ([, day = "", month, year]) => calendar(day, Number(month), year),
  ],
  [
    new RegExp(String.raw`\b${MONTH} (\d{1,2})(?:st|nd|rd|th)?(?:,? (20\d\d))?\b`, "y"),
    ([, month = "", day = "", year]) => calendar(day, monthOf(month), year),
  ],
  [
    new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? (20\d\d))?\b`, "y"),
    ([, day = "", month = "", year]) => calendar(day, monthOf(month), year),
  ],
  [
    new RegExp(
      String.raw`(?<!\b(?:them|o|ve) )\b(?:(${NUMBER}) (hom|ngay|bua|tuan) nua|sau (${NUMBER}) (ngay|hom|tuan)|in (${NUMBER}) (day|week)s?)\b`,
      "y",
    ),
    ([, one, unit, other, otherUnit, english, englishUnit]) =>
      inDays(
        numberOf(one ?? other ?? english ?? "") * (/tuan|week/.test(unit ?? otherUnit ?? englishUnit ?? "") ? 7 : 1),
      ),
  ],
  [/\btet duong(?: lich)?\b/y, () => calendar("1", 1)],
  [
    new RegExp(String.raw`\b(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|t([2-7])|chu (nhat)|(cn))\b${WEEK_VI}`, "y"),
    ([, word, short, sunday, cn, week]) =>
      (_, today) =>
        weekdayIn(weekdayNumber(word ?? short ?? sunday ?? cn ?? ""), weekOf(week), today),
  ],
  [
    /\b(?:(this|next|last|on) )?(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?day\b/y,
    ([, week, word = ""]) =>
      (_, today) =>
        weekdayIn(weekdayNumber(word), weekOf(week), today),
  ],
  [
    new RegExp(String.raw`\bcuoi tuan\b(?: (nay|sau|toi|truoc))?`, "y"),
    ([, week]) =>
      (_, today) =>
        weekdayIn(6, week === "sau" || week === "toi" ? "next" : week === "truoc" ? "last" : "coming", today),
  ],
  [
    /\b(?:(this|next|last|the) )?weekend\b/y,
    ([, week]) =>
      (_, today) =>
        weekdayIn(6, weekOf(week), today),
  ],
  [/\b(?:hom nay|(?:sang|trua|chieu|toi|dem) nay|today|tonight)\b/y, () => inDays(0)],
  [/\bday after tomorrow\b/y, () => inDays(2)],
  [/\b(?:(?:ngay|sang|trua|chieu|toi|dem) mai|tomorrow(?: night)?)\b/y, () => inDays(1)],
  [/\b(?:ngay (?:kia|mot))\b/y, () => inDays(2)],
  [/\b(?:hom qua|hom kia|hom truoc|yesterday)\b/y, () => fault("past")],
  [
    /\b(?:ngay|hom) (\d{1,2})(?: nay)?\b(?! ?(?:dem|ngay|nguoi|\/))/y,
    ([, day]) =>
      (notBefore) =>
        dayOfMonth(Number(day), notBefore),
  ],
];

/** "mai" alone, where it is no name: "mai em lên", never "Mai Anh". */
const TOMORROW: Reader = [/\bmai\b/y, () => inDays(1)];
const isName = ({ typed }: VisitText, at: number): boolean => !/^(?:mai|Mai(?= \p{Ll}))\P{L}/u.test(typed.slice(at));

/** House numbers and days of delivery are no visits. */
const HOUSE = /(?:số|số nhà|ngõ|ngách|hẻm|kiệt|tổ|đường|so|so nha|ngo|ngach|hem|duong) $/iu;
const DELIVERY = /(?:giao|gui|ship|deliver\w*|nhan hang)(?: \S+){0,2} $/;
const isHouse = ({ typed }: VisitText, said: Said): boolean =>
  /^\s?\d/.test(typed.slice(said.at)) && /^ \p{Lu}\p{Ll}/u.test(typed.slice(said.end));

function saidAt(text: VisitText, at: number): Said | null {
  for (const [pattern, read] of [...READERS, ...(isName(text, at) ? [] : [TOMORROW])]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text.folded);
    if (!found || found[0] === "") continue;
    const said = { at, end: at + found[0].length, night: isNight(text, at, found[0]), read: read(found) };
    const before = text.folded.slice(0, at);
    return HOUSE.test(text.typed.slice(0, at)) || DELIVERY.test(before) || isHouse(text, said) ? null : said;
  }
  return null;
}

/** "tối 24/12" stays a night, "tới 24/12" is until then. */
const isNight = ({ typed }: VisitText, at: number, found: string): boolean =>
  /(?:tối|đêm|tối ngày|đêm ngày|night of|dem) $/iu.test(typed.slice(0, at)) ||
  /^(?:tối|đêm|dem|tonight|tomorrow night)/iu.test(typed.slice(at, at + found.length));

function allSaid(text: VisitText): readonly Said[] {
  const all: Said[] = [];
  for (let at = 0; at < text.folded.length; at++) {
    const said = /\w/.test(text.folded[at] ?? "") ? saidAt(text, at) : null;
    if (!said) continue;
    all.push(said);
    at = said.end - 1;
  }
  return all;
}

const NIGHTS = new RegExp(String.raw`\b(?:(?:${NUMBER}) ngay )?(${NUMBER}) ?(?:dem|nights?|more nights?)\b(?: nua)?`);
const WEEKS = new RegExp(String.raw`\b(${NUMBER}) (?:tuan|weeks?)\b(?! (?:nay|sau|toi|truoc|nua))`);

function takeNights(text: VisitText): {
  readonly said: Pick<DaysSaid, "nights" | "moreNights">;
  readonly rest: VisitText;
} {
  const found = NIGHTS.exec(text.folded);
  const weeks = found ? null : WEEKS.exec(text.folded);
  const [whole = "", number = ""] = found ?? weeks ?? [];
  if (whole === "") return { said: {}, rest: text };
  const at = (found ?? weeks)?.index ?? 0;
  const nights = numberOf(number) * (weeks ? 7 : 1);
  const before = text.folded.slice(0, at);
  const rest = without(text, at, at + whole.length);
  if (/bot $/.test(before)) return { said: { moreNights: -nights }, rest };
  if (/them $/.test(before) || / nua$| more /.test(whole)) return { said: { moreNights: nights }, rest };
  return { said: { nights }, rest };
}

const LEAVES =
  /(?:^| )(?:ve|tra phong|check ?out|di ve|until|till|den het|roi di)(?: (?:ngay|vao|hom|on|sang|trua|chieu))* $/;
const TO_NEW = /(?:sang|thanh|qua|lai|to)(?: (?:ngay|hom|tu|dem))* $/;
const LED_IN =
  /(?:(?:tu|vao|ngay|dem|toi|sang|trua|chieu|hom|den|ve|on|from|for|to|until|di|o|luc|check in|check out) )+$/;

export function takeDays(text: VisitText, today: IsoDate): { readonly said: DaysSaid; readonly rest: VisitText } {
  const spelled = spelledOut(text) ?? text;
  const { said: nights, rest: afterNights } = takeNights(spelled);
  const all = allSaid(afterNights);
  let rest = afterNights;
  for (const { at, end } of all) {
    const led = LED_IN.exec(` ${afterNights.folded.slice(0, at)}`)?.[0] ?? "";
    rest = without(rest, Math.max(0, at - led.length), end);
  }
  return { said: { ...nights, ...meaning(afterNights, all, { today, nights: nights.nights }) }, rest };
}

/** Which of the days said is the arrival, and which the departure. */
function meaning(
  { folded }: VisitText,
  all: readonly Said[],
  { today, nights }: { today: IsoDate; nights: number | undefined },
): DaysSaid {
  const changedTo =
    all.length > 1 && /doi|change|chuyen/.test(folded) ? all.find((said) => isNew(folded, said)) : undefined;
  const [first, second] = changedTo ? [changedTo] : all;
  if (!first) return {};
  if (!second && LEAVES.test(folded.slice(0, first.at))) {
    const left = first.read(today, today);
    return "fault" in left ? { fault: left.fault } : { to: left.day };
  }
  const arrival = first.read(today, today);
  if ("fault" in arrival) return { fault: arrival.fault };
  const between = second ? folded.slice(first.end, second.at) : "";
  if (!second || !new RegExp(String.raw`(?:^|[ ,])(?:${UNTIL}|tra phong|check ?out)(?: |$)`).test(` ${between} `))
    return { from: arrival.day, ...(first.night && nights === undefined ? { nights: 1 } : {}) };
  return until(arrival.day, second, { today, eachNight: first.night && / (?:va|and) /.test(` ${between} `) });
}

const isNew = (folded: string, { at }: Said): boolean => TO_NEW.test(folded.slice(0, at));

function until(from: IsoDate, second: Said, { today, eachNight }: { today: IsoDate; eachNight: boolean }): DaysSaid {
  const plain = second.read(today, today);
  const after = second.read(from, today);
  if ("fault" in after) return { fault: after.fault };
  // "từ 22 về 20/12" of one year is a slip, "30/12 đến 2/1" runs over New Year.
  if ("day" in plain && plain.day < from && plain.day.slice(0, 7) === from.slice(0, 7)) return { fault: "backwards" };
  if (!eachNight) return { from, to: after.day };
  return { from, nights: Math.round((Date.parse(after.day) - Date.parse(from)) / 86_400_000) + 1 };
}
