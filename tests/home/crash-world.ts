/** What the killed process and its judge share: messages that are counted, orders that are told of. */
import { OrderPlaced } from "../../events/order.ts";
import { on, onEvents, onQueue } from "../../functions/reaction.ts";
import { type EventId, type OrderId } from "../../shared/domain/ids.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Key, add, put } from "../../shared/ports/table.ts";
import { outboxWrite } from "../../shared/stores/outbox.ts";
import { type TestFunction, type TestHome, openTestHome } from "./open-test-home.ts";

export const orderKey = (lane: number, n: number): Key => ({ pk: "orders", sk: name(lane, n) });
/** One item for each pair of what was handled and the message that brought it: two of them mean it came doubled. */
export const HANDLED = "handled";
export const HEARD = "heard";
export const ORDERS: Key = { pk: "counters", sk: "orders" };
export const TURNS: Key = { pk: "counters", sk: "turns" };

export const name = (lane: number, n: number): string => `${lane}-${String(n).padStart(6, "0")}`;

/** Changes state once, however often the message comes: its answer may be lost with the process. */
const converse: TestFunction = {
  name: "converse",
  trigger: { on: "queue", queue: "inbox" },
  reaction: onQueue(async ({ table }, { id, body }) => {
    const writes = [put({ pk: HANDLED, sk: `${String(body)} ${id}` }, "absent"), add(TURNS, { n: 1 })];
    await table.commit(writes, { token: `turn-${id}` });
  }),
};

const listener = (functionName: string): TestFunction => ({
  name: functionName,
  trigger: { on: "events", events: ["order.placed"] },
  reaction: onEvents(
    on(OrderPlaced, async ({ table }, { id, detail }) => {
      const sk = `${functionName} ${detail.orderId} ${id}`;
      await table.commit([add({ pk: HEARD, sk }, { n: 1 })], { token: `${functionName}-${id}` });
    }),
  ),
});

export const LISTENERS = ["first", "second"];

export const openCrashHome = (folder: string): Promise<TestHome> =>
  openTestHome([converse, ...LISTENERS.map(listener)], { dataDir: folder });

export const enqueue = ({ queue }: App, lane: number, n: number): Promise<void> =>
  queue.send("inbox", { group: `lane-${lane}`, dedupeId: `update-${name(lane, n)}`, body: name(lane, n) });

export async function placeOrder({ table, clock }: App, lane: number, n: number): Promise<void> {
  const orderId = name(lane, n) as OrderId;
  const event = {
    id: `evt_${orderId}` as EventId,
    name: OrderPlaced.name,
    version: 1,
    at: clock.now(),
    aggregate: `order:${orderId}`,
    detail: { orderId },
  };
  const writes = [put(orderKey(lane, n), "absent"), add(ORDERS, { n: 1 }), outboxWrite(event)];
  const outcome = await table.commit(writes, { token: `order-${orderId}` });
  if (!outcome.done) throw new Error(`The order ${orderId} was not committed: ${JSON.stringify(outcome)}`);
}
