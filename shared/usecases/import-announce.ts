/** Which products of a list are announced, and when. */
import { ProductPublished } from "../../events/product.ts";
import { type ProductId } from "../domain/ids.ts";
import { type IsoTime } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { happened } from "../stores/outbox.ts";
import { knownPromotions } from "../stores/promotions.ts";
import { findOpen } from "../stores/round-ups.ts";
import { announcedAt } from "./import-pace.ts";
import { together, toldTogether } from "./import-round-up.ts";
import { promotionIdOf } from "./occasion.ts";
import { type Plan } from "./plan.ts";

export type Announce = "all" | "paced" | "none";

/** So many new products are announced at once; more of them at a pace. */
export const FEW = 5;

/** `mayPost`: what may not be advertised is new like the others, and never announced. */
export type Candidate = { product: ProductId; isNew: boolean; mayPost: boolean };

/** What goes with a product's own plan: an announcement now, or one that is due later. */
export type Extra = Pick<Plan, "events" | "due">;

export type Announcing = {
  announce: Announce;
  /** Products to announce, in the order of the list. */
  products: readonly Candidate[];
  /** Those that one promotion tells of together; [] where there is none. */
  roundUp: readonly ProductId[];
};

/**
 * New ones are announced unasked: few at once, many at a pace. Asked for in so many words, those of the list are announced too that went in
 * silently before; what has a promotion already is left alone. What an import left open that was broken off goes on as it began.
 */
export async function whatToAnnounce(
  app: App,
  candidates: readonly Candidate[],
  wished: Announce | undefined,
): Promise<Announcing> {
  const open = await findOpen(app.table);
  const few = candidates.filter(({ isNew }) => isNew).length <= FEW && open.products.length === 0;
  const announce = wished ?? (few ? "all" : "paced");
  const products = (await wanted(app, candidates, wished)).filter(({ mayPost }) => mayPost);
  const ids = products.map(({ product }) => product);
  return { announce, products, roundUp: announce === "paced" ? together(open.products, ids) : [] };
}

async function wanted(
  { table }: App,
  candidates: readonly Candidate[],
  wished: Announce | undefined,
): Promise<readonly Candidate[]> {
  if (wished === "none") return [];
  if (wished === undefined) return candidates.filter(({ isNew }) => isNew);
  const promoted = await knownPromotions(
    table,
    candidates.map(({ product }) => promotionIdOf(product)),
  );
  // What a round-up told of has its time in the plan.
  const planned = wished === "paced" ? await toldTogether(table) : new Set();
  return candidates.filter(({ product }) => !promoted.has(promotionIdOf(product)) && !planned.has(product));
}

/** By product, at its time; a new one that is announced at once says so in its own event. */
export function extrasOf(
  app: App,
  { announce, products }: Announcing,
  times: readonly IsoTime[],
): ReadonlyMap<ProductId, Extra> {
  if (announce !== "paced") {
    const old = products.filter(({ isNew }) => !isNew);
    return new Map(old.map(({ product }) => [product, { events: [announcedNow(app, product)] }] as const));
  }
  return new Map(
    products.flatMap(({ product }, place) => {
      const at = times[place];
      return at === undefined ? [] : [[product, { events: [], due: [announcedAt(app, product, at)] }] as const];
    }),
  );
}

const announcedNow = (app: App, product: ProductId) =>
  happened(app, ProductPublished, `product:${product}`, { productId: product, announce: true });
