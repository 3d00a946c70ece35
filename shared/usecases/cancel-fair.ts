/** A fair is called off: it is listed and promoted no more, and its page says so. Posts that stand already stay where they are. */
import { FairCancelled } from "../../events/fair.ts";
import { type Fair, isUpcoming } from "../domain/fair.ts";
import { type FairId } from "../domain/ids.ts";
import { refuse } from "../domain/result.ts";
import { vietnamDate } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { fairWrite, findFair, unversionedFair } from "../stores/fairs.ts";
import { happened } from "../stores/outbox.ts";
import { type Plan } from "./plan.ts";

const notToCome = () => refuse({ code: "fair-not-to-come" });
export type CancelFairRefusal = ReturnType<typeof notToCome>;

/** Refused for what is over, called off already or unknown; what is only expected is nobody's to call off. */
export async function cancelFair(app: App, wish: { fair: FairId }): Promise<Plan<Fair> | CancelFairRefusal> {
  const stored = await findFair(app.table, wish.fair);
  if (!stored || stored.expected === true || !isUpcoming(stored, vietnamDate(app.clock.now()))) return notToCome();
  const fair: Fair = { ...unversionedFair(stored), status: "cancelled" };
  return {
    writes: [fairWrite(fair, { version: stored.version })],
    events: [happened(app, FairCancelled, `fair:${fair.id}`, { fairId: fair.id })],
    facts: fair,
  };
}
