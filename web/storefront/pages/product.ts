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
      ? html`<span class="price ask">${vi.askPrice} · ${unitWords(offer, listing.kind)}</span>`
      : html`<span class="price">${vi.priceOf(offer.price, unitWords(offer, listing.kind))}</span>
          ${priceMark(listing)}`;
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
    <a class="button warm" href="/?chat=" data-chat-say="${vi.wants[listing.kind](listing.name)}"
      >${vi.buyNow[listing.kind]}</a
    >
    ${doors.map(({ title, link }) => html`<a class="button plain" href="${link(code)}">${vi.buyVia[listing.kind](title)}</a>`)}
  </div>`;

const story = ({ description, kind }: Listing): Html | string =>
  description
    ? html`<section class="panel">
        <h2>${vi.story[kind]}</h2>
        <p>${description}</p>
      </section>`
    : "";

function facts(listing: Listing): Html | string {
  const { season, ingredients, shelfLife, storage, originProof, shipPolicy, kind } = listing;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [vi.origin[kind], [...placesOf(listing), vi.province].join(", ")],
    [vi.ingredients, ingredients],
    [vi.shelfLife, shelfLife],
    [vi.storage, storage],
    [vi.season[kind], season && vi.seasonOf(season.from, season.to)],
    [vi.originProof, originProof],
    [vi.delivery, kind === "goods" ? vi.shipPolicies[shipPolicy] : undefined],
    [vi.booking, kind === "goods" ? undefined : vi.bookingText],
  ];
  const known = rows.filter(([, value]) => value);
  return html`<section class="panel">
    <h2>${vi.facts[kind]}</h2>
    <dl>
      ${known.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
}

const seller = ({ kind, seller: { name, slug, type, commune, district, status, sample } }: Listing): Html =>
  html`<section class="panel">
    <h2>${vi.sellers[kind]}</h2>
    <p>
      <strong>${name}</strong>${type ? html`<br />${type}` : ""}
      ${commune || district ? html`<br />${[commune, district].filter(Boolean).join(", ")}` : ""}
    </p>
    ${status === "verified" && !sample ? html`<p class="note">✓ ${vi.verified}</p>` : ""}
    ${sample ? html`<p class="note">${vi.sellerSample}</p>` : ""}
    <p><a href="${producerPath({ slug })}">${vi.moreFromSeller} ${name}</a></p>
  </section>`;
