/** A producer speaks of a product of theirs by its name: which one that is, whatever id it came with. */
import { type ProducerId } from "../domain/ids.ts";
import { fold, slugify } from "../domain/text.ts";
import { type App } from "../ports/app.ts";
import { loadCatalogue } from "../stores/catalogue.ts";
import { findProduct, findProductBySlug, type StoredProduct } from "../stores/products.ts";
import { productIdOf, sameName } from "./product-identity.ts";

/** Undefined where this producer has none of that name. */
export async function ownProduct(app: App, producer: ProducerId, name: string): Promise<StoredProduct | undefined> {
  const isMeant = (product: StoredProduct | undefined): product is StoredProduct =>
    product?.producer === producer && isNamed(product, name);
  const byName = await findProduct(app.table, productIdOf(producer, name));
  if (byName) return byName;
  const bySlug = await findProductBySlug(app.table, slugify(name));
  if (isMeant(bySlug)) return bySlug;
  // Its address is another's where they share a name; the catalogue is a moment behind, so it only points.
  const { listings } = await loadCatalogue(app);
  const listed = listings.find((listing) => listing.producer === producer && isNamed(listing, name));
  const found = listed && (await findProduct(app.table, listed.id));
  return isMeant(found) ? found : undefined;
}

/** Typed without any accent, a name means the one that has them. */
const isNamed = (product: { name: string }, typed: string): boolean =>
  sameName(product.name) === sameName(typed) ||
  (fold(typed) === typed.toLowerCase() && fold(product.name) === fold(typed));
