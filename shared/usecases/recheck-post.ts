/** What a post says as things stand now: drafts wait, and meanwhile a product is withdrawn, banned or priced anew. */
import { type Post, type Promotion, subjectOf } from "../domain/promotion.ts";
import { type App } from "../ports/app.ts";
import { type Channel } from "../ports/channel.ts";
import { occasionOf } from "./occasion.ts";
import { promotionCopy } from "./promotion-copy.ts";

export type Rechecked = Pick<Post, "copy"> | Required<Pick<Post, "problem">>;

/** The copy is written anew from today's facts, under the link it was drafted with; a wall that is gone has no limits to write it for. */
export async function recheckPost(
  app: App,
  promotion: Promotion,
  { post, channel }: { post: Post; channel: Channel | undefined },
): Promise<Rechecked> {
  const { advert: describe, gone } = occasionOf(subjectOf(promotion));
  const advert = await describe(app);
  if ("why" in advert) return { problem: advert.why === "banned" ? banned(advert.ban) : gone };
  return { copy: channel ? promotionCopy(advert, post.copy.link, channel.manifest.limits) : post.copy };
}

const banned = (ban: string): string =>
  `Not posted: it may not be advertised (${ban}). Check its strength, class and name`;
