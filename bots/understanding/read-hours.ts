/** When something opens and closes each day: "8h-21h", "8 giờ sáng đến 9 giờ tối", "7g30", "mở cửa 8:00". */
import { parseTimeOfDay, type TimeOfDay } from "../../shared/domain/fair.ts";
import { fold } from "../../shared/domain/text.ts";
import { bareToo, END, START, without, loose } from "./spans.ts";

export type HoursProblem = { code: "no-such-hour"; said: string };

/** `rest` is the text without the hours. */
export type HoursRead = { opensAt?: TimeOfDay; closesAt?: TimeOfDay; problem?: HoursProblem; rest: string };

const PART = bareToo("sáng|trưa|chiều|tối|đêm|khuya");
const HOUR = bareToo("giờ");
/** Part of the day before, hour, minutes, part of the day after. */
const TIME = String.raw`(?:(${PART})\s+(?:${bareToo("từ|lúc")}\s+)?)?(\d{1,2})\s*(?:(?:h|g(?=\s*(?:\d{2}|[-–]|${PART}))|${HOUR})\s*(\d{2}|${bareToo("rưỡi")})?|:(\d{2}))(?![\p{L}\d])(?:\s*(${PART})${END})?`;
const LEAD = String.raw`(?:${bareToo("giờ mở cửa|thời gian mở cửa|giờ|mở cửa|mở|từ|lúc|khoảng")}[\s:]+)*`;
const TO = String.raw`\s*(?:${bareToo("mở|mở cửa|hằng ngày|hàng ngày|bán")}\s+)?(?:[-–—→~]|${bareToo("đến|tới|cho đến")}(?=\s))\s*(?:${bareToo("hết|khoảng")}\s+)?`;
const DAILY = String.raw`(?:\s*${bareToo("hằng ngày|hàng ngày|mỗi ngày|các ngày|trong ngày|cùng ngày")}${END})?`;
const RANGE = loose`${START}${LEAD}${TIME}${TO}${TIME}${DAILY}`;
/** "8-21h": the unit is said once. */
const SHORT_RANGE = loose`(?<![\p{L}\d/.,])${LEAD}(\d{1,2})${TO}${TIME}${DAILY}`;
const SINGLE = new RegExp(String.raw`${START}${TIME}`, "giu");
const OPENS = loose`${START}${bareToo("mở cửa|mở|từ|bắt đầu|giờ mở cửa")}[\s:]+(?:${bareToo("lúc|từ|vào|khoảng")}\s+)*$`;
const CLOSES = loose`${START}${bareToo("đến|tới|đóng cửa|kết thúc|hết")}\s+(?:${bareToo("lúc|vào|hết|khoảng")}\s+)*$`;
const CLOSES_AFTER = loose`^\s*(?:${bareToo("là|thì")}\s+)?${bareToo("đóng cửa|nghỉ|kết thúc|tan chợ")}${END}`;
/** The hour of the opening speech is not when the stalls open. */
const SPEECH = bareToo("khai mạc|khai hội|khai trương|bế mạc|lễ hội bắt đầu");
const SPEECH_BEFORE = loose`(?:${SPEECH})[^,.;\n]{0,25}$`;
const SPEECH_AFTER = loose`^\s*(?:${SPEECH})`;

type Clock = { hour: number; minute: number; part: string };

export function readHours(text: string): HoursRead {
  const long = RANGE.exec(text);
  if (long) return span(text, long, clockOf(long.slice(1, 6)), clockOf(long.slice(6, 11)));
  const short = SHORT_RANGE.exec(text);
  if (short) {
    const last = clockOf(short.slice(2, 7));
    // "7 đến 9 giờ tối" is all in the evening; "8-21h" is not.
    return span(text, short, { hour: Number(short[1]), minute: 0, part: last.part }, last);
  }
  return apart(text);
}

function span(text: string, found: RegExpExecArray, opens: Clock, closes: Clock): HoursRead {
  const rest = without(text, found.index, found[0].length);
  const [opensAt, closesAt] = [timeOf(opens), timeOf(closes)];
  if (opensAt === null || closesAt === null) return { rest, problem: { code: "no-such-hour", said: found[0].trim() } };
  return { opensAt, closesAt, rest };
}

/** "mở cửa 8h, đóng cửa 21h", "từ 19h ngày 20/12 đến 22h ngày 22/12", or one of them. */
function apart(text: string): HoursRead {
  const read: Omit<HoursRead, "rest"> = {};
  const spans: { at: number; length: number }[] = [];
  for (const found of text.matchAll(SINGLE)) {
    const before = text.slice(0, found.index);
    if (SPEECH_BEFORE.test(before) || SPEECH_AFTER.test(text.slice(found.index + found[0].length))) continue;
    const at = timeOf(clockOf(found.slice(1, 6)));
    if (at === null) return { rest: text, problem: { code: "no-such-hour", said: found[0].trim() } };
    const after = CLOSES_AFTER.exec(text.slice(found.index + found[0].length))?.[0].length ?? 0;
    const closing = after > 0 || CLOSES.test(before);
    if (closing ? read.closesAt !== undefined : read.opensAt !== undefined || read.closesAt !== undefined) continue;
    read[closing ? "closesAt" : "opensAt"] = at;
    const lead = (closing ? CLOSES : OPENS).exec(before)?.[0].length ?? 0;
    spans.push({ at: found.index - lead, length: found[0].length + lead + after });
  }
  const rest = spans.toReversed().reduce((left, { at, length }) => without(left, at, length), text);
  return { ...read, rest };
}

function clockOf([before, hour, minutes, colon, after]: readonly (string | undefined)[]): Clock {
  const said = minutes ?? colon ?? "0";
  return {
    hour: Number(hour),
    minute: /^\d+$/.test(said) ? Number(said) : 30,
    part: fold(after ?? before ?? ""),
  };
}

/** "9 giờ tối" is 21:00, "2 giờ chiều" 14:00, "1 giờ trưa" 13:00, "12 giờ đêm" midnight. */
function timeOf({ hour, minute, part }: Clock): TimeOfDay | null {
  const afternoon = ["chieu", "toi", "dem", "khuya"].includes(part);
  if (part === "sang" && hour > 12) return null;
  if (hour === 12) return formatted(afternoon && part !== "chieu" ? 0 : 12, minute);
  const late = (afternoon && hour < 12 && !(hour < 4 && part !== "chieu")) || (part === "trua" && hour < 4);
  return formatted(late ? hour + 12 : hour, minute);
}

const formatted = (hour: number, minute: number): TimeOfDay | null =>
  parseTimeOfDay(`${hour}:${String(minute).padStart(2, "0")}`);
