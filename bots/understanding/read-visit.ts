/** What a guest says of days and people, and the rest of the message without it. Pure; nothing is guessed. */
import { type IsoDate } from "../../shared/domain/time.ts";
import { dayMeant } from "./day-meant.ts";
import { type DaysSaid, takeDays } from "./visit-days.ts";
import { type PeopleSaid, peopleSaid, takePeople } from "./visit-people.ts";
import { NUMBER, numberOf, foldedText } from "./folded-text.ts";

/** `fault`: a day was said that can't be taken: gone by, in no calendar, in one of two, or leaving before coming. */
export type VisitSaid = Omit<DaysSaid, "fault"> &
  Omit<PeopleSaid, "fault"> & { readonly fault?: DaysSaid["fault"] | PeopleSaid["fault"] };
/** `byMoon`: the days, where one was said by the lunar calendar, to be said back by both. */
export type VisitRead = { readonly said: VisitSaid; readonly byMoon?: readonly IsoDate[]; readonly rest: string };
export type VisitSlot = "days" | "nights" | "people";

const BARE = new RegExp(
  String.raw`^(?:(?:da|a|vang|khoang|tam|chac|em|minh|anh|chi|la|di|o|co|just|about|ngay|dung) )*(${NUMBER})(?: (?:a|nhe|nha|em|shop|thoi|nay|nghen|nhen|nhi|please|only))*[.!]?$`,
);

export function readVisit(words: string, today: IsoDate, asked?: VisitSlot): VisitRead {
  const text = foldedText(words.replaceAll(/\s/gu, " "));
  const bare = asked === undefined ? undefined : BARE.exec(text.folded.trim())?.[1];
  if (asked !== undefined && bare !== undefined) return { said: answered(asked, numberOf(bare), today), rest: "" };
  const days = takeDays(text, today);
  const people = takePeople(days.rest);
  const said = { ...days.said, ...people.said };
  if (Object.keys(said).length === 0) return { said, rest: words };
  const byMoon = days.byMoon ? { byMoon: [said.from, said.to].filter((day) => day !== undefined) } : {};
  return { said, ...byMoon, rest: people.rest.typed.replaceAll(/ +/g, " ").trim() };
}

/** A number alone answers what was asked. */
function answered(asked: VisitSlot, number: number, today: IsoDate): VisitSaid {
  if (asked === "people") return peopleSaid(number);
  if (asked === "nights") return { nights: number };
  const meant = dayMeant({ calendar: "solar", day: number }, today);
  return "fault" in meant ? meant : { from: meant.day };
}
