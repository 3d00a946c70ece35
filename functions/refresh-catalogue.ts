import { ProductChanged, ProductPublished } from "../events/product.ts";
import { refreshCatalogue } from "../shared/stores/catalogue.ts";
import { type App } from "../shared/ports/app.ts";
import { type ProductId } from "../shared/domain/ids.ts";
import { on, onEvents } from "./reaction.ts";

async function refresh(app: App, { detail }: { detail: { productId: ProductId } }): Promise<void> {
  await refreshCatalogue(app, detail.productId);
}

/** Everybody sees the goods as they are now. */
export const handler = onEvents(on(ProductPublished, refresh), on(ProductChanged, refresh));
