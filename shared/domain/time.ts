/** Times are ISO 8601 in UTC with milliseconds; dates are civil days in Viet Nam (UTC+7, no daylight saving). */
import { type Brand } from "./ids.ts";

export type IsoTime = Brand<string, "IsoTime">;
/** YYYY-MM-DD. */
export type IsoDate = Brand<string, "IsoDate">;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const VIETNAM_OFFSET = 7 * HOUR;

export const isoTime = (at: Date | number): IsoTime => new Date(at).toISOString() as IsoTime;

export const millis = (at: IsoTime): number => Date.parse(at);

export const after = (at: IsoTime, milliseconds: number): IsoTime => isoTime(millis(at) + milliseconds);

/** The civil day in Viet Nam at this moment. */
export const vietnamDate = (at: IsoTime): IsoDate =>
  new Date(millis(at) + VIETNAM_OFFSET).toISOString().slice(0, 10) as IsoDate;

/** "14:05 23/11/2026", Viet Nam time. */
export function formatVietnamTime(at: IsoTime): string {
  const local = new Date(millis(at) + VIETNAM_OFFSET).toISOString();
  return `${local.slice(11, 16)} ${formatDate(local.slice(0, 10) as IsoDate)}`;
}

/** "23/11/2026". */
export const formatDate = (date: IsoDate): string => date.split("-").reverse().join("/");

/** The same day of the month so many months on; the last day of a shorter month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10) as IsoDate;
}

/** A real calendar day, or null ("2026-02-30" is none). */
export function parseDate(text: string): IsoDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? (text as IsoDate) : null;
}

/** The civil day so many days on. */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  isoTime(Date.parse(`${date}T00:00:00Z`) + days * DAY).slice(0, 10) as IsoDate;

/** From the first to the second; negative where the second is earlier. */
export const daysBetween = (first: IsoDate, second: IsoDate): number =>
  Math.round((Date.parse(second) - Date.parse(first)) / DAY);

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: IsoDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
