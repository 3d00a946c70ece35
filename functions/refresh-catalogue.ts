/** Everybody sees goods and fairs as they are now, what was just sold and what came back included. */
import { type Envelope } from "../events/envelope.ts";
import { FairAnnounced, FairCancelled, FairChanged } from "../events/fair.ts";
import { OrderCancelled, OrderExpired, OrderPlaced, ParcelDeclined, ParcelReturned } from "../events/order.ts";
import { ProductChanged, ProductPublished } from "../events/product.ts";
import { type FairId, type OrderId, type ProductId } from "../shared/domain/ids.ts";
import { type App } from "../shared/ports/app.ts";
import { refreshCatalogue } from "../shared/stores/catalogue.ts";
import { refreshFairs } from "../shared/stores/fairs.ts";
import { findOrder } from "../shared/stores/orders.ts";
import { on, onEvents } from "./reaction.ts";

async function refreshProduct(app: App, { detail }: { detail: { productId: ProductId } }): Promise<void> {
  await refreshCatalogue(app, [detail.productId]);
}

const refreshFair = (app: App, { detail }: { detail: { fairId: FairId } }): Promise<void> =>
  refreshFairs(app, [detail.fairId]);

async function refreshOrdered(
  app: App,
  { detail }: Pick<Envelope<string, { orderId: OrderId }>, "detail">,
): Promise<void> {
  const order = await findOrder(app.table, detail.orderId);
  const lines = order?.parcels.flatMap((parcel) => parcel.lines) ?? [];
  await refreshCatalogue(
    app,
    lines.map((line) => line.product),
  );
}

export const handler = onEvents(
  on(ProductPublished, refreshProduct),
  on(ProductChanged, refreshProduct),
  on(OrderPlaced, refreshOrdered),
  on(OrderCancelled, refreshOrdered),
  on(OrderExpired, refreshOrdered),
  on(ParcelDeclined, refreshOrdered),
  on(ParcelReturned, refreshOrdered),
  on(FairAnnounced, refreshFair),
  on(FairChanged, refreshFair),
  on(FairCancelled, refreshFair),
);
