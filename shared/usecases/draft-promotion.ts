/** Drafts a promotion of a product: one post for every wall there is. The policy is "at once": it is approved as it is drafted. */
import { createHash } from "node:crypto";
import { PromotionApproved } from "../../events/promotion.ts";
import { type Code, type ProductId, type PromotionId } from "../domain/ids.ts";
import { type Post, type Promotion } from "../domain/promotion.ts";
import { advertisingBan } from "../domain/rules/advertising.ts";
import { vietnamDate } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { type Channel } from "../ports/channel.ts";
import { happened } from "../stores/outbox.ts";
import { findProducers } from "../stores/producers.ts";
import { findOffers, findProduct, type StoredProduct } from "../stores/products.ts";
import { findPromotion, newPromotionWrites } from "../stores/promotions.ts";
import { type Plan } from "./plan.ts";
import { promotionCopy, type PromotionFacts, wallPhoto } from "./promotion-copy.ts";
import { promotionText } from "./promotion-text.ts";

export type Drafted =
  { drafted: PromotionId } | { drafted: undefined; why: "known" | "not-public" | "no-wall" | "banned" };

const OCCASION = "product-published";

/** One promotion per product and occasion, however often it is asked for. */
export const promotionIdOf = (product: ProductId): PromotionId =>
  `prm_${createHash("sha256").update(`${product}\n${OCCASION}`).digest("hex").slice(0, 32)}` as PromotionId;

/** Never refuses: what may not be advertised is logged and left alone. */
export async function draftPromotion(app: App, productId: ProductId): Promise<Plan<Drafted>> {
  const id = promotionIdOf(productId);
  if (await findPromotion(app.table, id)) return nothing(app, productId, "known");
  const product = await findProduct(app.table, productId);
  const producer = product && (await findProducers(app.table, [product.producer])).get(product.producer);
  if (product?.status !== "published" || producer?.status !== "verified") return nothing(app, productId, "not-public");
  const ban = advertisingBan(product);
  if (ban !== undefined) return nothing(app, productId, "banned", ban);
  const code = app.ids.code();
  const posts = await postsFor(app, code, {
    product,
    producer,
    offers: await findOffers(app.table, product),
    advertiser: app.shop.name,
    day: vietnamDate(app.clock.now()),
    ...photoOf(app, product),
  });
  if (posts.length === 0) return nothing(app, productId, "no-wall");
  const draftedAt = app.clock.now();
  const head = { id, occasion: OCCASION, product: productId, code } as const;
  const promotion: Promotion = { ...head, status: "approved", posts, draftedAt, version: 0 };
  return {
    writes: newPromotionWrites(promotion),
    events: [happened(app, PromotionApproved, `promotion:${id}`, { promotionId: id })],
    facts: { drafted: id },
  };
}

type Why = Exclude<Drafted, { drafted: PromotionId }>["why"];

function nothing(app: App, product: ProductId, why: Why, ban?: string): Plan<Drafted> {
  app.log.info("promotion.not-drafted", { product, why, ban });
  return { writes: [], events: [], facts: { drafted: undefined, why } };
}

function photoOf(app: App, { photo }: StoredProduct): { photo?: string } {
  const address = wallPhoto(app.blobs, photo);
  return address === undefined ? {} : { photo: address };
}

async function postsFor(app: App, code: Code, facts: PromotionFacts): Promise<readonly Post[]> {
  const posts: Post[] = [];
  for (const wall of app.channels.names) {
    const channel = await openWall(app, wall);
    if (!channel) continue;
    const copy = promotionCopy(
      facts,
      linkOf(app, channel, { code, slug: facts.product.slug }),
      channel.manifest.limits,
    );
    posts.push({ wall, status: "waiting", copy });
  }
  return posts;
}

/** A channel that can't be opened has no post and keeps no other from its own. */
async function openWall(app: App, name: string): Promise<Channel | undefined> {
  try {
    const channel = await app.channels.get(name);
    return channel?.manifest.wall !== undefined && channel.post ? channel : undefined;
  } catch (error) {
    app.log.error("promotion.wall-not-opened", error, { wall: name });
    return undefined;
  }
}

/** Where a channel's own link can't carry the code, the shop's page for the code leads on. */
function linkOf({ shop }: App, channel: Channel, { code, slug }: { code: Code; slug: string }) {
  if (!channel.manifest.chat) return { label: promotionText.page, url: `${shop.publicUrl}/san-pham/${slug}?m=${code}` };
  const link = channel.chatLink(code);
  return { label: promotionText.chat, url: link.includes(code) ? link : `${shop.publicUrl}/d/${code}` };
}
