/** `/hoi-cho/:slug`: one fair: when, where, what it is about, and where to ask. */
import { html } from "hono/html";
import { datesWords, type Fair, hoursWords, placeWords, upcomingFairs } from "../../../shared/domain/fair.ts";
import { type Code } from "../../../shared/domain/ids.ts";
import { calendarLeaf, fairCards, fairTags } from "../fair-card.ts";
import { fairWords as words } from "../fairs.vi.ts";
import { type Html, type Page } from "../layout.ts";
import { type Storefront } from "../shop.ts";
import { vi } from "../text.vi.ts";

const OTHERS = 3;

/** `code`: of the post that led here; it goes on to where people talk. */
export function fairPage(
  front: Storefront,
  fair: Fair,
  { fairs, code }: { fairs: readonly Fair[]; code: Code | undefined },
): Page {
  const { today } = front;
  const others = upcomingFairs(fairs, today)
    .filter(({ id }) => id !== fair.id)
    .slice(0, OTHERS);
  return {
    title: fair.name,
    description: `${fair.name}: ${datesWords(fair)}, ${placeWords(fair.venue)}`,
    ...(fair.photo === undefined ? {} : { picture: front.photoUrl(fair.photo) }),
    body: html`<div class="wrap">
      <nav class="crumbs"><a href="/">${vi.home}</a> › <a href="/hoi-cho">${words.title}</a> › ${fair.name}</nav>
      <div class="fair-head">
        ${calendarLeaf(fair)}
        <div>
          <h1>${fair.name}</h1>
          ${fairTags(fair, today)}
        </div>
      </div>
      <div class="fair-page">
        <div>
          ${photo(front, fair)}${facts(fair)}
          ${fair.expected === true ? html`<p class="note">${words.expectedLong}</p>` : ""}
        </div>
        <div>${about(fair)}${askButtons(front, fair, code)}</div>
      </div>
      ${
        others.length > 0
          ? html`<h2>${words.others}</h2>
              ${fairCards(others, today)}`
          : ""
      }
      <p class="fairs-all"><a href="/hoi-cho">${words.all}</a></p>
    </div>`,
  };
}

const photo = ({ photoUrl }: Storefront, { photo: picture, name }: Fair): Html | string =>
  picture === undefined
    ? ""
    : html`<span class="picture"
        ><img src="${photoUrl(picture)}" alt="${vi.photoOf(name)}" width="400" height="300"
      /></span>`;

function facts(fair: Fair): Html {
  const { venue, focus, organizer, expected } = fair;
  const dates = datesWords(fair) + (expected === true ? ` (${words.expected})` : "");
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.dates, dates],
    [words.hours, hoursWords(fair)],
    [words.place, placeWords(venue)],
    [words.formerly, venue.formerly],
    [words.focus, focus],
    [words.organizer, organizer],
  ];
  return html`<section class="panel">
    <h2>${words.facts}</h2>
    <dl>
      ${rows
        .filter(([, value]) => value)
        .map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
    </dl>
  </section>`;
}

const about = ({ description, source }: Fair): Html | string =>
  description === undefined && source === undefined
    ? ""
    : html`<section class="panel">
        <h2>${words.about}</h2>
        ${description === undefined ? "" : html`<p>${description}</p>`}
        ${source === undefined ? "" : html`<p class="note">${words.source}: ${sourceLink(source)}</p>`}
      </section>`;

/** Only what is an address for certain leads anywhere. */
function sourceLink(source: string): Html | string {
  const url = URL.parse(source);
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return source;
  return html`<a href="${url.href}" rel="nofollow noopener">${url.hostname}</a>`;
}

const askButtons = ({ doors }: Storefront, { name }: Fair, code: Code | undefined): Html =>
  html`<div class="buy">
    <a class="button warm" href="/?chat=" data-chat-say="${words.wantToKnow(name)}">${words.askNow}</a>
    ${doors.map(({ title, link }) => html`<a class="button plain" href="${link(code)}">${words.askVia(title)}</a>`)}
  </div>`;
