/**
 * The lunar calendar of Viet Nam: months begin on the civil day of the new moon, the month of the winter solstice is the
 * eleventh, and of thirteen months between two solstices the first without a principal term is a leap month. The day is
 * that of UTC+7, so now and then it is another one than China's. Source: Meeus, Astronomical Algorithms, chapters 25, 49.
 */
import { addDays, DAY, type IsoDate, isoTime } from "./time.ts";

/** `year` is the solar year in which the lunar one begins. Day 0 is the eve of the month's first. */
export type LunarDay = {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly leap?: boolean | undefined;
};

/** `from` and `until` are days since 1970-01-01. */
type Month = Omit<LunarDay, "day"> & { readonly leap: boolean; readonly from: number; readonly until: number };

const EPOCH = 2_440_587.5;
const ZONE = 7 / 24;
/** Between the time of the planets and that of clocks, in days; it was 64 seconds in 2000 and is 69 now. */
const CLOCK_LAG = 69 / 86_400;
const MOON = 29.530588861;
const FIRST_MOON = 2_451_550.09766;

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
const dayNumber = (date: IsoDate): number => Date.parse(date) / DAY;
const dateOf = (day: number): IsoDate => isoTime(day * DAY).slice(0, 10) as IsoDate;

/** The civil day of the k-th new moon after that of 6 January 2000. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t;
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const terms: readonly (readonly [days: number, of: number])[] = [
    [-0.4072, moon],
    [0.17241 * e, sun],
    [0.01608, 2 * moon],
    [0.01039, 2 * node],
    [0.00739 * e, moon - sun],
    [-0.00514 * e, moon + sun],
    [0.00208 * e * e, 2 * sun],
    [-0.00111, moon - 2 * node],
    [-0.00057, moon + 2 * node],
    [0.00056 * e, 2 * moon + sun],
    [-0.00042, 3 * moon],
    [0.00042 * e, sun + 2 * node],
    [0.00038 * e, sun - 2 * node],
    [-0.00024 * e, 2 * moon - sun],
    [-0.00017, 124.7746 - 1.56375588 * k],
  ];
  const at = FIRST_MOON + MOON * k + 0.00015437 * t * t + terms.reduce((sum, [days, of]) => sum + days * sin(of), 0);
  return Math.floor(at - CLOCK_LAG - EPOCH + ZONE);
}

/** Which twelfth of its way round the sun is in as this day begins: 0 from the spring equinox on, 9 from the winter solstice. */
function termAt(day: number): number {
  const t = (day + EPOCH - ZONE + CLOCK_LAG - 2_451_545) / 36_525;
  const mean = 357.52911 + 35_999.05029 * t;
  const centre = (1.914602 - 0.004817 * t) * sin(mean) + 0.019993 * sin(2 * mean) + 0.000289 * sin(3 * mean);
  const longitude = 280.46646 + 36_000.76983 * t + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** The number of the new moon that begins the month of the winter solstice. */
function eleventh(year: number): number {
  let solstice = dayNumber(`${year}-12-20` as IsoDate);
  while (termAt(solstice + 1) < 9) solstice++;
  const k = Math.ceil((solstice + EPOCH - FIRST_MOON) / MOON);
  return [k, k - 1].find((each) => newMoon(each) <= solstice) ?? k - 2;
}

/** From the eleventh month of this year up to that of the next. */
function monthsFrom(year: number): readonly Month[] {
  const first = eleventh(year);
  const count = eleventh(year + 1) - first;
  const months: Month[] = [];
  let leapSeen = count === 12;
  for (let place = 0; place < count; place++) {
    const [from, until] = [newMoon(first + place), newMoon(first + place + 1)];
    const leap = !leapSeen && termAt(from) === termAt(until);
    const number = (months.at(-1)?.month ?? 10) + (leap ? 0 : 1);
    const month = number > 12 ? 1 : number;
    months.push({ month, year: month > 10 ? year : year + 1, leap, from, until });
    leapSeen ||= leap;
  }
  return months;
}

/** Null where that year has no such day: "30 tháng Chạp" of a short month, a leap month that is none. */
export function solarOf({ day, month, year, leap = false }: LunarDay): IsoDate | null {
  const found = monthsFrom(month > 10 ? year : year - 1).find((each) => each.month === month && each.leap === leap);
  return found && day >= 0 && found.from + day - 1 < found.until ? addDays(dateOf(found.from), day - 1) : null;
}

export function lunarOf(date: IsoDate): LunarDay {
  const at = dayNumber(date);
  const year = Number(date.slice(0, 4));
  const found = [...monthsFrom(year - 1), ...monthsFrom(year)].find(({ until }) => at < until);
  if (!found) throw new Error(`No lunar month holds ${date}`);
  const { month, leap, from } = found;
  return { day: at - from + 1, month, year: found.year, leap };
}
