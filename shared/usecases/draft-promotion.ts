/** Drafts a promotion of a product, a fair or many new products: one post for every wall there is. The policy is "at once": it is approved as it is drafted. */
import { PromotionApproved } from "../../events/promotion.ts";
import { type Code, type PromotionId } from "../domain/ids.ts";
import { type Post, type Promotion, type Subject } from "../domain/promotion.ts";
import { type App } from "../ports/app.ts";
import { type Channel } from "../ports/channel.ts";
import { happened } from "../stores/outbox.ts";
import { findPromotion, newPromotionWrites } from "../stores/promotions.ts";
import { occasionOf } from "./occasion.ts";
import { type Plan } from "./plan.ts";
import { type Advert, promotionCopy } from "./promotion-copy.ts";

export type Drafted =
  { drafted: PromotionId } | { drafted: undefined; why: "known" | "not-public" | "no-wall" | "banned" };

/** Never refuses: what may not be advertised is logged and left alone. */
export async function draftPromotion(app: App, subject: Subject): Promise<Plan<Drafted>> {
  const { about, advert: describe } = occasionOf(subject);
  if (await findPromotion(app.table, about.id)) return nothing(app, subject, { why: "known" });
  const advert = await describe(app);
  if ("why" in advert) return nothing(app, subject, advert);
  const code = app.ids.code();
  const posts = await postsFor(app, code, advert);
  if (posts.length === 0) return nothing(app, subject, { why: "no-wall" });
  const draftedAt = app.clock.now();
  const promotion: Promotion = { ...about, code, status: "approved", posts, draftedAt, version: 0 };
  return {
    writes: newPromotionWrites(promotion),
    events: [happened(app, PromotionApproved, `promotion:${about.id}`, { promotionId: about.id })],
    facts: { drafted: about.id },
  };
}

type Why = Exclude<Drafted, { drafted: PromotionId }>["why"];

function nothing(app: App, subject: Subject, reason: { why: Why; ban?: string }): Plan<Drafted> {
  app.log.info("promotion.not-drafted", { ...subject, ...reason });
  return { writes: [], events: [], facts: { drafted: undefined, why: reason.why } };
}

async function postsFor(app: App, code: Code, advert: Advert): Promise<readonly Post[]> {
  const posts: Post[] = [];
  for (const channel of await openWalls(app)) {
    await keepUp(app, channel);
    const copy = promotionCopy(advert, linkOf(app, channel, { code, advert }), channel.manifest.limits);
    posts.push({ wall: channel.manifest.name, status: "waiting", copy });
  }
  return posts;
}

/** Every channel that a promotion is posted on, here and now. */
export async function openWalls(app: App): Promise<readonly Channel[]> {
  const opened = await Promise.all(app.channels.names.map((name) => openWall(app, name)));
  return opened.filter((channel) => channel !== undefined);
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

/** A channel may first have to learn what its link is made of; until it has, its link is a page of ours. */
async function keepUp({ log }: App, channel: Channel): Promise<void> {
  try {
    await channel.upkeep?.();
  } catch (error) {
    log.error("channel.upkeep-failed", error, { channel: channel.manifest.name });
  }
}

/** Where a channel's own link can't carry the code, the shop's page for the code leads on. */
function linkOf({ shop }: App, channel: Channel, { code, advert }: { code: Code; advert: Advert }) {
  const { page, chat } = advert;
  if (chat === undefined || !channel.manifest.chat)
    return { label: page.label, url: `${shop.publicUrl}${page.path}?m=${code}` };
  const link = channel.chatLink(code);
  return { label: chat, url: link.includes(code) ? link : `${shop.publicUrl}/d/${code}` };
}
