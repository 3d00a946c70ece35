/** Word of stock: to those who asked to hear when it is back, and to the producer whose shelf runs low; each once. */
import { type OrderId, type ProductId } from "../../shared/domain/ids.ts";
import { RUNS_LOW_AT } from "../../shared/domain/limits.ts";
import { type Product } from "../../shared/domain/product.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Write } from "../../shared/ports/table.ts";
import { findOrder } from "../../shared/stores/orders.ts";
import { findOffers, findProduct, type StoredOffer } from "../../shared/stores/products.ts";
import { bindingsOf } from "../../shared/stores/staff.ts";
import { isLowMarked, lowGone, lowWrite, requestGone, requestsFor } from "../../shared/stores/stock-watch.ts";
import { carryOut, type Plan } from "../../shared/usecases/plan.ts";
import { tellCustomer } from "./tell-customer.ts";
import { tellEach } from "./tell.ts";
import { quantityWords } from "./words.ts";

export async function tellOfStockOf(app: App, eventId: string, orderId: OrderId): Promise<void> {
  const lines = (await findOrder(app.table, orderId))?.parcels.flatMap((parcel) => parcel.lines) ?? [];
  for (const product of new Set(lines.map((line) => line.product))) await tellOfStock(app, eventId, product);
}

/** As the shelf is now, whatever happened to it. */
export async function tellOfStock(app: App, eventId: string, id: ProductId): Promise<void> {
  const product = await findProduct(app.table, id);
  if (product?.status !== "published" || product.kind !== "goods") return;
  const offers = await findOffers(app.table, product);
  const sold = offers.filter(({ price }) => price !== undefined);
  if (sold.some(({ onHand }) => onHand === undefined || onHand > 0)) await answerRequests(app, product);
  for (const offer of sold) await markLow(app, product, { offer, eventId });
}

/** Told under the request's own id, then forgotten: once, also where it is done again after a crash. */
async function answerRequests(app: App, { id, name }: Product): Promise<void> {
  for (const request of await requestsFor(app.table, id)) {
    const notice = `restocked:${id}:${request.at}`;
    await tellCustomer(app, request.conversation, notice, ({ text }) => ({
      text: text.stock.back(name),
      choices: [{ label: text.stock.see, payload: `show:${id}` }],
    }));
    await commit(app, [requestGone(request)]);
  }
}

/** A crossing is marked, so that it is told of once until the shelf is fuller again. */
async function markLow(
  app: App,
  { name, producer }: Product,
  { offer, eventId }: { offer: StoredOffer; eventId: string },
): Promise<void> {
  const { onHand, unit } = offer;
  const marked = await isLowMarked(app.table, offer);
  if (onHand === undefined || onHand > RUNS_LOW_AT) {
    if (marked) await commit(app, [lowGone(offer)]);
    return;
  }
  if (marked && marked["by"] !== eventId) return;
  if (!marked) await commit(app, [lowWrite(offer, eventId)]);
  const bindings = await bindingsOf(app.table, { role: "producer", producer });
  await tellEach(app, bindings, `low:${offer.product}:${unit}:${eventId}`, ({ text, state }) => ({
    text: text.stock.low(name, quantityWords(onHand, state.language), unit),
  }));
}

async function commit(app: App, writes: readonly Write[]): Promise<void> {
  const plan: Plan<null> = { writes, events: [], facts: null };
  await carryOut(app, () => Promise.resolve(plan));
}
