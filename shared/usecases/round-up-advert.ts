/** What may be advertised of many new products at once: how many, of how many producers and communes, some by name and price. */
import { type ProductId, type RoundUpId } from "../domain/ids.ts";
import { type Product } from "../domain/product.ts";
import { AD_MARK, advertisingBan } from "../domain/rules/advertising.ts";
import { type App } from "../ports/app.ts";
import { type Table } from "../ports/table.ts";
import { findProducers } from "../stores/producers.ts";
import { findOffers, findProducts } from "../stores/products.ts";
import { findRoundUp } from "../stores/round-ups.ts";
import { priceWords } from "./product-advert.ts";
import { type Advert, type NoAdvert, wallPhoto } from "./promotion-copy.ts";
import { promotionText as text } from "./promotion-text.ts";

/** More than anybody reads, however much room a wall has. */
const MOST_NAMED = 10;

export async function roundUpAdvert(app: App, id: RoundUpId): Promise<Advert | NoAdvert> {
  const roundUp = await findRoundUp(app.table, id);
  const products = await advertisable(app.table, roundUp?.products ?? []);
  const count = products.length;
  if (count === 0) return { why: "not-public" };
  const { name: shop } = app.shop;
  const items = await Promise.all(products.slice(0, MOST_NAMED).map((product) => itemLine(app.table, product)));
  return {
    name: text.manyNew(count),
    advertiser: shop,
    lines: [text.manyNewHeadline(AD_MARK, shop, count), makersLine(products)],
    list: { items, count, others: text.others },
    photo: wallPhoto(app.blobs, products.find(({ photo }) => photo !== undefined)?.photo),
    page: { label: text.shopPage, path: "/" },
  };
}

/** Those that are on sale now and may be named, in their order. */
async function advertisable(table: Table, ids: readonly ProductId[]): Promise<readonly Product[]> {
  const found = await findProducts(table, ids);
  const published = found.filter((product) => product.status === "published" && advertisingBan(product) === undefined);
  const producers = await findProducers(table, [...new Set(published.map(({ producer }) => producer))]);
  return published.filter(({ producer }) => producers.get(producer)?.status === "verified");
}

function makersLine(products: readonly Product[]): string {
  const communes = new Set(products.flatMap(({ commune }) => commune ?? []));
  return text.makers(new Set(products.map(({ producer }) => producer)).size, communes.size);
}

async function itemLine(table: Table, product: Product): Promise<string> {
  const [unit] = product.units;
  const price = unit && priceWords(product, unit, await findOffers(table, product));
  return price === undefined ? text.itemUnpriced(product.name) : text.item(product.name, price);
}
