import { CatalogueExtended } from "../events/catalogue.ts";
import { FairAnnounced } from "../events/fair.ts";
import { ProductPublished } from "../events/product.ts";
import { type Subject } from "../shared/domain/promotion.ts";
import { type App } from "../shared/ports/app.ts";
import { draftPromotion } from "../shared/usecases/draft-promotion.ts";
import { carryOut } from "../shared/usecases/plan.ts";
import { on, onEvents } from "./reaction.ts";

async function promote(app: App, subject: Subject): Promise<void> {
  await carryOut(app, () => draftPromotion(app, subject));
}

/** A fair that was announced, a product that is to be announced and many new ones together get their promotions. */
export const handler = onEvents(
  on(ProductPublished, async (app, { detail }) => {
    if (detail.announce) await promote(app, { product: detail.productId });
  }),
  on(FairAnnounced, (app, { detail }) => promote(app, { fair: detail.fairId })),
  on(CatalogueExtended, (app, { detail }) => promote(app, { roundUp: detail.roundUpId })),
);
