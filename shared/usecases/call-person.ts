/** A customer needs a person: somebody to follow up is recorded, and the office hears of it. */
import { ConversationHandedOver } from "../../events/conversation.ts";
import { type Lead } from "../domain/lead.ts";
import { type IsoTime } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { happened } from "../stores/outbox.ts";
import { captureLead, type CaptureLead } from "./capture-lead.ts";
import { type Plan } from "./plan.ts";
import { watchConversation } from "./watch-limits.ts";

/**
 * Never refuses. The office is told once, of the conversation; the lead tells of itself to nobody.
 * `since`: their wait for an answer begins, and is watched from then on; absent where it has begun before.
 */
export async function callPerson(
  app: App,
  { since, ...wish }: Omit<CaptureLead, "kind" | "id"> & { kind?: "handover" | "complaint"; since?: IsoTime },
): Promise<Plan<Lead>> {
  const lead = await captureLead(app, { ...wish, kind: wish.kind ?? "handover" });
  const detail = { conversation: wish.conversation };
  return {
    ...lead,
    events: [happened(app, ConversationHandedOver, `conversation:${wish.conversation}`, detail)],
    due: since === undefined ? [] : watchConversation(app, wish.conversation, since),
  };
}
