/** "Có hội chợ nào không": the fairs and festivals to come, soonest first. */
import { datesWords, type Fair, fairPath, placeWords, upcomingFairs } from "../../../shared/domain/fair.ts";
import { changed } from "../state.ts";
import { type Context, say, type Step } from "../step.ts";
import { offerNews } from "./talk.ts";

const SHOWN = 5;

export function showFairs(context: Context): Step {
  const { state, text, facts } = context;
  const fairs = upcomingFairs(facts.fairs, facts.today).slice(0, SHOWN);
  if (fairs.length === 0) return offerNews(context, text.noEvents);
  return say(changed(state, { asking: undefined }), {
    text: [text.fairs, ...fairs.map((fair, place) => `${place + 1}. ${fairWords(context, fair)}`)].join("\n"),
    link: {
      label: text.allFairs,
      url: `${facts.shop.publicUrl}${fairs.length === 1 && fairs[0] ? fairPath(fairs[0]) : "/hoi-cho"}`,
    },
  });
}

/** Dates worked out from a rule are said to be expected, until an organizer announces them. */
function fairWords({ text }: Context, fair: Fair): string {
  const dates = fair.expected ? `${datesWords(fair)} (${text.expected})` : datesWords(fair);
  return `${fair.name}: ${dates}, ${placeWords(fair.venue)}`;
}
