/** When they come and go: "từ 20 đến 22/12", "2 đêm từ 24/12", "cuối tuần này", "Dec 20 to 22". */
import { daysBetween, type IsoDate } from "../../shared/domain/time.ts";
import { type DayFault, dayMeant, type DayMeant, dayNear } from "./day-meant.ts";
import { UNTIL } from "./day-patterns.ts";
import { type FoldedText, NUMBER, numberOf, without } from "./folded-text.ts";
import { isUntil, type SaidDay, saidDays } from "./said-days.ts";

export type DaysSaid = {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly nights?: number;
  readonly moreNights?: number;
  /** `tooLong`: more nights than are taken at once. */
  readonly fault?: DayFault | "past" | "backwards" | "tooLong";
};

/** Days of delivery and numbers of houses are no visits. */
const DELIVERY = /(?:giao|gui|ship|deliver\w*|nhan hang)(?: \S+){0,2} $/;
const isOfVisit = ({ folded, typed }: FoldedText, { at, end, lead }: SaidDay): boolean =>
  !DELIVERY.test(folded.slice(0, lead)) && !(/^\d/.test(typed.slice(at)) && /^ \p{Lu}\p{Ll}/u.test(typed.slice(end)));

/** "tối 24/12" stays a night, "tới 24/12" is until then. */
const isNight = ({ typed }: FoldedText, { lead, end }: SaidDay): boolean =>
  /(?:tối|đêm|night of|dem) $/iu.test(typed.slice(0, lead)) ||
  /^(?:tối|đêm|dem|tonight|tomorrow night)/iu.test(typed.slice(lead, end));

const NIGHTS = new RegExp(String.raw`\b(?:(?:${NUMBER}) ngay )?(${NUMBER}) ?(?:dem|nights?|more nights?)\b(?: nua)?`);
const WEEKS = new RegExp(String.raw`\b(${NUMBER}) (?:tuan|weeks?)\b(?! (?:nay|sau|toi|truoc|nua))`);

function takeNights(text: FoldedText): {
  readonly said: Pick<DaysSaid, "nights" | "moreNights">;
  readonly rest: FoldedText;
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

export type DaysTaken = { readonly said: DaysSaid; readonly byMoon: boolean; readonly rest: FoldedText };

export function takeDays(text: FoldedText, today: IsoDate): DaysTaken {
  const { said: nights, rest: afterNights } = takeNights(text);
  const all = saidDays(afterNights).filter((said) => isOfVisit(afterNights, said));
  let rest = afterNights;
  for (const { lead, end } of all) {
    const led = LED_IN.exec(` ${afterNights.folded.slice(0, lead)}`)?.[0] ?? "";
    rest = without(rest, Math.max(0, lead - led.length), end);
  }
  return {
    said: { ...nights, ...meaning(afterNights, all, { today, nights: nights.nights }) },
    byMoon: all.some(({ spoken }) => spoken.calendar === "lunar"),
    rest,
  };
}

const LEAVING = new RegExp(String.raw`[ ,](?:${UNTIL}|tra phong|check ?out) `);

/** Which of the days said is the arrival, and which the departure. */
function meaning(
  text: FoldedText,
  all: readonly SaidDay[],
  { today, nights }: { today: IsoDate; nights: number | undefined },
): DaysSaid {
  const { folded } = text;
  const changedTo =
    all.length > 1 && /doi|change|chuyen/.test(folded) ? all.find((said) => isNew(folded, said)) : undefined;
  const [first, second] = changedTo ? [changedTo] : all;
  if (!first) return {};
  const arrival = notPast(dayMeant(first.spoken, today), today);
  if ("fault" in arrival) return arrival;
  if (!second && LEAVES.test(folded.slice(0, first.lead))) return { to: arrival.day };
  const night = isNight(text, first);
  const between = second ? ` ${folded.slice(first.end, second.lead)} ` : "";
  if (!second || !(isUntil(text, first, second) || LEAVING.test(between)))
    return { from: arrival.day, ...(night && nights === undefined ? { nights: 1 } : {}) };
  return until(arrival.day, dayNear(second.spoken, today, arrival.day), night && / (?:va|and) /.test(between));
}

const notPast = (meant: DayMeant, today: IsoDate): DayMeant | { readonly fault: "past" } =>
  "day" in meant && meant.day < today ? { fault: "past" } : meant;

const isNew = (folded: string, { lead }: SaidDay): boolean => TO_NEW.test(folded.slice(0, lead));

/** "từ 22 về 20/12" is a slip. `eachNight`: "đêm 20 và 21/12" are two. */
function until(from: IsoDate, last: DayMeant, eachNight: boolean): DaysSaid {
  if ("fault" in last) return last;
  if (last.day < from) return { fault: "backwards" };
  return eachNight ? { from, nights: daysBetween(from, last.day) + 1 } : { from, to: last.day };
}
