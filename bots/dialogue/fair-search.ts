/** Which fairs a question is about: "tháng 2 có hội gì", "ở Trùng Khánh có hội không", "hội Pháo hoa hôm nào". Pure. */
import { type Fair } from "../../shared/domain/fair.ts";
import { fold, nfc } from "../../shared/domain/text.ts";
import { addDays, addMonths, type IsoDate, weekdayOf } from "../../shared/domain/time.ts";
import { wordsOf } from "./topics.ts";

/** `named`: by its name or place; `when` and `where` as they were said, where nothing else explains an empty answer. */
export type FairsFound = {
  readonly fairs: readonly Fair[];
  readonly named: boolean;
  readonly when?: string;
  readonly where?: string;
};

/** Of those to come, in their order. */
export function findFairs(upcoming: readonly Fair[], words: string, today: IsoDate): FairsFound {
  const when = timeSaid(words, today);
  const inTime = when ? upcoming.filter(({ from, to }) => from <= when.to && to >= when.from) : upcoming;
  const where = placeSaid(words);
  const about = tellingWords(words);
  const known = about.length > 0 ? inTime.filter((fair) => about.every((word) => wordsAbout(fair).has(word))) : [];
  const said = when === undefined ? {} : { when: when.said };
  if (known.length > 0) return { fairs: known, named: true, ...said };
  return where === undefined ? { fairs: inTime, named: false, ...said } : { fairs: [], named: true, ...said, where };
}

type Span = { readonly from: IsoDate; readonly to: IsoDate; readonly said: string };

const THIRDS: Readonly<Record<string, readonly [number, number]>> = { dau: [1, 10], giua: [11, 20], cuoi: [20, 31] };
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

function timeSaid(words: string, today: IsoDate): Span | undefined {
  const said = wordsOf(words);
  const [found = "", part, number, next] = / (?:(dau|giua|cuoi) )?thang (?:(\d{1,2})|(nay|sau|toi)) /.exec(said) ?? [];
  const english =
    / (?:in|this|next) (month|january|february|march|april|may|june|july|august|september|october|november|december) /.exec(
      said,
    );
  if (found !== "" || english) {
    const month =
      number ?? (english && english[1] !== "month" ? String(MONTHS.indexOf(english[1] ?? "") + 1) : undefined);
    const later = next === "sau" || next === "toi" || english?.[0].includes("next") === true;
    return monthSpan(month === undefined ? (later ? 1 : 0) : Number(month), {
      named: month !== undefined,
      part,
      today,
    });
  }
  const week = / (cuoi )?tuan (nay|sau|toi) | (this|next) week(?:end)? /.exec(said);
  if (!week) return undefined;
  const monday = addDays(today, 1 - weekdayOf(today) + (week[2] === "nay" || week[3] === "this" ? 0 : 7));
  const first = week[1] === undefined ? monday : addDays(monday, 5);
  return { from: first < today ? today : first, to: addDays(monday, 6), said: week[0].trim() };
}

type MonthSaid = { named: boolean; part: string | undefined; today: IsoDate };

/** `number`: of the year where `named`, the next that is not over; else how many months from now. */
function monthSpan(number: number, { named, part, today }: MonthSaid): Span | undefined {
  if (named && (number < 1 || number > 12)) return undefined;
  const ahead = named ? (number - Number(today.slice(5, 7)) + 12) % 12 : number;
  const month = addMonths(`${today.slice(0, 7)}-01` as IsoDate, ahead).slice(0, 7);
  const [first, last] = THIRDS[part ?? ""] ?? [1, 31];
  const day = (of: number): IsoDate => `${month}-${String(of).padStart(2, "0")}` as IsoDate;
  return { from: day(first), to: day(last), said: `${month.slice(5).replace(/^0/, "")}/${month.slice(0, 4)}` };
}

const PLACE =
  /(?:^|\s)(?:ở|tại|trên|in|at)\s+(?!đâu|đây|đó|chỗ|nơi|tháng|month|this|next)([\p{L}\d .]+?)(?=\s+(?:có|nào|không|ko|k|gì|hôm|vào|tháng|tuần|sắp|đang|any|is|this|next)(?:\s|$)|\s*[?,!]|\s*$)/iu;

/** "ở Hà Nội"; the province itself is everywhere here. */
function placeSaid(words: string): string | undefined {
  const place = PLACE.exec(nfc(words))?.[1]?.trim();
  return place === undefined || fold(place) === "cao bang" || MONTHS.includes(fold(place)) ? undefined : place;
}

/** Words of asking, of fairs in general and of time, which tell none from another. */
const PLAIN = new Set(
  "hoi cho le ngay phien festival fair fairs event events trien lam nao gi khong ko k hong co o tai dau hom khi bao gio may the vay shop em a ad minh xin biet to chuc dien ra la nhi mo cua ve di duoc lich thong tin con thi nam nay thu sap dang toi sau thang tuan cuoi dau giua chua bua luc ha day do nhe nha voi ban anh chi ai ten cao bang any is are there when where the in at this next month week of what on chuong trinh trong cai mot nhung cac".split(
    " ",
  ),
);

const tellingWords = (words: string): readonly string[] =>
  wordsOf(words)
    .trim()
    .split(" ")
    .filter((word) => word !== "" && !/^\d+$/.test(word) && !PLAIN.has(word) && !MONTHS.includes(word));

function wordsAbout({ name, venue, focus = "" }: Fair): ReadonlySet<string> {
  const about = [name, venue.text, venue.commune, venue.formerly, focus].join(" ");
  return new Set(fold(about).split(/[^a-z0-9]+/));
}
