/** One fair among others: a leaf of the calendar, its name, kind and place. */
import { html } from "hono/html";
import {
  datesWords,
  type Fair,
  type FairDays,
  fairPath,
  hoursWords,
  isUpcoming,
  placeWords,
} from "../../shared/domain/fair.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { fairWords as words } from "./fairs.vi.ts";
import { type Html } from "./layout.ts";

export const fairCards = (fairs: readonly Fair[], today: IsoDate): Html =>
  html`<ul class="fairs">
    ${fairs.map((fair) => html`<li>${card(fair, today)}</li>`)}
  </ul>`;

const card = (fair: Fair, today: IsoDate): Html =>
  html`<a class="fair" href="${fairPath(fair)}">
    ${calendarLeaf(fair)}
    <span class="body"
      ><span class="name">${fair.name}</span>
      <span class="from">${placeWords(fair.venue)}</span>
      <span class="when">${[datesWords(fair), hoursWords(fair)].filter(Boolean).join(" · ")}</span>
      ${fairTags(fair, today)}</span
    ></a
  >`;

const dayOf = (date: IsoDate): string => String(Number(date.slice(8)));

const weekdayOf = (date: IsoDate, names: readonly string[]): string =>
  names[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "";

/** To look at alone: the same days are said in words beside it. */
export function calendarLeaf({ from, to }: FairDays): Html {
  const several = from !== to;
  const { weekdays, shortWeekdays } = words;
  const days = several && from.slice(0, 7) === to.slice(0, 7) ? `${dayOf(from)}–${dayOf(to)}` : dayOf(from);
  const weekday = several
    ? `${weekdayOf(from, shortWeekdays)} – ${weekdayOf(to, shortWeekdays)}`
    : weekdayOf(from, weekdays);
  return html`<span class="leaf" aria-hidden="true"
    ><span class="leaf-month">${words.shortMonth(from.slice(5, 7))}</span><span class="leaf-day">${days}</span
    ><span class="leaf-weekday">${weekday}</span></span
  >`;
}

/** What kind it is, and how sure its days are. */
export const fairTags = (fair: Fair, today: IsoDate): Html =>
  html`<span class="fair-tags"
    ><span class="kind kind-${fair.kind}">${words.kinds[fair.kind]}</span>
    ${stateMark(fair, today)}
  </span>`;

function stateMark(fair: Fair, today: IsoDate): Html | string {
  if (fair.status === "cancelled") return html`<span class="mark off">${words.cancelled}</span>`;
  if (!isUpcoming(fair, today)) return html`<span class="mark off">${words.over}</span>`;
  if (fair.from <= today) return html`<span class="mark now">${words.on}</span>`;
  if (fair.status === "moved") return html`<span class="mark">${words.moved}</span>`;
  return fair.expected === true ? html`<span class="mark">${words.expected}</span>` : "";
}
