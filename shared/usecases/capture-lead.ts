/** Records somebody to follow up, and tells who follows up. */
import { LeadCaptured } from "../../events/conversation.ts";
import { SeasonOpened } from "../../events/season.ts";
import { type Code, type LeadId } from "../domain/ids.ts";
import { type Lead, type LeadKind } from "../domain/lead.ts";
import { isoTime } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { type Due } from "../stores/due.ts";
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
  season?: NonNullable<Lead["season"]>;
};

/** Never refuses; `Promise` because every use case is awaited alike. */
export function captureLead(app: App, wish: CaptureLead): Promise<Plan<Lead>> {
  const { id = app.ids.random("led") as LeadId, ...facts } = wish;
  const lead: Lead = { id, status: "open", at: app.clock.now(), ...facts };
  return Promise.resolve({
    writes: [newLeadWrite(lead)],
    events: [happened(app, LeadCaptured, `lead:${lead.id}`, { leadId: lead.id })],
    due: seasonDue(app, lead),
    facts: lead,
  });
}

/** Eight in the morning of that day, Viet Nam time. */
export const seasonDue = (app: App, { id, season }: Lead): readonly Due[] =>
  season === undefined
    ? []
    : [
        {
          at: isoTime(new Date(`${season.opens}T08:00:00+07:00`)),
          event: happened(app, SeasonOpened, `lead:${id}`, { leadId: id }),
        },
      ];
