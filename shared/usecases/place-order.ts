/**
 * Turns a cart into an order: every price settled against its offer, every counted piece reserved (a stay or tour
 * books days, which its producer accepts or not), one parcel per producer, all in the commit that also holds the customer's turn.
 */
import { OrderPlaced } from "../../events/order.ts";
import { type Code, type OrderId, type ProducerId } from "../domain/ids.ts";
import { sum, times, vnd, type Vnd } from "../domain/money.ts";
import { type CartLine, type Order, type OrderLine, type Parcel, type Recipient } from "../domain/order.ts";
import { type Offer, type Producer, type Product } from "../domain/product.ts";
import { refuse } from "../domain/result.ts";
import { mayList } from "../domain/rules/alcohol.ts";
import { shippingFee } from "../domain/rules/shipping.ts";
import { type IsoDate, type IsoTime, vietnamDate } from "../domain/time.ts";
import { accountOf } from "../domain/transfer.ts";
import { timesPaid, type Visit, visitOf } from "../domain/visit.ts";
import { type App } from "../ports/app.ts";
import { add, type Write } from "../ports/table.ts";
import { newOrderWrites } from "../stores/orders.ts";
import { happened } from "../stores/outbox.ts";
import { findProducers } from "../stores/producers.ts";
import { findForSale, offerKey } from "../stores/products.ts";
import { type Plan } from "./plan.ts";
import { watchOrder } from "./watch-limits.ts";

export type PlaceOrder = {
  conversation: string;
  /** `price` is the one the customer confirmed. */
  lines: readonly (CartLine & { price: Vnd })[];
  recipient: Recipient;
  language: "vi" | "en";
  source?: Code;
  /** Absent: on delivery. */
  pay?: "transfer";
};

type Line = PlaceOrder["lines"][number];
type ForSale = { product: Product; offer: Offer; producer: Producer };

const MAX_LINES = 20;

const tooMany = (lines: number) => refuse({ code: "too-many-lines", lines, most: MAX_LINES });
const notOffered = (line: Line) => refuse({ code: "not-offered", product: line.product, unit: line.unit });
const closed = (line: Line, producer: string) => refuse({ code: "producer-closed", product: line.product, producer });
const notSoldHere = (line: Line) => refuse({ code: "not-sold-here", product: line.product });
const priceChanged = (line: Line, now: Vnd) =>
  refuse({ code: "price-changed", product: line.product, unit: line.unit, now });
/** Days that are not known, or gone by since they were confirmed. */
const noDays = (line: Line) => refuse({ code: "no-days", product: line.product });
const outOfStock = (line: Line, left: number) =>
  refuse({ code: "out-of-stock", product: line.product, unit: line.unit, left });

/** The seller has no account, or none any more. */
const noAccount = (line: Line, producer: string) => refuse({ code: "no-account", product: line.product, producer });

export type PlaceOrderRefusal =
  | ReturnType<typeof tooMany>
  | ReturnType<typeof notOffered>
  | ReturnType<typeof closed>
  | ReturnType<typeof notSoldHere>
  | ReturnType<typeof priceChanged>
  | ReturnType<typeof outOfStock>
  | ReturnType<typeof noDays>
  | ReturnType<typeof noAccount>;

export async function placeOrder(app: App, wish: PlaceOrder): Promise<Plan<Order> | PlaceOrderRefusal> {
  if (wish.lines.length > MAX_LINES) return tooMany(wish.lines.length);
  const found = await readLines(app, wish.lines);
  const now = app.clock.now();
  const promised: Promised[] = [];
  for (const [place, line] of wish.lines.entries()) {
    const sale = found[place];
    const refusal = refusalOf(app, line, sale) ?? accountless(app, wish, { line, sale });
    if (refusal) return refusal;
    if (sale) promised.push(promise(line, sale));
  }
  const order = drawUp(app, wish, promised, now);
  return {
    writes: [...newOrderWrites(order), ...wish.lines.map((line, place) => reserve(line, found[place]))],
    events: [happened(app, OrderPlaced, `order:${order.id}`, { orderId: order.id })],
    due: watchOrder(app, order),
    facts: order,
  };
}

