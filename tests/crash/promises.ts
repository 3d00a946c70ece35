/** What must be true of the file after every death of the shop, and what besides once it was left in peace. */
import { type Order } from "../../shared/domain/order.ts";
import { type FileContent, type Stock } from "./read-file.ts";

/** Each promise that was broken, in a sentence. */
export function brokenNow(
  content: FileContent,
  { acknowledged, before }: { acknowledged: ReadonlySet<string>; before: FileContent },
): readonly string[] {
  const { turns, waiting, orders, placed } = content;
  const heard = turns.flatMap((turn) => turn.in?.updateId ?? []);
  const kept = new Set([...heard, ...waiting.map(({ updateId }) => updateId)]);
  const inTurns = turns.flatMap(({ outcomes = [] }) => outcomes.flatMap(orderIn));
  const ids = orders.map(({ id }) => id as string);
  return [
    ...(content.integrity === "ok" ? [] : [`The file is broken: ${content.integrity}`]),
    ...some(
      "acknowledged and lost",
      [...acknowledged].filter((id) => !kept.has(id)),
    ),
    ...some("answered twice", twice(heard)),
    ...some(
      "of two turns",
      twice(turns.flatMap(({ conversation, inbox }) => (inbox ? [`${conversation} ${inbox}`] : []))),
    ),
    ...some("with one code", twice(orders.map(({ code }) => code))),
    ...some("told of in two turns", twice(inTurns)),
    ...some("ordered, and no order", missing(inTurns, ids)),
    ...some("an order that nobody asked for", missing(ids, inTurns)),
    ...some("an order without its one event", missing(ids.map(aggregate), placed)),
    ...some("an event of no order, or a second one", [...missing(placed, ids.map(aggregate)), ...twice(placed)]),
    ...brokenStock(content, before),
  ];
}

/** Once all is worked off: every message is answered, every order is on record for the office. */
export function brokenAtEnd({ waiting, orders, leads }: FileContent): readonly string[] {
  return [
    ...some(
      "never answered",
      waiting.map(({ updateId }) => updateId),
    ),
    ...some(
      "an order that the office never heard of",
      orders.map(({ id }) => id).filter((id) => !leads.has(`lead#led_${id}`)),
    ),
  ];
}

const aggregate = (id: string): string => `order:${id}`;

const some = (what: string, which: readonly string[]): string[] =>
  which.length === 0 ? [] : [`${which.length} ${what}: ${which.slice(0, 5).join(", ")}`];

const twice = (all: readonly string[]): readonly string[] => {
  const once = new Set<string>();
  return all.filter((one) => once.size === once.add(one).size);
};

function missing(wanted: readonly string[], found: readonly string[]): readonly string[] {
  const there = new Set(found);
  return wanted.filter((one) => !there.has(one));
}

/** The order that was placed in a turn, as its outcome tells it. */
const orderIn = (outcome: unknown): string[] =>
  typeof outcome === "object" &&
  outcome !== null &&
  "id" in outcome &&
  "code" in outcome &&
  "total" in outcome &&
  !("status" in outcome)
    ? [String(outcome.id)]
    : [];

const HOLDS: ReadonlySet<string> = new Set(["waiting", "accepted", "packed", "sent", "delivered"]);

/** Nothing came or went that no order took, and what is reserved is what live parcels hold. */
function brokenStock({ offers, orders }: FileContent, before: FileContent): readonly string[] {
  const held = heldBy(orders);
  return [...offers].flatMap(([offer, stock]) => {
    const first = before.offers.get(offer) ?? {};
    const { onHand = 0, reserved = 0, sold = 0 } = stock;
    const whole = first.onHand === undefined || sum(stock) === sum(first);
    return whole && onHand >= 0 && reserved + sold === (held.get(offer) ?? 0)
      ? []
      : [`${offer} was ${JSON.stringify(first)} and is ${JSON.stringify(stock)}; parcels hold ${held.get(offer) ?? 0}`];
  });
}

const sum = ({ onHand = 0, reserved = 0, sold = 0 }: Stock): number => onHand + reserved + sold;

function heldBy(orders: readonly Order[]): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const { lines } of orders.flatMap(({ parcels }) => parcels.filter(({ status }) => HOLDS.has(status))))
    for (const { product, unit, quantity } of lines) {
      const offer = `product#${product} offer#${unit}`;
      held.set(offer, (held.get(offer) ?? 0) + quantity);
    }
  return held;
}
