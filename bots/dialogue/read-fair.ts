/**
 * Reads what an organizer writes of a fair, field by field: "Hội chợ OCOP, 20-22/12, 8h-21h, phố đi bộ Kim Đồng".
 * Each reader takes its part out of the text, the next ones see the rest, and what nobody took is the description.
 */
import { nfc } from "../../shared/domain/text.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { type DaysProblem, readDays } from "../understanding/read-days.ts";
import { type HoursProblem, readHours } from "../understanding/read-hours.ts";
import { describedIn } from "./fair-description.ts";
import { firstOf, readers } from "./fair-readers.ts";
import { PREAMBLE } from "./fair-words.ts";
import { type FairDraft } from "./state.ts";

export type FairProblem = DaysProblem | HoursProblem;

/** Fields that the text does not say are absent; a day or an hour that can't be is a problem, and no field. `byMoon`: days said by the lunar calendar. */
export type FairRead = { said: FairDraft; problems: readonly FairProblem[]; byMoon?: readonly IsoDate[] };

/** No announcement is longer; what is, is read as far as this. */
const MOST_READ = 3000;
const LETTER = new RegExp(PREAMBLE, "giu");

export function readFair(words: string, today: IsoDate): FairRead {
  const hours = readHours(plain(words));
  const days = readDays(hours.rest, today);
  const { opensAt, closesAt } = hours;
  const { from, to } = days;
  const { said, rest } = readTexts(days.rest);
  const description = describedIn(rest);
  return {
    said: {
      ...said,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(opensAt === undefined ? {} : { opensAt }),
      ...(closesAt === undefined ? {} : { closesAt }),
      ...(description === undefined ? {} : { description }),
    },
    problems: [days.problem, hours.problem].filter((problem) => problem !== undefined),
    ...(days.byMoon ? { byMoon: [from, to].filter((day) => day !== undefined) } : {}),
  };
}

/** Pictures lead the lines of a pasted announcement; they say nothing. */
const plain = (words: string): string =>
  nfc(words)
    .slice(0, MOST_READ)
    .replaceAll(/\p{Extended_Pictographic}|[\ufe0f\u200d]/gu, " ")
    .trim()
    .replaceAll(LETTER, "");

function readTexts(text: string): { said: FairDraft; rest: string } {
  const said: FairDraft = {};
  let rest = text;
  for (const [field, ways] of readers) {
    const part = said[field] === undefined ? firstOf(ways, rest) : undefined;
    if (!part) continue;
    said[field] = part.value;
    rest = part.rest;
  }
  return { said, rest };
}
