/** What may be advertised of a product: name, prices, stars as they stand in law today, and who makes it. */
import { type ProductId } from "../domain/ids.ts";
import { formatVnd } from "../domain/money.ts";
import { type Offer, type Product, type SaleUnit } from "../domain/product.ts";
import { AD_MARK, advertisingBan } from "../domain/rules/advertising.ts";
import { starsOn, starsWords } from "../domain/rules/stars.ts";
import { vietnamDate } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { findProducers } from "../stores/producers.ts";
import { findOffers, findProduct } from "../stores/products.ts";
import { type Advert, type NoAdvert, wallPhoto } from "./promotion-copy.ts";
import { promotionText as text } from "./promotion-text.ts";

type Offers = readonly Pick<Offer, "unit" | "price">[];

const MOST_PRICES = 3;

export async function productAdvert(app: App, id: ProductId): Promise<Advert | NoAdvert> {
  const product = await findProduct(app.table, id);
  const producer = product && (await findProducers(app.table, [product.producer])).get(product.producer);
  if (product?.status !== "published" || producer?.status !== "verified") return { why: "not-public" };
  const ban = advertisingBan(product);
  if (ban !== undefined) return { why: "banned", ban };
  const advertiser = app.shop.name;
  return {
    name: product.name,
    advertiser,
    lines: [
      text.headline(AD_MARK, advertiser, product.name),
      ...priceLines(product, await findOffers(app.table, product)),
      ...starLines(app, product),
      text.producer(producer.name),
    ],
    story: product.description,
    photo: wallPhoto(app.blobs, product.photo),
    page: { label: text.page, path: `/san-pham/${product.slug}` },
    chat: text.chat,
  };
}

function starLines({ clock }: App, product: Product): readonly string[] {
  const day = vietnamDate(clock.now());
  const words = starsOn(product, day) === undefined ? undefined : starsWords(product, day);
  return words === undefined ? [] : [words];
}

function priceLines(product: Product, offers: Offers): readonly string[] {
  const prices = product.units.flatMap((unit) => priceLine(product, unit, offers) ?? []).slice(0, MOST_PRICES);
  return prices.length > 0 ? prices : [text.noPrice];
}

function priceLine(product: Product, unit: SaleUnit, offers: Offers): string | undefined {
  const words = priceWords(product, unit, offers);
  return words === undefined ? undefined : text.price(words);
}

/** "45.000 đ/gói 500g", with what kind of price it is; undefined where there is none. */
export function priceWords(
  { priceStatus }: Pick<Product, "priceStatus">,
  unit: SaleUnit,
  offers: Offers,
): string | undefined {
  const price = offers.find((offer) => offer.unit === unit.unit)?.price;
  if (price === undefined) return undefined;
  const mark = { sample: text.samplePrice, seen: text.seenPrice, known: undefined, unknown: undefined }[priceStatus];
  return `${formatVnd(price)}/${unit.pack ?? unit.unit}` + (mark === undefined ? "" : ` (${mark})`);
}
