/** A trade fair or a festival: something to come to, on certain days, at a certain place. */
import * as z from "zod/mini";
import { type Brand, type FairId } from "./ids.ts";
import { dateSchema } from "./product.ts";
import { fold } from "./text.ts";
import { formatDate, type IsoDate } from "./time.ts";

export const FAIR_KINDS = ["trade-fair", "ocop-week", "festival", "market-day"] as const;
export const FAIR_STATUSES = ["draft", "announced", "open", "closed", "reported", "moved", "cancelled"] as const;

/** "08:00", Viet Nam time. */
export type TimeOfDay = Brand<string, "TimeOfDay">;

export const fairIdSchema = z.custom<FairId>((value) => typeof value === "string" && value !== "");
const timeOfDaySchema = z.custom<TimeOfDay>((value) => typeof value === "string" && parseTimeOfDay(value) === value);

export const fairSchema = z.object({
  id: fairIdSchema,
  slug: z.string(),
  status: z.enum(FAIR_STATUSES),
  name: z.string(),
  kind: z.enum(FAIR_KINDS),
  /** Absent where nobody has announced it yet, as with a festival that comes back every year. */
  organizer: z.optional(z.string()),
  from: dateSchema,
  /** The last day, which belongs to it. */
  to: dateSchema,
  /** On each of its days. */
  opensAt: z.optional(timeOfDaySchema),
  closesAt: z.optional(timeOfDaySchema),
  venue: z.object({
    text: z.string(),
    /** Of today: "Phường Thục Phán". */
    commune: z.optional(z.string()),
    /** What the place was called before July 2025, and what people still say. */
    formerly: z.optional(z.string()),
  }),
  /** Products it is about, in a few words. */
  focus: z.optional(z.string()),
  description: z.optional(z.string()),
  /** Blob key or absolute https address. */
  photo: z.optional(z.string()),
  /** Its days follow from a rule or a guess; no organizer has confirmed them: say so wherever they are shown. */
  expected: z.optional(z.boolean()),
  /** Where the facts come from. */
  source: z.optional(z.string()),
});
export type Fair = z.infer<typeof fairSchema>;
export type FairKind = Fair["kind"];
export type FairDays = Pick<Fair, "from" | "to">;

/** "8:00", "08h00", "8h" and "8g30" as "08:00", "08:30"; null for anything else. */
export function parseTimeOfDay(text: string): TimeOfDay | null {
  const [, hour = "", minute = "00"] = /^(\d{1,2})(?:[:hg](\d{2})|[hg])$/i.exec(text.trim()) ?? [];
  if (hour === "" || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, "0")}:${minute}` as TimeOfDay;
}

/** What a fair with this name is most likely. */
export function fairKindOf(name: string): FairKind {
  const said = fold(name);
  if (/\btuan\b.*\bocop\b|\bocop\b.*\btuan\b/.test(said)) return "ocop-week";
  if (/\bhoi cho\b|\btrien lam\b/.test(said)) return "trade-fair";
  if (/\bcho phien\b|\bphien cho\b/.test(said)) return "market-day";
  return /\bhoi\b|\bfestival\b|\btet\b/.test(said) ? "festival" : "trade-fair";
}

const PUBLIC: ReadonlySet<Fair["status"]> = new Set(["announced", "open", "moved"]);

/** Still to come, or on today. */
export const isUpcoming = ({ status, to }: Pick<Fair, "status" | "to">, today: IsoDate): boolean =>
  PUBLIC.has(status) && to >= today;

export const isOn = (fair: FairDays & Pick<Fair, "status">, today: IsoDate): boolean =>
  isUpcoming(fair, today) && fair.from <= today;

/** Upcoming ones by their first day. What was only expected gives way to the same fair once somebody has told of it. */
export function upcomingFairs(fairs: readonly Fair[], today: IsoDate): readonly Fair[] {
  const told = new Set(fairs.filter(({ expected }) => expected !== true).map(inItsYear));
  return fairs
    .filter((fair) => isUpcoming(fair, today) && !(fair.expected === true && told.has(inItsYear(fair))))
    .toSorted((one, other) => order(one, other));
}

const inItsYear = ({ name, from }: Fair): string => `${fold(name)} ${from.slice(0, 4)}`;

const order = (one: Fair, other: Fair): number =>
  one.from === other.from ? one.name.localeCompare(other.name, "vi") : one.from < other.from ? -1 : 1;

/** "05/12/2026", "05–08/12/2026", "28/11 – 02/12/2026", "30/12/2026 – 02/01/2027". */
export function datesWords({ from, to }: FairDays): string {
  if (from === to) return formatDate(from);
  const [day = "", month = "", year = ""] = formatDate(from).split("/");
  const [, lastMonth, lastYear] = formatDate(to).split("/");
  if (year !== lastYear) return `${formatDate(from)} – ${formatDate(to)}`;
  return month === lastMonth ? `${day}–${formatDate(to)}` : `${day}/${month} – ${formatDate(to)}`;
}

/** "08:00–21:00", or "18:00" where only the opening is known; undefined where nothing is. */
export function hoursWords({ opensAt, closesAt }: Pick<Fair, "opensAt" | "closesAt">): string | undefined {
  if (opensAt === undefined) return undefined;
  return closesAt === undefined ? opensAt : `${opensAt}–${closesAt}`;
}

/** "Quảng trường Km5, Phường Thục Phán": with the commune of today, unless it is said already. */
export function placeWords({ text, commune }: Fair["venue"]): string {
  const known = commune === undefined || fold(text).includes(bare(commune));
  return known ? text : `${text}, ${commune}`;
}

/** People leave "phường" and "xã" out. */
const bare = (commune: string): string => fold(commune).replace(/^(?:xa|phuong|thi tran) /, "");

export const fairPath = ({ slug }: Pick<Fair, "slug">): string => `/hoi-cho/${slug}`;
