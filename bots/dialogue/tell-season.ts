/** The season that somebody asked for has come: they are told once, of this one thing, and the wish is done. Where no message reaches them, the office hears of it. */
import { vietnamDate } from "../../shared/domain/time.ts";
import { type LeadId } from "../../shared/domain/ids.ts";
import { mayList } from "../../shared/domain/rules/alcohol.ts";
import { type App } from "../../shared/ports/app.ts";
import { loadCatalogue } from "../../shared/stores/catalogue.ts";
import { findLead, leadWrite } from "../../shared/stores/leads.ts";
import { seasonDue } from "../../shared/usecases/capture-lead.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { inSeason, nextOpening } from "./season.ts";
import { tellCustomer } from "./tell-customer.ts";
import { tellOffice } from "./tell.ts";

/** A wish that was taken back is gone; what is sold no more is not spoken of; a season that was moved is waited for. */
export async function tellOfSeason(app: App, eventId: string, leadId: LeadId): Promise<void> {
  const lead = await findLead(app.table, leadId);
  if (lead?.status !== "open" || lead.season === undefined) return;
  const { product } = lead.season;
  const listing = (await loadCatalogue(app)).listings.find(({ id }) => id === product);
  if (!listing || !mayList(listing) || listing.seller.status !== "verified") return;
  const today = vietnamDate(app.clock.now());
  if (!inSeason(listing, today)) {
    const moved = { ...lead, season: { product, opens: nextOpening(listing, today) } };
    await carryOut(app, () =>
      Promise.resolve({ writes: [leadWrite(moved)], events: [], due: seasonDue(app, moved), facts: null }),
    );
    return;
  }
  const told = await tellCustomer(app, lead.conversation, eventId, ({ text }) => ({
    text: text.seasons.came(listing.name),
    choices: [{ label: listing.name, payload: `show:${listing.id}` }],
  }));
  if (told === "nobody") {
    const { name = "", phone = "" } = lead;
    await tellOffice(app, eventId, ({ text }) => ({
      text: text.newLead(text.seasons.unsent(listing.name), name, phone),
    }));
    return;
  }
  await carryOut(app, () =>
    Promise.resolve({ writes: [leadWrite({ ...lead, status: "done" })], events: [], facts: null }),
  );
}
