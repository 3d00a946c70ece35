/**
 * What was committed, watched from outside: every commit is held against what orders, stock, prices and turns may do.
 * It knows nothing of use cases, only of what lies in the table.
 */
import { type Envelope } from "../../events/envelope.ts";
import { type Turn } from "../../shared/domain/conversation.ts";
import { type Order, type OrderStatus, type ParcelStatus } from "../../shared/domain/order.ts";
import { OUTBOX_PREFIX, type Write } from "../../shared/ports/table.ts";

/** The promise that was broken, and by what. */
export class Violation extends Error {
  override name = "Violation";
}

const PARCEL_MOVES: Readonly<Record<ParcelStatus, readonly ParcelStatus[]>> = {
  waiting: ["accepted", "declined", "cancelled", "expired"],
  accepted: ["packed", "sent", "delivered"],
  packed: ["sent", "delivered"],
  sent: ["delivered", "returned"],
  delivered: ["returned"],
  declined: [],
  returned: [],
  cancelled: [],
  expired: [],
};
const ORDER_MOVES: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  placed: ["placed", "confirmed", "partly-declined", "completed", "cancelled", "expired"],
  confirmed: ["partly-declined", "completed", "cancelled"],
  "partly-declined": ["partly-declined", "completed", "cancelled", "expired"],
  completed: [],
  cancelled: [],
  expired: [],
};
const NEWS: Readonly<Record<Exclude<ParcelStatus, "waiting">, string>> = {
  accepted: "parcel.accepted",
  declined: "parcel.declined",
  packed: "parcel.packed",
  sent: "parcel.sent",
  delivered: "parcel.delivered",
  returned: "parcel.returned",
  expired: "order.expired",
  cancelled: "order.cancelled",
};
const FALLEN: ReadonlySet<ParcelStatus> = new Set(["declined", "expired", "returned"]);

/** Which pieces of a live parcel are counted where. */
const RESERVED: ReadonlySet<ParcelStatus> = new Set(["waiting", "accepted", "packed"]);
const SOLD: ReadonlySet<ParcelStatus> = new Set(["sent", "delivered"]);

export type Stock = { price: number; onHand: number; reserved: number; sold: number };

export class Ledger {
  readonly orders = new Map<string, Order>();
  /** By product and unit: "product#hat-de offer#kg". */
  readonly offers = new Map<string, Stock>();
  /** Of each conversation, what made its turns. */
  readonly #turns = new Map<string, { inbox: Set<string>; updates: Set<string> }>();
  /** True while the shop itself sets prices and stock. */
  stocking = false;

  /** Turns with a message in them, of one conversation. */
  turnsHeard(conversation: string): number {
    return this.#turns.get(`conv#${conversation}`)?.updates.size ?? 0;
  }

  take(writes: readonly Write[]): void {
    const events = writes.flatMap(eventOf);
    // Prices first: an order and a change of price are never one commit.
    for (const write of writes) if (write.do === "add") this.#addition(write);
    for (const write of writes)
      if (write.do === "put") {
        if (write.item.pk.startsWith("order#")) this.#order(recordOf<Order>(write), events);
        if (write.item.sk.startsWith("turn#")) this.#turn(write.item.pk, recordOf<Turn>(write));
      }
    if (writes.some(({ do: act }) => act === "add")) this.#balance();
  }

