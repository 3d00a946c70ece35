/** What a post says as things stand now: drafts wait, and meanwhile a product is withdrawn, banned or priced anew. */
import { type Post, type Promotion } from "../domain/promotion.ts";
import { type App } from "../ports/app.ts";
import { type Channel } from "../ports/channel.ts";
import { advertOf } from "./draft-promotion.ts";
import { type NoAdvert, promotionCopy } from "./promotion-copy.ts";

export type Rechecked = Pick<Post, "copy"> | Required<Pick<Post, "problem">>;

/** The copy is written anew from today's facts, under the link it was drafted with; a wall that is gone has no limits to write it for. */
export async function recheckPost(
  app: App,
  promotion: Promotion,
  { post, channel }: { post: Post; channel: Channel | undefined },
): Promise<Rechecked> {
  const advert = await advertOf(app, promotion);
  if ("why" in advert) return { problem: problemOf(promotion, advert) };
  return { copy: channel ? promotionCopy(advert, post.copy.link, channel.manifest.limits) : post.copy };
}

function problemOf({ occasion }: Promotion, reason: NoAdvert): string {
  if (reason.why === "banned")
    return `Not posted: it may not be advertised (${reason.ban}). Check its strength, class and name`;
  return occasion === "fair-announced"
    ? "Not posted: the fair is over or cancelled"
    : "Not posted: it is off sale, or its producer is not verified (any more). Post by hand once it is back";
}
