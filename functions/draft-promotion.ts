import { ProductPublished } from "../events/product.ts";
import { draftPromotion } from "../shared/usecases/draft-promotion.ts";
import { carryOut } from "../shared/usecases/plan.ts";
import { on, onEvents } from "./reaction.ts";

/** A product that is to be announced gets its promotion. */
export const handler = onEvents(
  on(ProductPublished, async (app, { detail }) => {
    if (detail.announce) await carryOut(app, () => draftPromotion(app, detail.productId));
  }),
);