async function readLines(app: App, lines: readonly Line[]): Promise<readonly (ForSale | undefined)[]> {
  const sales = await findForSale(app.table, lines);
  const ids = new Set(sales.flatMap((sale) => (sale ? [sale.product.producer] : [])));
  const producers = await findProducers(app.table, [...ids]);
  return sales.map((sale) => {
    const producer = sale && producers.get(sale.product.producer);
    return sale && producer ? { ...sale, producer } : undefined;
  });
}

function refusalOf({ shop, clock }: App, line: Line, sale: ForSale | undefined): PlaceOrderRefusal | undefined {
  if (sale?.product.status !== "published" || sale.offer.price === undefined) return notOffered(line);
  // An invented price binds nobody outside the sample shop.
  if (!shop.sample && sale.product.priceStatus === "sample") return notOffered(line);
  if (!mayList(sale.product)) return notSoldHere(line);
  if (sale.producer.status !== "verified") return closed(line, sale.producer.name);
  if (sale.offer.price !== line.price) return priceChanged(line, sale.offer.price);
  if (sale.product.kind !== "goods") return isToCome(line, vietnamDate(clock.now())) ? undefined : noDays(line);
  if (sale.offer.onHand !== undefined && sale.offer.onHand < line.quantity) return outOfStock(line, sale.offer.onHand);
  return undefined;
}

function accountless(
  { shop }: App,
  { pay }: PlaceOrder,
  { line, sale }: { line: Line; sale: ForSale | undefined },
): PlaceOrderRefusal | undefined {
  if (pay === undefined || !sale || accountOf(sale.producer, shop)) return undefined;
  return noAccount(line, sale.producer.name);
}

const visitBooked = ({ visit }: Line): Visit | undefined => visit && visitOf(visit);

function isToCome(line: Line, today: IsoDate): boolean {
  const visit = visitBooked(line);
  return visit !== undefined && visit.from >= today;
}

function promise(line: Line, sale: ForSale): Promised {
  const { product, unit, quantity, price } = line;
  const visit = sale.product.kind === "goods" ? undefined : visitBooked(line);
  const booked = visit === undefined ? {} : { visit };
  const amount = times(price, quantity * timesPaid({ unit, ...booked }));
  return {
    line: { product, unit, quantity, price, name: sale.product.name, ...booked, amount },
    producer: sale.producer,
    ships: sale.product.kind === "goods" && sale.product.shipPolicy !== "pickup_only",
  };
}

/** Bound to the price the customer confirmed (all there is to bind of a visit, which takes nothing off a shelf): a price that moved meanwhile refuses the commit, and the plan is made anew. */
function reserve({ product, unit, quantity, price }: Line, sale: ForSale | undefined): Write {
  if (sale && sale.product.kind !== "goods")
    return add(offerKey(product, unit), { reserved: 0 }, { equals: { price } });
  const counted = sale?.offer.onHand !== undefined;
  return add(
    offerKey(product, unit),
    counted ? { onHand: -quantity, reserved: quantity } : { reserved: quantity },
    counted ? { atLeast: { onHand: 0 }, equals: { price } } : { equals: { price } },
  );
}

type Promised = { line: OrderLine; producer: Producer; ships: boolean };

function drawUp(app: App, wish: PlaceOrder, lines: readonly Promised[], now: IsoTime): Order {
  const parcels = [...Map.groupBy(lines, ({ producer }) => producer.id).entries()].map(([id, own]) =>
    parcelOf(app, id, own, now),
  );
  const fees = sum(parcels.map((parcel) => parcel.shippingFee));
  return {
    id: app.ids.random("ord") as OrderId,
    code: app.ids.code(),
    status: "placed",
    conversation: wish.conversation,
    recipient: wish.recipient,
    parcels,
    shippingFee: fees,
    discount: vnd(0),
    total: sum([fees, ...lines.map(({ line }) => line.amount)]),
    payment: { method: wish.pay ?? "cod", status: "due" },
    ...(wish.source === undefined ? {} : { source: wish.source }),
    language: wish.language,
    ...(app.shop.sample ? { sample: true } : {}),
    placedAt: now,
    version: 0,
  };
}

function parcelOf(app: App, producer: ProducerId, lines: readonly Promised[], now: IsoTime): Parcel {
  return {
    code: app.ids.code(),
    producer,
    producerName: lines[0]?.producer.name ?? "",
    status: "waiting",
    lines: lines.map(({ line }) => line),
    shippingFee: shippingFee(vietnamDate(now), { ships: lines.some(({ ships }) => ships) }),
  };
}
