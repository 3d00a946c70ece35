/**
 * Products and the offers they are sold by.
 * Access: one product, or many by id · the offers of one product (one query) · what a cart line is about (product and
 * offer) · the owner of a slug · all products by slug (index, keys only).
 * Cost of publishing: the product 1 unit per KB and 1 for its index entry (it moves only with the slug, which never
 * changes) · the slug 1 · each offer 1. A sale or a change of stock: 1 for the offer, no index.
 * The offer item is never put: it is made and changed by `add` alone, so that sales and changes of price can't undo
 * each other. An added attribute can't be taken away again, so a price of 0 stands for "no price".
 */
import { type ProductId } from "../domain/ids.ts";
import { vnd, type Vnd } from "../domain/money.ts";
import { type Offer, type Product } from "../domain/product.ts";
import { add, type Item, type Key, put, type Table, type When, type Write } from "../ports/table.ts";
import { pages } from "./conversations.ts";
import { fromItem, record } from "./record.ts";

export type StoredProduct = Product & { version: number };

/** `listed`: the stock that an import stated last, so that the same file again gives nothing back to the shelf. */
export type StoredOffer = Offer & { listed?: number };

export const productKey = (id: ProductId): Key => ({ pk: `product#${id}`, sk: "product" });
export const offerKey = (product: ProductId, unit: string): Key => ({ pk: `product#${product}`, sk: `offer#${unit}` });
export const productSlugKey = (slug: string): Key => ({ pk: `slug#product#${slug}`, sk: "slug" });

/** Creates the product, or replaces it as it was read. */
export const productWrite = (product: Product, when: When): Write =>
  put(record(productKey(product.id), product, { gsi1pk: "products", gsi1sk: product.slug }), when);

/** Refused when another product has this slug. */
export const slugWrite = ({ id, slug }: Pick<Product, "id" | "slug">): Write =>
  put({ ...productSlugKey(slug), owner: id }, "absent");

export async function slugOwner(table: Table, slug: string): Promise<ProductId | undefined> {
  return ownerOf(await table.get(productSlugKey(slug), { strong: true }));
}

export const ownerOf = (item: Item | undefined): ProductId | undefined => item?.["owner"] as ProductId | undefined;

export const productOf = (item: Item): StoredProduct => fromItem<Product>(item);

/** The product alone, as others may see and compare it. */
export function unversioned(stored: StoredProduct): Product {
  const product: Product & { version?: number } = { ...stored };
  delete product.version;
  return product;
}

const amount = (value: unknown): number => (typeof value === "number" ? value : 0);

export function offerOf(product: ProductId, unit: string, item: Item | undefined): StoredOffer {
  const price = amount(item?.["price"]);
  const { onHand, listed } = { onHand: item?.["onHand"], listed: item?.["listed"] };
  return {
    product,
    unit,
    ...(price > 0 ? { price: vnd(price) } : {}),
    ...(typeof onHand === "number" ? { onHand } : {}),
    ...(typeof listed === "number" ? { listed } : {}),
    reserved: amount(item?.["reserved"]),
    sold: amount(item?.["sold"]),
  };
}

export async function findProduct(table: Table, id: ProductId): Promise<StoredProduct | undefined> {
  const item = await table.get(productKey(id), { strong: true });
  return item && productOf(item);
}

/** Unknown ids are left out. */
export async function findProducts(table: Table, ids: readonly ProductId[]): Promise<readonly StoredProduct[]> {
  const items = await table.getMany(ids.map(productKey));
  return items.flatMap((item) => (item ? [productOf(item)] : []));
}

/** By the address of its page. */
export async function findProductBySlug(table: Table, slug: string): Promise<StoredProduct | undefined> {
  const owner = await slugOwner(table, slug);
  return owner === undefined ? undefined : findProduct(table, owner);
}

/** The offers of a product in the order of its units; units without an item have no price and no sales. */
export async function findOffers(
  table: Table,
  { id, units }: Pick<Product, "id" | "units">,
): Promise<readonly StoredOffer[]> {
  const items = await table.getMany(units.map(({ unit }) => offerKey(id, unit)));
  return units.map(({ unit }, place) => offerOf(id, unit, items[place]));
}

export type Wanted = { product: ProductId; unit: string };

/** Product and offer of each line, in the order asked; undefined where there is no such product or unit. */
export async function findForSale(
  table: Table,
  lines: readonly Wanted[],
): Promise<readonly ({ product: Product; offer: Offer } | undefined)[]> {
  const items = await table.getMany(
    lines.flatMap(({ product, unit }) => [productKey(product), offerKey(product, unit)]),
  );
  return lines.map((line, place) => {
    const item = items[2 * place];
    const product = item && productOf(item);
    if (!product?.units.some(({ unit }) => unit === line.unit)) return undefined;
    return { product, offer: offerOf(line.product, line.unit, items[2 * place + 1]) };
  });
}

/** `price: null` takes the price away; what is absent stays as it is. */
export type OfferWish = {
  unit: string;
  price?: Vnd | null;
  /** Pieces on hand now. */
  onHand?: number;
  /** Pieces as a list states them: counts only where it differs from what the list stated last. */
  listed?: number;
};

/**
 * The offer as wished, or undefined where it is so already. Bound to the price that was read; the stock is moved by
 * the difference, so that a sale in between stays counted.
 */
export function offerWrite(current: StoredOffer, wish: OfferWish): Write | undefined {
  const deltas: Record<string, number> = {};
  const price = wish.price === undefined ? current.price : (wish.price ?? undefined);
  if (price !== current.price) deltas["price"] = amount(price) - amount(current.price);
  const onHand = wish.listed !== undefined && wish.listed !== current.listed ? wish.listed : wish.onHand;
  if (onHand !== undefined && onHand !== current.onHand) deltas["onHand"] = onHand - amount(current.onHand);
  if (wish.listed !== undefined && wish.listed !== current.listed)
    deltas["listed"] = wish.listed - amount(current.listed);
  if (Object.keys(deltas).length === 0) return undefined;
  return add(offerKey(current.product, current.unit), deltas, {
    ...(deltas["onHand"] === undefined ? {} : { atLeast: { onHand: 0 } }),
    ...(current.price === undefined ? {} : { equals: { price: current.price } }),
  });
}

/** Every product, by slug; for exports and for the catalogue. */
export async function* allProducts(table: Table): AsyncGenerator<StoredProduct> {
  for await (const keys of pages(table, { index: "gsi1", pk: "products" })) {
    const items = await table.getMany(keys);
    for (const item of items) if (item) yield productOf(item);
  }
}
