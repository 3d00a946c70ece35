/** `/`: the market. */
import { html, raw } from "hono/html";
import { type Listing } from "../../../shared/domain/catalogue.ts";
import { cards } from "../card.ts";
import { type Html, type Page } from "../layout.ts";
import { allPlaces, groupsOf, type Label, type Shelf, shelve, type Wish, wishPath } from "../shelf.ts";
import { type Storefront } from "../shop.ts";
import { vi } from "../text.vi.ts";

export function homePage(front: Storefront, listings: readonly Listing[], wish: Wish): Page {
  const shelf = shelve(listings, wish);
  return {
    title: vi.tagline,
    description: vi.heroText,
    hidden: wish.words !== "",
    body: html`${HERO}
      <div class="wrap" id="san-pham">
        ${filters(listings, wish)} ${groupChips(listings, wish)}
        <p class="count" role="status">${vi.found(shelf.found)}</p>
        ${shelf.found === 0 ? NOTHING : cards(front, shelf.listings)} ${pager(shelf, wish)}
      </div>`,
  };
}

const HERO = html`<section class="hero">
  <div class="wrap">
    <h1>${vi.heroTitle}</h1>
    <p>${vi.heroText}</p>
    <ol class="steps">
      ${vi.heroSteps.map((step) => html`<li>${step}</li>`)}
    </ol>
  </div>
  ${raw(
    '<svg class="hills" viewBox="0 0 1200 120" preserveAspectRatio="none" aria-hidden="true"><path d="M0 92c70-30 130-46 200-8 50-50 110-70 170-16 40-42 90-60 150-14 60-60 120-66 180 4 50-44 110-52 170 8 60-48 130-50 190 6 50-30 90-34 140-12v60H0z" fill="#2f5a49" opacity=".55"/><path d="M0 106c120-36 220-40 330-8 130-42 236-40 356-4 120-34 240-36 330-2 62-20 122-22 184-12v40H0z" fill="#234437"/></svg>',
  )}
</section>`;

const NOTHING = html`<p>${vi.nothingFound}</p>
  <p><a class="button plain" href="/">${vi.clearFilters}</a></p>`;

const filters = (listings: readonly Listing[], wish: Wish): Html =>
  html`<form class="filters" action="/" role="search">
    <div>
      <label for="tim">${vi.search}</label>
      <input id="tim" name="tim" type="search" value="${wish.words}" placeholder="${vi.searchHint}" maxlength="100" />
    </div>
    ${placeChoice(allPlaces(listings), wish.place)}
    ${wish.group ? html`<input type="hidden" name="loai" value="${wish.group}" />` : ""}
    <button class="button">${vi.searchButton}</button>
  </form>`;

const placeChoice = (places: readonly Label[], chosen: string): Html | string =>
  places.length === 0
    ? ""
    : html`<div class="place">
        <label for="noi">${vi.place}</label
        ><select id="noi" name="noi">
          ${[{ slug: "", name: vi.allPlaces }, ...places].map((place) => option(place, chosen))}
        </select>
      </div>`;

const option = ({ slug, name }: Label, chosen: string): Html =>
  html`<option value="${slug}" ${slug === chosen ? "selected" : ""}>${name}</option>`;

const groupChips = (listings: readonly Listing[], wish: Wish): Html =>
  html`<nav aria-label="${vi.group}">
    <ul class="chips">
      ${[{ slug: "", name: vi.allGroups }, ...groupsOf(listings)].map(
        ({ slug, name }) =>
          html`<li>
            <a
              href="${wishPath({ ...wish, group: slug, page: 1 })}#san-pham"
              ${slug === wish.group ? raw('aria-current="true"') : ""}
              >${name}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;

function pager({ page, pages }: Shelf, wish: Wish): Html | string {
  if (pages <= 1) return "";
  const link = (to: number, words: string) =>
    to < 1 || to > pages
      ? ""
      : html`<a class="button plain" href="${wishPath({ ...wish, page: to })}#san-pham">${words}</a>`;
  return html`<nav class="pager" aria-label="${vi.pages}">
    ${link(page - 1, vi.previous)}<span>${vi.page(page, pages)}</span>${link(page + 1, vi.next)}
  </nav>`;
}
