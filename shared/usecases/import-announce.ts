/** Which products of a list are announced, and when. */
import { ProductPublished } from "../../events/product.ts";
import { type ProductId } from "../domain/ids.ts";
import { type App } from "../ports/app.ts";
import { happened } from "../stores/outbox.ts";
import { knownPromotions } from "../stores/promotions.ts";
import { promotionIdOf } from "./draft-promotion.ts";
import { announcedAt, reserveTimes } from "./import-pace.ts";
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
};

/**
 * New ones are announced unasked: few at once, many at a pace. Asked for in so many words, those of the list are announced too that went in
 * silently before; what has a promotion already is left alone.
 */
export async function whatToAnnounce(
  app: App,
  candidates: readonly Candidate[],
  wished: Announce | undefined,
): Promise<Announcing> {
  const fresh = candidates.filter(({ isNew }) => isNew);
  const announce = wished ?? (fresh.length <= FEW ? "all" : "paced");
  if (announce === "none") return { announce, products: [] };
  if (wished === undefined) return { announce, products: fresh.filter(({ mayPost }) => mayPost) };
  const lawful = candidates.filter(({ mayPost }) => mayPost);
  const known = await knownPromotions(
    app.table,
    lawful.map(({ product }) => promotionIdOf(product)),
  );
  return { announce, products: lawful.filter(({ product }) => !known.has(promotionIdOf(product))) };
}

/** By product; a new one that is announced at once says so in its own event. */
export async function extrasOf(app: App, { announce, products }: Announcing): Promise<ReadonlyMap<ProductId, Extra>> {
  if (announce !== "paced") {
    const old = products.filter(({ isNew }) => !isNew);
    return new Map(old.map(({ product }) => [product, { events: [announcedNow(app, product)] }] as const));
  }
  const times = await reserveTimes(app, products.length);
  return new Map(
    products.flatMap(({ product }, place) => {
      const at = times[place];
      return at === undefined ? [] : [[product, { events: [], due: [announcedAt(app, product, at)] }] as const];
    }),
  );
}

const announcedNow = (app: App, product: ProductId) =>
  happened(app, ProductPublished, `product:${product}`, { productId: product, announce: true });
