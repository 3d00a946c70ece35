/** What may be advertised of many new products at once: how many, of how many producers and communes, some by name and price. */
import { type ProducerId, type ProductId, type RoundUpId } from "../domain/ids.ts";
import { type Producer, type Product } from "../domain/product.ts";
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
  const { products, producers } = await advertisable(app.table, roundUp?.products ?? []);
  const count = products.length;
  if (count === 0) return { why: "not-public" };
  const { name: shop } = app.shop;
  const items = await Promise.all(products.slice(0, MOST_NAMED).map((product) => itemLine(app.table, product)));
  return {
    name: text.manyNew(count),
    advertiser: shop,
    lines: [text.manyNewHeadline(AD_MARK, shop, count), makersLine(products, producers)],
    list: { items, count, others: text.others },
    photo: wallPhoto(app.blobs, products.find(({ photo }) => photo !== undefined)?.photo),
    page: { label: text.shopPage, path: "/" },
  };
}

/** Those that are on sale now and may be named, in their order. */
async function advertisable(table: Table, ids: readonly ProductId[]) {
  const found = await findProducts(table, ids);
  const published = found.filter((product) => product.status === "published" && advertisingBan(product) === undefined);
  const producers = await findProducers(table, [...new Set(published.map(({ producer }) => producer))]);
  const products = published.filter(({ producer }) => producers.get(producer)?.status === "verified");
  return { products, producers };
}

/** One alone is named. */
function makersLine(products: readonly Product[], producers: ReadonlyMap<ProducerId, Producer>): string {
  const communes = new Set(products.flatMap(({ commune }) => commune ?? []));
  const [only, ...others] = new Set(products.map(({ producer }) => producer));
  const { name, commune } = (only && producers.get(only)) ?? {};
  if (name !== undefined && others.length === 0) return text.maker(name, commune);
  return text.makers(others.length + 1, communes.size);
}

async function itemLine(table: Table, product: Product): Promise<string> {
  const [unit] = product.units;
  const price = unit && priceWords(product, unit, await findOffers(table, product));
  return price === undefined ? text.itemUnpriced(product.name) : text.item(product.name, price);
}
