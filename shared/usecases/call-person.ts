/** A customer needs a person: somebody to follow up is recorded, and the office hears of it. */
import { ConversationHandedOver } from "../../events/conversation.ts";
import { type Lead } from "../domain/lead.ts";
import { type App } from "../ports/app.ts";
import { happened } from "../stores/outbox.ts";
import { captureLead, type CaptureLead } from "./capture-lead.ts";
import { type Plan } from "./plan.ts";

/** Never refuses. The office is told once, of the conversation; the lead tells of itself to nobody. */
export async function callPerson(
  app: App,
  wish: Omit<CaptureLead, "kind" | "id"> & { kind?: "handover" | "complaint" },
): Promise<Plan<Lead>> {
  const lead = await captureLead(app, { ...wish, kind: wish.kind ?? "handover" });
  const detail = { conversation: wish.conversation };
  return {
    ...lead,
    events: [happened(app, ConversationHandedOver, `conversation:${wish.conversation}`, detail)],
  };
}
