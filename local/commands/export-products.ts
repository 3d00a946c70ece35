/** Products under the names of the import's columns, so that an export can be imported again. */
import { type Offer, type Producer, type Product } from "../../shared/domain/product.ts";
import { type App } from "../../shared/ports/app.ts";
import { findProducers } from "../../shared/stores/producers.ts";
import { allProducts, findOffers, type StoredProduct } from "../../shared/stores/products.ts";
import { type Row } from "./export-rows.ts";

export async function* productRows({ table }: App): AsyncGenerator<Row> {
  for await (const product of allProducts(table)) {
    const producers = await findProducers(table, [product.producer]);
    yield rowOf(product, producers.get(product.producer), await findOffers(table, product));
  }
}

function rowOf(product: StoredProduct, producer: Producer | undefined, offers: readonly Offer[]): Row {
  const [first] = product.units;
  const row = {
    id: product.id,
    slug: product.slug,
    status: product.status,
    kind: product.kind,
    name: product.name,
    name_en: product.nameEn,
    aliases: product.aliases.join("|"),
    ...proofs(product),
    ...maker(product, producer),
    unit: first?.unit,
    units: product.units.map(({ unit, pack = "" }, place) => `${unit}:${offers[place]?.price ?? ""}:${pack}`).join("|"),
    pack: first?.pack,
    weight_g: first?.weightG,
    price_vnd: offers[0]?.price,
    price_status: product.priceStatus,
    stock: offers[0]?.onHand,
    ...keeping(product),
    description: product.description,
    photo: product.photo,
    source: product.source,
  };
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null]));
}

const proofs = (product: Product) => ({
  scheme: product.scheme,
  group: product.group,
  stars: product.stars,
  certificate: product.certificate,
  certified_on: product.certifiedOn,
  recognised_year: product.recognisedYear,
  abv: product.abv,
  licence_no: product.licenceNo,
  licence_until: product.licenceUntil,
  claim_class: product.claimClass,
  origin_proof: product.originProof,
});

const maker = (product: Product, producer: Producer | undefined) => ({
  producer: producer?.name ?? product.producer,
  producer_type: producer?.type,
  producer_phone: producer?.phone,
  producer_status: producer?.status,
  commune: product.commune,
  district: product.district,
  bank_bin: producer?.bankBin,
  bank_account: producer?.bankAccount,
});

const keeping = (product: Product) => ({
  season_from: product.season?.from,
  season_to: product.season?.to,
  shelf_life: product.shelfLife,
  storage: product.storage,
  ingredients: product.ingredients,
  ship_policy: product.shipPolicy,
});
