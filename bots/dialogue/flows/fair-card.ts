/** What is asked about a fair that is being told of: the next gap, once what may be left out, then the card. */
import { datesWords, placeWords } from "../../../shared/domain/fair.ts";
import { advertisingBan } from "../../../shared/domain/rules/advertising.ts";
import { formatDate } from "../../../shared/domain/time.ts";
import { type Outgoing } from "../../../shared/domain/message.ts";
import { gapOf, without } from "../fair-draft.ts";
import { venueOf } from "../fair-venue.ts";
import { markOf } from "../mark.ts";
import { changed, type FairDraft, type FairQuestion } from "../state.ts";
import { type Context, say, type Step } from "../step.ts";

/** `before` is said ahead of the question: what was wrong with the last answer. */
export function askFair(context: Context, draft: FairDraft, before?: string): Step {
  const over = overWords(context, draft);
  if (over !== undefined) {
    return askFair(context, without(draft, ["from", "to"]), [before, over].filter(Boolean).join(" "));
  }
  const about = nextAbout(draft);
  const { text, ...question } = questionOf(context, draft, about);
  const state = changed(context.state, { fair: draft, asking: { for: "fair", about } });
  return say(state, { ...question, text: before === undefined ? text : `${before}\n${text}` });
}

function nextAbout(draft: FairDraft): FairQuestion {
  const gap = gapOf(draft);
  if (gap !== undefined) return gap;
  const whole = draft.opensAt !== undefined && draft.focus !== undefined && draft.photo !== undefined;
  return draft.offered || whole ? "card" : "more";
}

/** Days that can't be announced are asked anew at once. */
function overWords({ text, facts }: Context, { from, to }: FairDraft): string | undefined {
  if (from !== undefined && to !== undefined && to < from)
    return text.fairBackwards(`${formatDate(from)} – ${formatDate(to)}`);
  return to !== undefined && to < facts.today ? text.fairOver(formatDate(to)) : undefined;
}

function questionOf(context: Context, draft: FairDraft, about: FairQuestion): Outgoing {
  const { text } = context;
  switch (about) {
    case "name":
      return { text: text.askFairName };
    case "days":
      return { text: text.askFairDays };
    case "last-day":
      return { text: text.askFairLastDay(draft.from === undefined ? "" : formatDate(draft.from)) };
    case "venue":
      return { text: text.askFairVenue };
    case "organizer":
      return { text: text.askFairOrganizer };
    case "more":
      return { text: text.askFairMore, choices: [{ label: text.skip, payload: "fair:skip" }] };
    case "card":
      return card(context, draft);
  }
}

const card = (context: Context, draft: FairDraft): Outgoing => ({
  text: cardLines(context, draft).join("\n"),
  choices: [
    { label: context.text.tellFair, payload: `fair:tell:${fairMark(draft)}` },
    { label: context.text.editFair, payload: "fair:edit" },
    { label: context.text.drop, payload: "fair:drop" },
  ],
});

function cardLines({ text }: Context, draft: FairDraft): readonly string[] {
  const { id, name = "", from, to, venue = "", organizer = "", focus, description, photo } = draft;
  return [
    id === undefined ? text.fairCard : text.fairCardAgain,
    name,
    ...(from === undefined ? [] : [text.fairDates(datesWords({ from, to: to ?? from }))]),
    ...hoursLine(text, draft),
    text.fairVenue(placeWords(venueOf(venue))),
    text.fairOrganizer(organizer),
    ...(focus === undefined ? [] : [text.fairFocus(focus)]),
    ...(description === undefined ? [] : [text.fairDescription(description)]),
    ...(photo === undefined ? [] : [text.fairPhoto]),
    ...(advertisingBan({ name, aliases: [] }) === undefined ? [] : [text.fairNoPosts]),
    text.fairConfirm,
  ];
}

function hoursLine(text: Context["text"], { opensAt, closesAt }: FairDraft): readonly string[] {
  if (opensAt !== undefined)
    return [closesAt === undefined ? text.fairOpens(opensAt) : text.fairHours(`${opensAt}–${closesAt}`)];
  return closesAt === undefined ? [] : [text.fairCloses(closesAt)];
}

/** Marks what was shown: the button of an older card announces nothing. */
export const fairMark = (draft: FairDraft): string => markOf(Object.entries(draft).sort());
