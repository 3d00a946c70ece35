/** When the customer wants it: "mai", "thứ bảy", "20/11", "trước 23 tháng Chạp". */
import { type Line, type Piece } from "./line.ts";
import { type Normalised } from "./normalise.ts";
import { type WishedDate } from "./reading.ts";

const WEEKDAY: Readonly<Record<string, number>> = {
  hai: 1,
  "2": 1,
  ba: 2,
  "3": 2,
  tu: 3,
  "4": 3,
  nam: 4,
  "5": 4,
  sau: 5,
  "6": 5,
  bay: 6,
  "7": 6,
};
const LUNAR_MONTH: Readonly<Record<string, number>> = { gieng: 1, chap: 12 };
const NEAR: readonly (readonly [RegExp, number])[] = [
  [/(?:^| )(?:hom nay|chieu nay|sang nay|toi nay|trong ngay|today|tonight)(?= |$)/, 0],
  [
    /(?:^| )(?:ngay mai|sang mai|chieu mai|toi mai|trua mai|mai giao|mai ship|mai lay|tomorrow|mai qua|mai ghe)(?= |$)/,
    1,
  ],
  [/(?:^| )(?:ngay kia|ngay mot|day after tomorrow)(?= |$)/, 2],
];
const DAY = /(?:ngay |mung |mong |hom )?(\d{1,2})(?: \/ | thang | - )(\d{1,2}|gieng|chap)(?: am| al| duong)?/;
const LUNAR =
  /(?:mung|mong) (\d{1,2}|mot|hai|ba)(?: tet)?|ram(?: thang (\d{1,2}|gieng|chap))?|(?:am lich| al(?: |$)|tet)/;

const plain = (text: Normalised, piece: Piece): string =>
  text.tokens
    .slice(piece.from, piece.to)
    .map((token) => token.fold)
    .join(" ");

function relation(before: string): WishedDate["relation"] {
  if (/(?:truoc|before|cham nhat|muon nhat|tre nhat|by) (?:ngay |hom |\S+ )?$/.test(before)) return "before";
  return /(?:sau|after|tu) (?:ngay |hom )?$/.test(before) ? "after" : "on";
}

/** Null when no day is wished; a clock time alone is not a day. */
export function wishedDate(line: Line, text: Normalised): WishedDate | null {
  const flat = line.pieces
    .map((piece) =>
      piece.text.startsWith("§") && piece.text !== "§t" && piece.text !== "§q" ? "§" : plain(text, piece),
    )
    .join(" ");
  const dated = DAY.exec(flat);
  if (dated !== null) {
    const month = LUNAR_MONTH[dated[2] ?? ""] ?? Number(dated[2]);
    const day = Number(dated[1]);
    if (day >= 1 && day <= 31 && month >= 1 && month <= 12) {
      const lunar = LUNAR_MONTH[dated[2] ?? ""] !== undefined || /am|al$/.test(dated[0]);
      return {
        text: dated[0],
        relation: relation(flat.slice(0, dated.index)),
        calendar: lunar ? "lunar" : "solar",
        day,
        month,
      };
    }
  }
  return weekday(flat) ?? lunarDay(flat) ?? nearDay(flat);
}

function weekday(flat: string): WishedDate | null {
  const found = /(?:^| )(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|t([2-7])|(chu nhat|cn|sunday|saturday))(?= |$)/.exec(flat);
  if (found === null || /thu (?:hai|ba) (?:loai|mon)/.test(flat)) return null;
  const named = found[3];
  const day = named === undefined ? (WEEKDAY[found[1] ?? found[2] ?? ""] ?? 7) : named === "saturday" ? 6 : 7;
  return { text: found[0].trim(), relation: relation(flat.slice(0, found.index + 1)), calendar: "solar", weekday: day };
}

function lunarDay(flat: string): WishedDate | null {
  const found = LUNAR.exec(flat);
  if (found === null) return null;
  const at = relation(flat.slice(0, found.index));
  const first = { mot: 1, hai: 2, ba: 3 }[found[1] ?? ""] ?? Number(found[1]);
  if (found[0].startsWith("ram")) {
    const month = LUNAR_MONTH[found[2] ?? ""] ?? (found[2] === undefined ? undefined : Number(found[2]));
    return { text: found[0], relation: at, calendar: "lunar", day: 15, ...(month === undefined ? {} : { month }) };
  }
  if (found[1] === undefined)
    return at === "before" ? { text: found[0].trim(), relation: at, calendar: "lunar", day: 1, month: 1 } : null;
  return {
    text: found[0],
    relation: at,
    calendar: "lunar",
    day: first,
    ...(found[0].endsWith("tet") ? { month: 1 } : {}),
  };
}

function nearDay(flat: string): WishedDate | null {
  for (const [pattern, inDays] of NEAR) {
    const found = pattern.exec(flat);
    if (found !== null)
      return { text: found[0].trim(), relation: relation(flat.slice(0, found.index + 1)), calendar: "solar", inDays };
  }
  return null;
}
