/** `/nha-san-xuat/:slug`: who makes it, and what else they make. */
import { html } from "hono/html";
import { type Listing } from "../../../shared/domain/catalogue.ts";
import { cards } from "../card.ts";
import { type Page } from "../layout.ts";
import { type Storefront } from "../shop.ts";
import { vi } from "../text.vi.ts";

/** Undefined where this producer has nothing on the shelf. */
export function producerPage(front: Storefront, slug: string, listings: readonly Listing[]): Page | undefined {
  const own = listings.filter(({ seller }) => seller.slug === slug);
  const producer = own[0]?.seller;
  if (!producer) return undefined;
  const { name, type, commune, district, status, sample } = producer;
  return {
    title: name,
    description: `${vi.producerProducts}: ${own.map((listing) => listing.name).join(", ")}`,
    body: html`<div class="wrap">
      <nav class="crumbs"><a href="/">${vi.home}</a> › ${name}</nav>
      <section class="panel">
        <h1>${name}</h1>
        <p>${[type, commune, district].filter(Boolean).join(" · ")}</p>
        ${status === "verified" && !sample ? html`<p class="note">✓ ${vi.verified}</p>` : ""}
        ${sample ? html`<p class="note">${vi.sellerSample}</p>` : ""}
      </section>
      <h2>${vi.producerProducts}</h2>
      ${cards(front, own)}
    </div>`,
  };
}
