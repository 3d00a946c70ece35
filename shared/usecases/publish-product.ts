/** Offers a product to the public, or sets the facts, price and stock of one anew. The same facts again write nothing. */
import { ProductChanged, ProductPublished } from "../../events/product.ts";
import { type ProductId } from "../domain/ids.ts";
import { type Product } from "../domain/product.ts";
import { type App } from "../ports/app.ts";
import { type Item, type Key, type Write } from "../ports/table.ts";
import { happened } from "../stores/outbox.ts";
import {
  offerKey,
  offerOf,
  type OfferWish,
  offerWrite,
  ownerOf,
  productKey,
  productOf,
  productSlugKey,
  productWrite,
  slugWrite,
  type StoredProduct,
  unversioned,
} from "../stores/products.ts";
import { type Plan } from "./plan.ts";
import { productIdOf, productSlugs } from "./product-identity.ts";

/** Facts to set; absent ones stay as they are, or begin as "goods, published, price unknown, ships anywhere". */
export type ProductFacts = Pick<Product, "name" | "producer"> &
  Partial<Omit<Product, "name" | "producer" | "slug">> & {
    /** Facts to take away. */
    forget?: readonly OptionalFact[];
  };

export type OptionalFact = { [Fact in keyof Product]-?: undefined extends Product[Fact] ? Fact : never }[keyof Product];

export type PublishProduct = {
  /** `units` replaces those there are; absent, the units of the offers are added to them. */
  product: ProductFacts;
  offers: readonly OfferWish[];
  announce: boolean;
};

export type Published = { product: ProductId; name: string; slug: string; outcome: "new" | "changed" | "same" };

/** What stands now about the product that is to be published. */
export type Standing = {
  product: StoredProduct | undefined;
  /** By unit. */
  offers: ReadonlyMap<string, Item | undefined>;
  /** Who has the plain slug. */
  slugOwner: ProductId | undefined;
};

export const idOf = ({ id, producer, name }: ProductFacts): ProductId => id ?? productIdOf(producer, name);

/** Never refuses. */
export async function publishProduct(app: App, wish: PublishProduct): Promise<Plan<Published>> {
  const items = await app.table.getMany(standingKeys(wish));
  return planPublication(app, wish, standingOf(wish, items));
}

/** What has to be read to plan it; `standingOf` takes the items in the same order. */
export function standingKeys(wish: PublishProduct): readonly Key[] {
  const id = idOf(wish.product);
  const [slug] = productSlugs(wish.product.name, id);
  return [productKey(id), productSlugKey(slug), ...wish.offers.map(({ unit }) => offerKey(id, unit))];
}

export function standingOf(wish: PublishProduct, items: readonly (Item | undefined)[]): Standing {
  const [product, slug, ...offers] = items;
  return {
    product: product && productOf(product),
    slugOwner: ownerOf(slug),
    offers: new Map(wish.offers.map(({ unit }, place) => [unit, offers[place]])),
  };
}

export function planPublication(
  app: Pick<App, "clock" | "ids">,
  wish: PublishProduct,
  standing: Standing,
): Plan<Published> {
  const before = standing.product;
  const after = productAfter(wish, standing);
  const offers = wish.offers.flatMap(
    (offer) => offerWrite(offerOf(after.id, offer.unit, standing.offers.get(offer.unit)), offer) ?? [],
  );
  const facts = { product: after.id, name: after.name, slug: after.slug };
  if (before && offers.length === 0 && sameFacts(before, after))
    return { writes: [], events: [], facts: { ...facts, outcome: "same" } };
  const outcome = before ? "changed" : "new";
  // The product is written whenever its offers are: its version keeps two publications from adding up.
  const guard: readonly Write[] = before
    ? [productWrite(after, { version: before.version })]
    : [productWrite(after, "absent"), slugWrite(after)];
  return {
    writes: [...guard, ...offers],
    events: eventsOf(app, wish, { before, after }),
    facts: { ...facts, outcome },
  };
}

function eventsOf(
  app: Pick<App, "clock" | "ids">,
  { announce }: PublishProduct,
  { before, after }: { before: Product | undefined; after: Product },
) {
  const aggregate = `product:${after.id}`;
  const wasOut = before?.status === "published";
  if (after.status === "published" && !wasOut)
    return [happened(app, ProductPublished, aggregate, { productId: after.id, announce })];
  return wasOut ? [happened(app, ProductChanged, aggregate, { productId: after.id })] : [];
}

/** Whatever order the facts came in. */
const sameFacts = (before: StoredProduct, after: Product): boolean => {
  const inOrder = (product: Product): string =>
    JSON.stringify(Object.entries(product).sort(([one], [other]) => (one < other ? -1 : 1)));
  return inOrder(unversioned(before)) === inOrder(after);
};

function productAfter({ product: facts, offers }: PublishProduct, { product: before, slugOwner }: Standing): Product {
  const { forget = [], ...set } = facts;
  const id = idOf(facts);
  const [plain, own] = productSlugs(facts.name, id);
  const units = facts.units ?? before?.units ?? [];
  const known = new Set(units.map(({ unit }) => unit));
  const after: Product = {
    kind: "goods",
    status: "published",
    aliases: [],
    priceStatus: "unknown",
    shipPolicy: "any",
    ...(before && unversioned(before)),
    ...set,
    id,
    units: facts.units ?? [...units, ...offers.filter(({ unit }) => !known.has(unit)).map(({ unit }) => ({ unit }))],
    slug: before?.slug ?? (slugOwner === undefined || slugOwner === id ? plain : own),
  };
  return Object.fromEntries(
    Object.entries(after).filter(([name]) => !forget.includes(name as OptionalFact)),
  ) as Product;
}
