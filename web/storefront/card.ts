/** One product among others: picture, name, where it comes from, price. And the pieces that its own page shares. */
import { html, raw } from "hono/html";
import { inSeason } from "../../bots/dialogue/season.ts";
import { type ListedOffer, type Listing } from "../../shared/domain/catalogue.ts";
import { starsOn } from "../../shared/domain/rules/stars.ts";
import { slugify } from "../../shared/domain/text.ts";
import { basisOf } from "../../shared/domain/visit.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { type Html } from "./layout.ts";
import { placesOf } from "./shelf.ts";
import { type Storefront } from "./shop.ts";
import { vi } from "./text.vi.ts";

const FEW = 5;

export const productPath = ({ slug }: { slug: string }): string => `/san-pham/${slug}`;
export const producerPath = ({ slug }: { slug: string }): string => `/nha-san-xuat/${slug}`;

export const cards = (front: Storefront, listings: readonly Listing[]): Html =>
  html`<ul class="grid">
    ${listings.map((listing) => html`<li>${card(front, listing)}</li>`)}
  </ul>`;

const card = (front: Storefront, listing: Listing): Html => {
  const stars = starsOn(listing, front.today);
  return html`<a class="card" href="${productPath(listing)}">
    ${picture(front, listing, "lazy")}
    <span class="body"
      ><span class="name">${listing.name}</span>
      <span class="from">${[listing.seller.name, placesOf(listing).at(-1)].filter(Boolean).join(" · ")}</span>
      ${stars === undefined ? "" : html`<span class="stars">★ ${vi.stars(stars)}</span>`} ${priceLine(listing)}</span
    ></a
  >`;
};

export const picture = ({ photoUrl }: Storefront, listing: Listing, loading: "lazy" | "eager"): Html =>
  html`<span class="picture group-${slugify(listing.group ?? "")}"
    >${
      listing.photo === undefined
        ? DRAWING
        : html`<img
            src="${photoUrl(listing.photo)}"
            alt="${vi.photoOf(listing.name)}"
            loading="${loading}"
            width="400"
            height="300"
          />`
    }</span
  >`;

/** The offer that people mean when they name none. */
function priceLine(listing: Listing): Html {
  const offer = listing.offers[0];
  if (offer?.price === undefined) return html`<span class="price ask">${vi.askPrice}</span>`;
  return html`<span class="price"
    >${vi.priceOf(offer.price, unitWords(offer, listing.kind))} ${priceMark(listing)}</span
  >`;
}

/** How sure the price is, where it is not the seller's own. */
export function priceMark({ priceStatus }: Listing): Html | string {
  switch (priceStatus) {
    case "sample":
      return html`<span class="mark">${vi.samplePrice}</span>`;
    case "seen":
      return html`<span class="mark">${vi.seenPrice}</span>`;
    case "known":
    case "unknown":
      return "";
  }
}

/** A room is paid by the night. */
export const unitWords = ({ unit, pack }: ListedOffer, kind: Listing["kind"]): string =>
  kind === "stay" && basisOf(unit) !== "night" ? vi.aNight(unit) : (pack ?? unit);

/** What is out of season can't be ordered, whatever stock is written down. */
export function stockWords(today: IsoDate, listing: Listing, { onHand }: ListedOffer): { words: string; out: boolean } {
  if (!inSeason(listing, today)) return { words: vi.outOfSeason, out: true };
  if (listing.kind !== "goods") return { words: vi.byDays, out: false };
  if (onHand === undefined) return { words: vi.madeToOrder, out: false };
  if (onHand <= 0) return { words: vi.outOfStock, out: true };
  return { words: onHand <= FEW ? vi.fewLeft(onHand) : vi.inStock, out: false };
}

/** Hills and a sun over a basket, where there is no photo. */
const DRAWING = raw(
  '<svg viewBox="0 0 48 48" aria-hidden="true" fill="none" stroke="#9a5b12" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M6 22h36l-4 18H10z"/><path d="M12 22c0-8 5-13 12-13s12 5 12 13"/><path d="M15 28v7M24 28v7M33 28v7M9 31h30"/></svg>',
);
