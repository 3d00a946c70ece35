/** `/hoi-cho`: fairs and festivals to come, month by month. */
import { html, raw } from "hono/html";
import { type Fair, isOn, upcomingFairs } from "../../../shared/domain/fair.ts";
import { type IsoDate } from "../../../shared/domain/time.ts";
import { fairCards } from "../fair-card.ts";
import { fairWords as words } from "../fairs.vi.ts";
import { type Html, type Page } from "../layout.ts";
import { type Storefront } from "../shop.ts";

export function fairsPage({ today }: Storefront, fairs: readonly Fair[]): Page {
  const upcoming = upcomingFairs(fairs, today);
  return {
    title: words.title,
    description: words.intro,
    body: html`<section class="hero fairs-top">
        ${FLAGS}
        <div class="wrap">
          <h1>${words.title}</h1>
          <p>${words.intro}</p>
        </div>
      </section>
      <div class="wrap fairs-page">
        ${upcoming.length === 0 ? NOTHING : sections(upcoming, today)}
        ${upcoming.some(({ expected }) => expected) ? html`<p class="note">${words.expectedNote}</p>` : ""}
      </div>`,
  };
}

/** What is on now first, then each month once. */
function sections(upcoming: readonly Fair[], today: IsoDate): readonly Html[] {
  const groups = Map.groupBy(upcoming, (fair) => {
    const [year = "", month = ""] = fair.from.split("-");
    return isOn(fair, today) ? words.on : words.month(month, year);
  });
  return [...groups].map(
    ([title, fairs]) =>
      html`<section class="month">
        <h2>${title}</h2>
        ${fairCards(fairs, today)}
      </section>`,
  );
}

const NOTHING = html`<div class="panel fairs-none">
  <p><strong>${words.none}</strong></p>
  <p>${words.noneMore}</p>
  <p><a class="button" href="/#san-pham">${words.seeProducts}</a></p>
</div>`;

const COLOURS = ["#b23a30", "#e0a339", "#3b6a4c", "#f6e3bf", "#5f7fc4"];

/** A string of festival flags. */
const FLAGS = raw(
  `<svg class="flags" viewBox="0 0 1200 64" preserveAspectRatio="xMidYMin slice" aria-hidden="true"><path d="M0 4Q300 44 600 6Q900 44 1200 4" fill="none" stroke="#f6e3bf" stroke-width="2" opacity=".7"/>${Array.from(
    { length: 30 },
    (_, place) => {
      const x = place * 40 + 6;
      const y = Math.round(heightAt(x));
      return `<path d="M${x} ${y}h28l-14 26z" fill="${COLOURS[place % COLOURS.length] ?? ""}"/>`;
    },
  ).join("")}</svg>`,
);

/** The string's own curve: it hangs from both ends and the middle. */
function heightAt(x: number): number {
  const part = (x % 600) / 600;
  return (1 - part) ** 2 * 4 + 2 * (1 - part) * part * 44 + part ** 2 * 6;
}
