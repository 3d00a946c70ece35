/** Forgets people who asked not to be followed up, or who need it no more since their order tells of them. */
import { type LeadId } from "../domain/ids.ts";
import { type App } from "../ports/app.ts";
import { findLead, goneLeadWrite } from "../stores/leads.ts";
import { type Plan } from "./plan.ts";

/** Never refuses. Leads that somebody has dealt with stay on record, as do those of other conversations. */
export async function withdrawLeads(
  app: App,
  wish: { leads: readonly LeadId[]; conversation: string },
): Promise<Plan<null>> {
  const found = await Promise.all([...new Set(wish.leads)].map((id) => findLead(app.table, id)));
  const open = found.flatMap((lead) =>
    lead?.status === "open" && lead.conversation === wish.conversation ? [lead.id] : [],
  );
  return { writes: open.map(goneLeadWrite), events: [], facts: null };
}
