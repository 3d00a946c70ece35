/** `/san-pham/:slug`: one product, what it costs, who makes it, and how to ask for it. */
import { html } from "hono/html";
import { type ListedOffer, type Listing } from "../../../shared/domain/catalogue.ts";
import { type Code } from "../../../shared/domain/ids.ts";
import { starsOn, starsWords } from "../../../shared/domain/rules/stars.ts";
import { cards, picture, priceMark, producerPath, stockWords, unitWords } from "../card.ts";
import { type Html, type Page } from "../layout.ts";
import { placesOf, similarTo } from "../shelf.ts";
import { type Storefront } from "../shop.ts";
import { vi } from "../text.vi.ts";

/** `code`: of the post that led here; it goes on to where people talk. */
export function productPage(
  front: Storefront,
  listing: Listing,
  { listings, code }: { listings: readonly Listing[]; code: Code | undefined },
): Page {
  const similar = similarTo(listing, listings);
  return {
    title: listing.name,
    description: listing.description ?? `${listing.name}, ${listing.seller.name}`,
    ...(listing.photo === undefined ? {} : { picture: front.photoUrl(listing.photo) }),
    body: html`<div class="wrap">
      <nav class="crumbs"><a href="/">${vi.home}</a> › ${listing.name}</nav>
      <div class="product">
        <div>${picture(front, listing, "eager")}</div>
        <div>
          <h1>${listing.name}</h1>
          ${tags(front, listing)}
          <ul class="offers">
            ${listing.offers.map((offer) => offerLine(front, listing, offer))}
          </ul>
          ${priceNote(listing)} ${buyButtons(front, listing, code)}
        </div>
        <div>${story(listing)}${facts(listing)}</div>
        <div>${seller(listing)}</div>
      </div>
      ${
        similar.length > 0
          ? html`<h2>${vi.similar}</h2>
              ${cards(front, similar)}`
          : ""
      }
    </div>`,
  };
}

function tags({ today }: Storefront, listing: Listing): Html {
  const words = starsWords(listing, today);
  const shown = starsOn(listing, today) === undefined ? words : `★ ${words ?? ""}`;
  return html`<div class="tags">
    ${words === undefined ? "" : html`<span class="stars">${shown}</span>`}
    ${listing.group ? html`<span>${listing.group}</span>` : ""}<span>${placesOf(listing).join(", ")}</span>
  </div>`;
}

function offerLine({ today }: Storefront, listing: Listing, offer: ListedOffer): Html {
  const { words, out } = stockWords(today, listing, offer);
  const price =
    offer.price === undefined
      ? html`<span class="price ask">${vi.askPrice} · ${unitWords(offer)}</span>`
      : html`<span class="price">${vi.priceOf(offer.price, unitWords(offer))}</span> ${priceMark(listing)}`;
  return html`<li>${price}<span class="stock${out ? " out" : ""}">${words}</span></li>`;
}

function priceNote({ priceStatus, offers }: Listing): Html | string {
  if (offers.every(({ price }) => price === undefined)) return "";
  if (priceStatus === "sample") return html`<p class="note">${vi.samplePriceLong}</p>`;
  return priceStatus === "seen" ? html`<p class="note">${vi.seenPriceLong}</p>` : "";
}

/** The page's own chat first: nobody needs anything for it. */
const buyButtons = ({ doors }: Storefront, listing: Listing, code: Code | undefined): Html =>
  html`<div class="buy">
    <a class="button warm" href="/?chat=" data-chat-say="${vi.wantToBuy(listing.name)}">${vi.buyNow}</a>
    ${doors.map(({ title, link }) => html`<a class="button plain" href="${link(code)}">${vi.buyVia(title)}</a>`)}
  </div>`;

const story = ({ description }: Listing): Html | string =>
  description
    ? html`<section class="panel">
        <h2>${vi.story}</h2>
        <p>${description}</p>
      </section>`
    : "";

function facts(listing: Listing): Html | string {
  const { season, ingredients, shelfLife, storage, originProof, shipPolicy, kind } = listing;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [vi.origin, [...placesOf(listing), vi.province].join(", ")],
    [vi.ingredients, ingredients],
    [vi.shelfLife, shelfLife],
    [vi.storage, storage],
    [vi.season, season && vi.seasonOf(season.from, season.to)],
    [vi.originProof, originProof],
    [vi.delivery, kind === "goods" ? vi.shipPolicies[shipPolicy] : undefined],
  ];
  const known = rows.filter(([, value]) => value);
  return html`<section class="panel">
    <h2>${vi.facts}</h2>
    <dl>
      ${known.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
}

const seller = ({ seller: { name, slug, type, commune, district, status, sample } }: Listing): Html =>
  html`<section class="panel">
    <h2>${vi.seller}</h2>
    <p>
      <strong>${name}</strong>${type ? html`<br />${type}` : ""}
      ${commune || district ? html`<br />${[commune, district].filter(Boolean).join(", ")}` : ""}
    </p>
    ${status === "verified" && !sample ? html`<p class="note">✓ ${vi.verified}</p>` : ""}
    ${sample ? html`<p class="note">${vi.sellerSample}</p>` : ""}
    <p><a href="${producerPath({ slug })}">${vi.moreFromSeller} ${name}</a></p>
  </section>`;
