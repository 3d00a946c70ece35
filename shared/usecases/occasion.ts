/** What there is to say of whatever a promotion is about, under which id, and what it means when it is gone. */
import { createHash } from "node:crypto";
import { type FairId, type ProductId, type PromotionId, type RoundUpId } from "../domain/ids.ts";
import { type Occasion, type Promotion, type Subject } from "../domain/promotion.ts";
import { type App } from "../ports/app.ts";
import { fairAdvert } from "./fair-advert.ts";
import { productAdvert } from "./product-advert.ts";
import { type Advert, type NoAdvert } from "./promotion-copy.ts";
import { roundUpAdvert } from "./round-up-advert.ts";

const idOf = (subject: string, occasion: Occasion["occasion"]): PromotionId =>
  `prm_${createHash("sha256").update(`${subject}\n${occasion}`).digest("hex").slice(0, 32)}` as PromotionId;

/** One promotion per subject and occasion, however often it is asked for. */
export const promotionIdOf = (product: ProductId): PromotionId => idOf(product, "product-published");
const fairPromotionIdOf = (fair: FairId): PromotionId => idOf(fair, "fair-announced");
const roundUpPromotionIdOf = (roundUp: RoundUpId): PromotionId => idOf(roundUp, "catalogue-extended");

type ToPromote = {
  about: Occasion & Pick<Promotion, "id">;
  /** As it stands now, or why there is nothing to advertise. */
  advert: (app: App) => Promise<Advert | NoAdvert>;
  /** Why a post was not sent whose subject is not public any more. */
  gone: string;
};

export function occasionOf(subject: Subject): ToPromote {
  if ("product" in subject) return ofProduct(subject.product);
  return "fair" in subject ? ofFair(subject.fair) : ofRoundUp(subject.roundUp);
}

const ofProduct = (product: ProductId): ToPromote => ({
  about: { id: promotionIdOf(product), occasion: "product-published", product },
  advert: (app) => productAdvert(app, product),
  gone: "Not posted: it is off sale, or its producer is not verified (any more). Post by hand once it is back",
});

const ofFair = (fair: FairId): ToPromote => ({
  about: { id: fairPromotionIdOf(fair), occasion: "fair-announced", fair },
  advert: (app) => fairAdvert(app, fair),
  gone: "Not posted: the fair is over or cancelled",
});

const ofRoundUp = (roundUp: RoundUpId): ToPromote => ({
  about: { id: roundUpPromotionIdOf(roundUp), occasion: "catalogue-extended", roundUp },
  advert: (app) => roundUpAdvert(app, roundUp),
  gone: "Not posted: of the new products none is on sale and may be advertised (any more)",
});
