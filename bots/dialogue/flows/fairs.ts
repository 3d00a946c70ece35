/** "Có hội chợ nào không": the fairs and festivals to come, soonest first; those of a month, a place, a name; and one by itself. */
import {
  datesWords,
  type Fair,
  fairPath,
  hoursWords,
  isUpcoming,
  placeWords,
  upcomingFairs,
} from "../../../shared/domain/fair.ts";
import { type Heard } from "../answer-question.ts";
import { findFairs } from "../fair-search.ts";
import { byPlace } from "../single-out.ts";
import { changed } from "../state.ts";
import { type Context, say, type Step } from "../step.ts";
import { wordsOf } from "../topics.ts";
import { offerNews } from "./talk.ts";

const SHOWN = 5;

/** `words`: what was asked, which may be of a month, a place or a name. */
export function showFairs(context: Context, words = ""): Step {
  const { text, facts } = context;
  const upcoming = upcomingFairs(facts.fairs, facts.today);
  if (upcoming.length === 0) return offerNews(context, text.noEvents);
  const { fairs, named, when, where } = findFairs(upcoming, words, facts.today);
  const [only] = fairs;
  if (only && named && fairs.length === 1) return showFair(context, only.id);
  if (only) return list(context, when === undefined ? text.fairs : text.fairFacts.inMonth(when), fairs);
  return list(context, `${text.fairFacts.none(where, when)}\n${text.fairs}`, upcoming);
}

function list({ state, text, facts }: Context, title: string, all: readonly Fair[]): Step {
  const fairs = all.slice(0, SHOWN);
  return say(changed(state, { asking: undefined }), {
    text: [title, ...fairs.map((fair, place) => `${place + 1}. ${fairWords({ text }, fair)}`)].join("\n"),
    choices: fairs.map(({ id, name }) => ({ label: name, payload: `about-fair:${id}` })),
    link: {
      label: text.allFairs,
      url: `${facts.shop.publicUrl}${fairs.length === 1 && fairs[0] ? fairPath(fairs[0]) : "/hoi-cho"}`,
    },
  });
}

/** Dates worked out from a rule are said to be expected, until an organizer announces them. */
function fairWords({ text }: Pick<Context, "text">, fair: Fair): string {
  const dates = fair.expected ? `${datesWords(fair)} (${text.expected})` : datesWords(fair);
  return `${fair.name}: ${dates}, ${placeWords(fair.venue)}`;
}

/** One fair: its days, hours, place, what it is about, who holds it, and its page. */
export function showFair(context: Context, id: string): Step {
  const { state, text, facts } = context;
  const fair = facts.fairs.find((one) => one.id === id);
  if (!fair) return showFairs(context);
  const { expected, venue, focus, organizer, description } = fair;
  const hours = hoursWords(fair);
  const dates = expected ? `${datesWords(fair)} (${text.expected})` : datesWords(fair);
  const place = venue.formerly === undefined ? placeWords(venue) : `${placeWords(venue)} (${venue.formerly})`;
  return say(changed(state, { asking: undefined }), {
    text: [
      fair.name,
      ...(isUpcoming(fair, facts.today)
        ? []
        : [fair.status === "cancelled" ? text.fairFacts.calledOff : text.fairFacts.over]),
      text.fairDates(dates),
      ...(hours === undefined ? [] : [text.fairHours(hours)]),
      text.fairVenue(place),
      ...(organizer === undefined ? [] : [text.fairOrganizer(organizer)]),
      ...(focus === undefined ? [] : [text.fairFocus(focus)]),
      ...(description === undefined ? [] : [description]),
    ].join("\n"),
    link: { label: text.fairPage, url: `${facts.shop.publicUrl}${fairPath(fair)}` },
  });
}

/** "hội", not "hỏi"; without accents only where a second word tells. People are called so too, and "xã hội" is none. */
const SPEAKS =
  /(?<!(?:xã|cơ|đại|hiệp|quốc|chi) )(?<!\p{L})(?:lễ hội|hội chợ|hội(?! (?:nông dân|phụ nữ|cựu|chữ thập|người|liên hiệp|đồng|viên|trường))|chợ phiên|ngày hội|festival|fairs?)(?!\p{L})|(?<!\p{L})(?:le hoi|hoi cho|cho phien|ngay hoi)(?!\p{L})/iu;
const ASKS = / (?:nao|gi|khong|ko|k|hong|dau|hom nao|khi nao|bao gio|may gio|ngay nao|chua|when|where|what|any) /;
const NUMBERED = /^ (?:(?:so|hoi|cai|thu|le hoi|hoi cho) )+(\d{1,2})(?: (?:o dau|la gi|the nao|nhe|a|di|em|shop))* $/;

/** A question about a fair that was read as one about goods or as nothing; undefined where it is none. */
export function askedOfFair(context: Context, { reading, words }: Heard): Step | undefined {
  const shown = (context.state.choices ?? []).flatMap((one) => /^about-fair:(.+)$/.exec(one)?.[1] ?? []);
  const said = wordsOf(words);
  const number = NUMBERED.exec(said)?.[1];
  const one = number === undefined ? byPlace(shown, words) : shown[Number(number) - 1];
  if (one !== undefined) return showFair(context, one);
  const goods = reading.items.some(({ product, quantity }) => product !== null || quantity !== null);
  const free = reading.intent === "other" || reading.intent === "ask_product" || reading.intent === "ask_event";
  const asks = words.includes("?") || ASKS.test(said);
  return free && !goods && asks && SPEAKS.test(words.normalize("NFC")) ? showFairs(context, words) : undefined;
}
