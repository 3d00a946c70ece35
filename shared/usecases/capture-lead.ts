/** Records somebody to follow up, and tells who follows up. */
import { LeadCaptured } from "../../events/conversation.ts";
import { type Code, type LeadId } from "../domain/ids.ts";
import { type Lead, type LeadKind } from "../domain/lead.ts";
import { type App } from "../ports/app.ts";
import { newLeadWrite } from "../stores/leads.ts";
import { happened } from "../stores/outbox.ts";
import { type Plan } from "./plan.ts";

export type CaptureLead = {
  /** The same id is the same lead: absent, a new one. */
  id?: LeadId;
  kind: LeadKind;
  conversation: string;
  interest: string;
  name?: string;
  phone?: string;
  source?: Code;
};

/** Never refuses; `Promise` because every use case is awaited alike. */
export function captureLead(app: App, wish: CaptureLead): Promise<Plan<Lead>> {
  const { id = app.ids.random("led") as LeadId, ...facts } = wish;
  const lead: Lead = { id, status: "open", at: app.clock.now(), ...facts };
  return Promise.resolve({
    writes: [newLeadWrite(lead)],
    events: [happened(app, LeadCaptured, `lead:${lead.id}`, { leadId: lead.id })],
    facts: lead,
  });
}
