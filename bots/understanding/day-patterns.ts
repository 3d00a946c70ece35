/** How days are said, over text without accents: a pattern each, and what the words of it tell. */
import { type SpokenDay, type Week } from "./day-meant.ts";
import { NUMBER, numberOf } from "./folded-text.ts";
import { TAKEN } from "./spans.ts";

/** In patterns a blank is any white space, and " ?" none or some. */
const blanks = (source: string): string => source.replaceAll(" ?", String.raw`\s*`).replaceAll(" ", String.raw`\s+`);
const at = (source: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
  new RegExp(blanks(String.raw(source, ...parts)), "y");

export type Reader = readonly [pattern: RegExp, read: (found: RegExpExecArray) => SpokenDay | null];

const solar = (day: string, month: number, year?: string): SpokenDay => ({
  ...{ calendar: "solar", day: Number(day), month },
  ...(year === undefined ? {} : { year: Number(year.padStart(4, "20")) }),
});
const lunar = (day: number, month: number, year?: number): SpokenDay => ({
  ...{ calendar: "lunar", day, month },
  ...(year === undefined ? {} : { year }),
});

const VI_WEEKDAY = String.raw`(?:thu (hai|ba|tu|nam|sau|bay|[2-7](?!\d))(?! loai| mon)|t([2-7])|chu (nhat)|(cn))\b`;
const WEEKDAY = VI_WEEKDAY.replaceAll(/\((?!\?)/g, "(?:");
/** Before a day: a weekday, "ngày". */
export const LEAD = at`(?:${WEEKDAY}[\s,(]*)?(?:ngay |hom )?`;
/** What leads from the first day to the last. */
export const UNTIL = String.raw`[-–—→~&]|->|(?:den|toi|ve|va|to|and|till|until|through)\b|${TAKEN}(?= ?ngay)`;
const AROUND = String.raw`[\s(${TAKEN}]*(?:(?:het|sang|trua|chieu|toi|dem|vao) )*(?:${WEEKDAY}[\s,(]*)?(?:ngay |hom )?`;
/** Between two days of which the second is the last. */
export const LINKED = new RegExp(blanks(String.raw`^ ?(?:${UNTIL})${AROUND}$`));

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = String.raw`(${MONTHS.join("|")})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?`;
const monthOf = (word: string): number => MONTHS.indexOf(word) + 1;
const numberOfMonth = (word: string): number => (word === "gieng" ? 1 : word === "chap" ? 12 : numberOf(word));
const TH = "(?:st|nd|rd|th)?";

const TWO = String.raw`(\d{1,2})`;
/** No number that goes on, and no part of one: "0912.345.678". */
const FREE = String.raw`(?<![\d/.]|\d,)`;
const WORD = String.raw`${NUMBER}|tu\b`;
const OF_MONTH = String.raw` ?/ ?| thang | (?=tet|chap|gieng)`;
const YEAR = String.raw`(?: ?/ ?|,? nam |,? (?=20\d\d))(\d{4}|\d\d)`;

/** "20/12/2026", "mùng 5 tháng Giêng", "23 tháng Chạp", "mùng 2 Tết", "30 Tết". */
function dated([, first, day = "", month = "", year, leap]: RegExpExecArray): SpokenDay | null {
  const number = numberOf(day);
  if (month === "tet") {
    const tet = year === undefined ? undefined : Number(year);
    if (first !== undefined) return lunar(number, 1, tet);
    // The last day before Tết is called "30 Tết" in years that have only 29.
    if (number === 30) return lunar(0, 1, tet);
    return number < 20 ? null : lunar(number, 12, tet && tet - 1);
  }
  const said = solar(String(number), numberOfMonth(month), year);
  if (leap !== undefined) return { ...said, calendar: "lunar", leap: true };
  if (/gieng|chap/.test(month)) return { ...said, calendar: "lunar" };
  if (first === undefined) return /\d/.test(month) ? said : null;
  return { ...said, calendar: "unclear" };
}

/** "20, 21" before "và 22/12": a row, where commas part them. */
function opening([, day = "", more = "", link = "", last = ""]: RegExpExecArray): SpokenDay | null {
  const row = [day, ...more.split(",").slice(1), last].map(Number);
  const inRow = row.every((one, place) => place === 0 || one === (row[place - 1] ?? 0) + 1);
  return inRow || (more === "" && !link.includes(",")) ? { calendar: "solar", day: Number(day) } : null;
}

/** Its month is said with the next day. */
export const OPENING: Reader = [
  at`${FREE}(?<![:-]|lan )\b${TWO}((?: ?, ?\d{1,2})*)(?=( ?, ?| ?(?:${UNTIL}))${AROUND}(?:mung |mong )?${TWO}(?:${OF_MONTH})(?:\d|gieng|chap|tet))`,
  opening,
];

/** These may stand behind a weekday or "ngày". The first that fits at a place wins. */
export const DATED: readonly Reader[] = [
  [at`\b(\d{4})-${TWO}-${TWO}\b`, ([, year, month, day = ""]) => solar(day, Number(month), year)],
  [
    at`${FREE}\b(mung |mong )?(\d{1,2}|(?<=m[uo]ng )(?:${WORD}))(?:${OF_MONTH})(\d{1,2}|gieng|chap|tet|(?:${WORD}))(?:${YEAR})?( nhuan)?(?![\d/])\b`,
    dated,
  ],
  [at`${FREE}\b${TWO}([.-])${TWO}\2(\d{4})(?![\d/])`, ([, day = "", , month, year]) => solar(day, Number(month), year)],
  [at`(?<=ngay )${TWO}-${TWO}(?![\d/.-]| ?/)`, ([, day = "", month]) => solar(day, Number(month))],
  OPENING,
  [
    at`(?:ram)(?: thang (\d{1,2}|gieng|chap|(?:${WORD})))?( nhuan)?\b`,
    ([, month, leap]) =>
      month === "mot"
        ? { calendar: "unclear" }
        : {
            ...{ calendar: "lunar", day: 15 },
            ...(month === undefined ? {} : { month: numberOfMonth(month) }),
            ...(leap === undefined ? {} : { leap: true }),
          },
  ],
  [at`m[uo]ng (\d{1,2}|(?:${WORD}))\b`, ([, day = ""]) => ({ calendar: "unclear", day: numberOf(day) })],
  [
    at`(?<=(?:ngay|hom) )${TWO}(?: nay)?\b(?! ?(?:dem|ngay|nguoi|/))`,
    ([, day]) => ({ calendar: "solar", day: Number(day) }),
  ],
];

export const inDays =
  (days: number): Reader[1] =>
  () => ({ calendar: "solar", inDays: days });
const WEEKDAYS: Readonly<Record<string, number>> = {
  ...{ hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6, nhat: 7, cn: 7 },
  ...{ mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7, cuoi: 6, weekend: 6 },
};
const inWeek = (word = "", said = ""): SpokenDay => ({
  calendar: "solar",
  weekday: /^\d$/.test(word) ? Number(word) - 1 : (WEEKDAYS[word] ?? 7),
  week: weekOf(said),
});
function weekOf(said: string): Week {
  if (said === "tuan nay") return "this";
  if (/^(?:tuan sau|tuan toi|sau|next)$/.test(said)) return "next";
  if (/^(?:tuan truoc|vua roi|truoc|last)$/.test(said)) return "last";
  return said === "toi" ? "after-today" : "coming";
}

export const OTHERS: readonly Reader[] = [
  [
    at`(?<!\b(?:them|o|ve) )\b(?:(${NUMBER}) (hom|ngay|bua|tuan) nua|sau (${NUMBER}) (ngay|hom|tuan)|in (${NUMBER}) (day|week)s?)\b`,
    ([, one, unit, other, otherUnit, english = "", englishUnit = ""]) => ({
      calendar: "solar",
      inDays: numberOf(one ?? other ?? english) * (/tuan|week/.test(unit ?? otherUnit ?? englishUnit) ? 7 : 1),
    }),
  ],
  [
    at`\b(?:ngay |dem )?(?:giao thua)\b|\b(?:dip |an |vao )?tet(?: am(?: lich)?| nguyen dan| nay)?\b(?! duong)`,
    ([said]) => (/thua/.test(said) ? lunar(0, 1) : { calendar: "unclear", month: 1 }),
  ],
  [at`\btet duong(?: lich)?\b`, () => solar("1", 1)],
  [at`\b${MONTH} ${TWO}${TH}(?:,? (20\d\d))?\b`, ([, month = "", day = "", year]) => solar(day, monthOf(month), year)],
  [
    at`\b${TWO}${TH}(?: of)? ${MONTH}(?:,? (20\d\d))?\b`,
    ([, day = "", month = "", year]) => solar(day, monthOf(month), year),
  ],
  [
    at`(?<=\b${MONTH} \d{1,2}${TH} ?(?:${UNTIL}) ?)${TWO}${TH}\b`,
    ([, , day]) => ({ calendar: "solar", day: Number(day) }),
  ],
  [
    at`\b${VI_WEEKDAY}(?: (tuan nay|tuan sau|tuan toi|tuan truoc|vua roi|nay|toi|sau)(?= |[,.;!?]))?`,
    ([, word, short, sunday, cn, week]) => inWeek(word ?? short ?? sunday ?? cn, week),
  ],
  [
    at`\b(?:(this|next|last|on) )?(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?day\b`,
    ([, week, word]) => inWeek(word, week),
  ],
  // "cuối tuần tới" is the one after this week's end, "thứ bảy tới" the next Saturday.
  [at`\b(cuoi) tuan\b(?: (nay|sau|toi|truoc))?`, ([, word, week]) => inWeek(word, week === "toi" ? "sau" : week)],
  [at`\b(?:(this|next|last|the) )?(weekend)\b`, ([, week, word]) => inWeek(word, week)],
  [at`\b(?:hom nay|(?:sang|trua|chieu|toi|dem) nay|trong ngay|today|tonight)\b`, inDays(0)],
  [at`\b(?:ngay (?:kia|mot)|day after tomorrow)\b`, inDays(2)],
  [at`\b(?:(?:ngay|sang|trua|chieu|toi|dem) mai|tomorrow(?: night)?)\b`, inDays(1)],
  [at`\b(?:hom qua|hom kia|hom truoc|yesterday)\b`, inDays(-1)],
];
