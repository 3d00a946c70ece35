/** A producer puts a product of theirs on sale from a chat: a few facts, and the rest by rule. */
import { type ProducerId, type ProductId } from "../domain/ids.ts";
import { type Vnd } from "../domain/money.ts";
import { refuse } from "../domain/result.ts";
import { type App } from "../ports/app.ts";
import { findProducers } from "../stores/producers.ts";
import { type Plan } from "./plan.ts";
import { publishProduct } from "./publish-product.ts";

export type ListProduct = {
  producer: ProducerId;
  name: string;
  price: Vnd;
  unit: string;
  pack?: string;
  stock?: number;
  /** Key of a stored picture. */
  photo?: string;
};

export type ListedProduct = { product: ProductId; name: string; slug: string };

const producerClosed = (producer: string) => refuse({ code: "producer-closed", producer });

/** Named the same by the same producer, it is the same product: its price and stock are set anew. */
export async function listProduct(
  app: App,
  wish: ListProduct,
): Promise<Plan<ListedProduct> | ReturnType<typeof producerClosed>> {
  const producer = (await findProducers(app.table, [wish.producer])).get(wish.producer);
  if (producer?.status !== "verified") return producerClosed(wish.producer);
  const { name, unit, pack, price, stock, photo } = wish;
  const place = producer.commune === undefined ? {} : { commune: producer.commune };
  return publishProduct(app, {
    product: {
      name,
      producer: wish.producer,
      status: "published",
      priceStatus: app.shop.sample ? "sample" : "known",
      units: [{ unit, ...(pack === undefined ? {} : { pack }) }],
      ...(photo === undefined ? {} : { photo }),
      ...place,
      ...(producer.district === undefined ? {} : { district: producer.district }),
    },
    offers: [{ unit, price, ...(stock === undefined ? {} : { onHand: stock }) }],
    announce: true,
  });
}
