/** The small world of these tests: orders that are placed, functions that hear of it, a tick. */
import { OrderCancelled, OrderPlaced } from "../../events/order.ts";
import { on, onEvents, onSchedule } from "../../functions/reaction.ts";
import { type OrderId } from "../../shared/domain/ids.ts";
import { type App } from "../../shared/ports/app.ts";
import { put } from "../../shared/ports/table.ts";
import { dueRows, hatch } from "../../shared/stores/due.ts";
import { happened, outboxWrite } from "../../shared/stores/outbox.ts";
import { type TestFunction } from "./open-test-home.ts";

export const placed = (app: Pick<App, "clock" | "ids">, orderId: string) =>
  happened(app, OrderPlaced, `order:${orderId}`, { orderId: orderId as OrderId });

export const place = ({ table, clock, ids }: App, orderId: string) =>
  table.commit([put({ pk: orderId, sk: "order" }, "absent"), outboxWrite(placed({ clock, ids }, orderId))], {
    token: `place-${orderId}`,
  });

/** A function that writes down what it heard. */
export function listener(name: string, heard: string[]): TestFunction {
  const hear =
    (what: string) =>
    (_app: App, { detail }: { detail: { orderId: OrderId } }) => {
      heard.push(`${name} ${what} ${detail.orderId}`);
      return Promise.resolve();
    };
  return {
    name,
    trigger: { on: "events", events: ["order.placed", "order.cancelled"] },
    reaction: onEvents(on(OrderPlaced, hear("placed")), on(OrderCancelled, hear("cancelled"))),
  };
}

export const tick: TestFunction = {
  name: "tick",
  trigger: { on: "schedule", everyMinutes: 1 },
  reaction: onSchedule(async ({ table, clock }) => {
    for (const row of await dueRows(table, clock.now()))
      await table.commit(hatch(row, clock.now()), { token: `hatch-${row.sk}` });
  }),
};
