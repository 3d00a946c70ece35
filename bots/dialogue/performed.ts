/** What came of an act: its outcome for the engine and the log, and the plan that commits with the turn. */
import { type Conversation } from "../../shared/domain/conversation.ts";
import { isRefused, type Refused } from "../../shared/domain/result.ts";
import { type Plan } from "../../shared/usecases/plan.ts";

/** `outcome` goes back to the engine and onto the turn; `conversation` are changes of the record around the state. */
export type Performed = {
  outcome: unknown;
  plan?: Plan;
  conversation?: Partial<Pick<Conversation, "handedOverAt" | "source">>;
};

/** A refusal is an outcome; a plan's facts are, trimmed to what the engine reads and the log should keep. */
export function planned<Facts>(result: Plan<Facts> | Refused, outcome: (facts: Facts) => unknown): Performed {
  return isRefused(result) ? { outcome: result } : { outcome: outcome(result.facts), plan: result };
}
