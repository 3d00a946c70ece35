/** Staff whom no message reached are put on the office's call list, and off it once they have decided. */
import { type Code, type LeadId } from "../domain/ids.ts";
import { type Lead } from "../domain/lead.ts";
import { type NoticeKey, noticeId } from "../domain/notice.ts";
import { type App } from "../ports/app.ts";
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
  const notice: NoticeKey = { ...parcel, about: "placed" };
  const lead = await findLead(app.table, leadIdOf(notice));
  const { writes } = await endClimb(app, notice);
  const done = lead?.status === "open" ? [leadWrite({ ...lead, status: "done" })] : [];
  return { writes: [...writes, ...done], events: [], facts: null };
}
