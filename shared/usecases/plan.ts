/** What a use case decided: writes, events and future rows, to be committed with whatever asked for it. */
import { type Envelope } from "../../events/envelope.ts";
import { type Refused } from "../domain/result.ts";
import { type App } from "../ports/app.ts";
import { type Write } from "../ports/table.ts";
import { type Due, dueWrite } from "../stores/due.ts";
import { outboxWrite } from "../stores/outbox.ts";

export type Plan<Facts = unknown> = {
  readonly writes: readonly Write[];
  readonly events: readonly Envelope[];
  readonly due?: readonly Due[];
  /** What the caller may say about it. */
  readonly facts: Facts;
  /** What a refused write means to people; undefined: somebody was faster, make the plan anew. */
  readonly explain?: (write: Write, why: "when" | "atLeast" | "equals") => Refused | undefined;
};

/** Everything a plan writes, its own writes first and in order. */
export const writesOf = (plan: Plan): readonly Write[] => [
  ...plan.writes,
  ...plan.events.map(outboxWrite),
  ...(plan.due ?? []).map(dueWrite),
];

const TRIES = 8;

/** Thrown when the table stays busy: nothing was written, and the same act may be tried again. */
export class Busy extends Error {
  override name = "Busy";
}

/** Commits a plan by itself; when somebody was faster it is made anew from what stands then. */
export async function carryOut<Facts, Refusal extends Refused>(
  app: App,
  make: () => Promise<Plan<Facts> | Refusal>,
): Promise<Facts | Refusal | Refused> {
  for (let round = 1; round <= TRIES; round++) {
    const plan = await make();
    if ("refused" in plan) return plan;
    const writes = writesOf(plan);
    if (writes.length === 0) return plan.facts;
    const committed = await app.table.commit(writes, { token: app.ids.random("cmt") });
    if (committed.done) return plan.facts;
    if ("busy" in committed) throw new Busy("The table is busy; nothing was changed: try again");
    const refusal = explained(plan, writes, committed.refused);
    if (refusal) return refusal;
  }
  throw new Busy(`Somebody else changed the same things ${TRIES} times in a row; nothing was changed: try again`);
}

/** What a refused commit means to people, if the plan knows; `undefined`: make the plan anew. */
export function explained(
  plan: Plan,
  writes: readonly Write[],
  { which, why }: { which: number; why: "when" | "atLeast" | "equals" },
): Refused | undefined {
  const write = writes[which];
  return write && plan.explain?.(write, why);
}