  #addition({ key, deltas }: Extract<Write, { do: "add" }>): void {
    if (!key.sk.startsWith("offer#")) return;
    const before = this.offers.get(`${key.pk} ${key.sk}`) ?? { price: 0, onHand: 0, reserved: 0, sold: 0 };
    const moved = (deltas["onHand"] ?? 0) + (deltas["reserved"] ?? 0) + (deltas["sold"] ?? 0);
    if (!this.stocking && (moved !== 0 || "price" in deltas))
      throw new Violation(`${key.pk} ${key.sk}: an order changed ${JSON.stringify(deltas)} out of nothing`);
    const after = {
      price: before.price + (deltas["price"] ?? 0),
      onHand: before.onHand + (deltas["onHand"] ?? 0),
      reserved: before.reserved + (deltas["reserved"] ?? 0),
      sold: before.sold + (deltas["sold"] ?? 0),
    };
    if (after.onHand < 0 || after.reserved < 0 || after.sold < 0)
      throw new Violation(`${key.pk} ${key.sk}: less than nothing is left: ${JSON.stringify(after)}`);
    this.offers.set(`${key.pk} ${key.sk}`, after);
  }

  #order(order: Order, events: readonly Envelope[]): void {
    const before = this.orders.get(order.id);
    const told = (name: string): boolean =>
      events.some((event) => event.name === name && event.aggregate === `order:${order.id}`);
    if (!before) {
      this.#priced(order);
      if (!told("order.placed")) throw new Violation(`Order ${order.id} was placed without its event`);
    } else {
      if (order.status !== before.status && !ORDER_MOVES[before.status].includes(order.status))
        throw new Violation(`Order ${order.id} went from ${before.status} to ${order.status}`);
      for (const [place, { status }] of order.parcels.entries()) {
        const was = before.parcels[place]?.status ?? "waiting";
        if (status === was) continue;
        if (!PARCEL_MOVES[was].includes(status)) throw new Violation(`A parcel went from ${was} to ${status}`);
        if (status === "waiting") throw new Violation(`A parcel went back from ${was}`);
        const news = NEWS[status];
        if (!told(news)) throw new Violation(`A parcel went from ${was} to ${status} without ${news}`);
      }
    }
    this.#added(order);
    this.orders.set(order.id, order);
  }

  /** At the prices that the offers have at this moment. */
  #priced({ id, parcels }: Order): void {
    for (const { product, unit, price } of parcels.flatMap(({ lines }) => lines)) {
      const offer = this.offers.get(`product#${product} offer#${unit}`);
      if (offer?.price !== price)
        throw new Violation(`Order ${id} has ${product} at ${price} while it costs ${offer?.price ?? "nothing"}`);
    }
  }

  #added({ id, parcels, total, shippingFee, discount, status }: Order): void {
    const kept = parcels.filter((parcel) => !FALLEN.has(parcel.status));
    const goods = kept.flatMap(({ lines }) => lines.map(({ price, quantity }) => Math.round(price * quantity)));
    const whole = [...goods, ...kept.map((parcel) => parcel.shippingFee)].reduce((sum, amount) => sum + amount, 0);
    if (whole - discount !== total && !(status === "cancelled" && total === 0))
      throw new Violation(`Order ${id} comes to ${total}, its lines and ${shippingFee} for shipping to ${whole}`);
  }

  #turn(conversation: string, turn: Turn): void {
    const turns = this.#turns.get(conversation) ?? { inbox: new Set(), updates: new Set() };
    this.#turns.set(conversation, turns);
    if (turn.inbox !== undefined && turns.inbox.has(turn.inbox))
      throw new Violation(`${conversation}: ${turn.inbox} made two turns`);
    if (turn.in && turns.updates.has(turn.in.updateId))
      throw new Violation(`${conversation}: the message ${turn.in.updateId} was answered twice`);
    if (turn.inbox !== undefined) turns.inbox.add(turn.inbox);
    if (turn.in) turns.updates.add(turn.in.updateId);
  }

  /** What is reserved and what is sold is what live parcels hold: no more, no less. */
  #balance(): void {
    const reserved = this.#held(RESERVED);
    const sold = this.#held(SOLD);
    for (const [offer, stock] of this.offers)
      if (differ(stock.reserved, reserved.get(offer)) || differ(stock.sold, sold.get(offer)))
        throw new Violation(
          `${offer}: ${stock.reserved} reserved and ${stock.sold} sold, but parcels hold ${reserved.get(offer) ?? 0} and ${sold.get(offer) ?? 0}`,
        );
  }

  #held(statuses: ReadonlySet<ParcelStatus>): ReadonlyMap<string, number> {
    const held = new Map<string, number>();
    for (const { parcels } of this.orders.values())
      for (const { status, lines } of parcels)
        for (const { product, unit, quantity } of statuses.has(status) ? lines : []) {
          const offer = `product#${product} offer#${unit}`;
          held.set(offer, (held.get(offer) ?? 0) + quantity);
        }
    return held;
  }
}

const differ = (one: number, other = 0): boolean => Math.abs(one - other) > 1e-6;

const recordOf = <T>({ item }: Extract<Write, { do: "put" }>): T => JSON.parse(item["body"] as string) as T;

const eventOf = (write: Write): readonly Envelope[] =>
  write.do === "put" && write.item.pk.startsWith(OUTBOX_PREFIX)
    ? [JSON.parse(write.item["envelope"] as string) as Envelope]
    : [];
