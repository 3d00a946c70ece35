/** A producer puts a product of theirs on sale from a chat: a few facts, and the rest by rule. */
import { type ProducerId, type ProductId } from "../domain/ids.ts";
import { type Vnd } from "../domain/money.ts";
import { type Product, type SaleUnit } from "../domain/product.ts";
import { refuse } from "../domain/result.ts";
import { advertisingBan, forbiddenClaims } from "../domain/rules/advertising.ts";
import { mayList } from "../domain/rules/alcohol.ts";
import { kindByWords } from "../domain/rules/kind.ts";
import { type App } from "../ports/app.ts";
import { findProducers } from "../stores/producers.ts";
import { ownProduct } from "./own-product.ts";
import { type Plan } from "./plan.ts";
import { type ProductFacts, publishProduct } from "./publish-product.ts";

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

export type ListedProduct = {
  product: ProductId;
  name: string;
  slug: string;
  /** Customers see it; false for strong alcohol, which the law keeps out of what is sold from afar. */
  shown: boolean;
  /** It goes to the walls now; false also where it was on sale already, and then `why` is absent. */
  announced: boolean;
  /** What keeps it off the pages or off the walls: alcohol, or a class whose content somebody has to confirm first. */
  why?: "alcohol" | "claim";
};

const producerClosed = (producer: string) => refuse({ code: "producer-closed", producer });
const forbiddenClaim = (words: readonly string[]) => refuse({ code: "forbidden-claim", words });

export type ListingRefusal = ReturnType<typeof producerClosed | typeof forbiddenClaim>;

/** Named like a product of this producer, it is that one: its price and stock are set anew, the rest stays. */
export async function listProduct(app: App, wish: ListProduct): Promise<Plan<ListedProduct> | ListingRefusal> {
  const producer = (await findProducers(app.table, [wish.producer])).get(wish.producer);
  if (producer?.status !== "verified") return producerClosed(wish.producer);
  const { unit, pack, price, stock, photo } = wish;
  const claims = forbiddenClaims([wish.name, pack ?? unit].join(" · "));
  if (claims.length > 0) return forbiddenClaim([...new Set(claims)]);
  const known = await ownProduct(app, wish.producer, wish.name);
  const name = known?.name ?? wish.name;
  const facts = {
    ...(known && { id: known.id }),
    name,
    producer: wish.producer,
    status: "published",
    priceStatus: app.shop.sample ? "sample" : "known",
    units: unitsWith(known?.units ?? [], { unit, ...(pack === undefined ? {} : { pack }) }),
    ...travelFacts(name, unit),
    ...(photo === undefined ? {} : { photo }),
    ...(producer.commune === undefined ? {} : { commune: producer.commune }),
    ...(producer.district === undefined ? {} : { district: producer.district }),
  } satisfies ProductFacts;
  const outlook = outlookOf(known, facts);
  const plan = await publishProduct(app, {
    product: facts,
    offers: [{ unit, price, ...(stock === undefined ? {} : { onHand: stock }) }],
    announce: outlook.announced,
  });
  const { product, slug } = plan.facts;
  return { ...plan, facts: { product, name: plan.facts.name, slug, ...outlook } };
}

/** What else it is sold in stays; a pack that is not said anew does too. */
const unitsWith = (units: readonly SaleUnit[], said: SaleUnit): SaleUnit[] =>
  units.some(({ unit }) => unit === said.unit)
    ? units.map((one) => (one.unit === said.unit ? { ...one, ...said } : one))
    : [...units, said];

/** Goods say nothing new of a product that is known already. */
function travelFacts(name: string, unit: string): Partial<Pick<ProductFacts, "kind" | "group">> {
  const kind = kindByWords(name, unit);
  return kind === "goods" ? {} : { kind, group: "du lịch" };
}

type Outlook = Pick<ListedProduct, "shown" | "announced" | "why">;

/** What the public will see of it, with what is known of it from before: its strength, group and description. */
function outlookOf(before: Product | undefined, facts: ProductFacts): Outlook {
  const after = { aliases: [], ...before, ...facts };
  const ban = advertisingBan(after);
  return {
    shown: mayList(after),
    announced: ban === undefined && before?.status !== "published",
    ...(ban === undefined ? {} : { why: ban === "alcohol" ? "alcohol" : "claim" }),
  };
}
