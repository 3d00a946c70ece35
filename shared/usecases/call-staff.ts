/** Staff whom no message reached are put on the office's call list, and off it once they have decided. */
import { type Code, type LeadId } from "../domain/ids.ts";
import { type Lead } from "../domain/lead.ts";
import { type NoticeKey, noticeId } from "../domain/notice.ts";
import { type App } from "../ports/app.ts";
import { type Write } from "../ports/table.ts";
import { findLead, leadWrite, newLeadWrite } from "../stores/leads.ts";
import { endClimb } from "./climb-ladder.ts";
import { type Plan } from "./plan.ts";

const leadIdOf = (notice: Pick<NoticeKey, "about" | "parcel">): LeadId =>
  `led_call_${noticeId(notice).replace(":", "_")}` as LeadId;

export type CallStaff = Pick<Lead, "conversation" | "interest" | "name" | "phone"> & { notice: NoticeKey };

/** The same notice is the same call. It tells nobody: whoever asks tells the office. Never refuses. */
export async function callStaff(app: App, { notice, ...facts }: CallStaff): Promise<Plan<null>> {
  const id = leadIdOf(notice);
  if (await findLead(app.table, id)) return { writes: [], events: [], facts: null };
  const lead: Lead = { id, kind: "call", status: "open", at: app.clock.now(), ...facts };
  return { writes: [newLeadWrite(lead)], events: [], facts: null };
}

/** A parcel that somebody has decided needs neither a call nor a notice that it waits. Never refuses. */
export async function settleCall(app: App, parcel: Pick<NoticeKey, "orderId"> & { parcel: Code }): Promise<Plan<null>> {
  const { writes } = await endClimb(app, { ...parcel, about: "placed" });
  const done = await Promise.all([
    doneLead(app, { ...parcel, about: "placed" }),
    doneLead(app, { ...parcel, about: "unaccepted" }),
  ]);
  return { writes: [...writes, ...done.flat()], events: [], facts: null };
}

/** A parcel that has left needs no call either. Never refuses. */
export async function settleShipping(
  app: App,
  parcel: Pick<NoticeKey, "orderId"> & { parcel: Code },
): Promise<Plan<null>> {
  return { writes: await doneLead(app, { ...parcel, about: "unshipped" }), events: [], facts: null };
}

async function doneLead({ table }: App, notice: NoticeKey): Promise<readonly Write[]> {
  const lead = await findLead(table, leadIdOf(notice));
  return lead?.status === "open" ? [leadWrite({ ...lead, status: "done" })] : [];
}
