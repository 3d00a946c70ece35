/** Makes an invitation: a code that binds one conversation to a producer, the organizers or the office. */
import { type Invitation, type Role } from "../domain/staff.ts";
import { refuse } from "../domain/result.ts";
import { after, DAY } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { findProducers } from "../stores/producers.ts";
import { newInvitationWrite } from "../stores/staff.ts";
import { type Plan } from "./plan.ts";

const VALID_MS = 7 * DAY;

const unknownProducer = (producer: string) => refuse({ code: "no-such-producer", producer });

export async function inviteStaff(
  app: App,
  role: Role,
): Promise<Plan<Invitation> | ReturnType<typeof unknownProducer>> {
  if (role.role === "producer") {
    const producers = await findProducers(app.table, [role.producer]);
    if (!producers.has(role.producer)) return unknownProducer(role.producer);
  }
  const createdAt = app.clock.now();
  const invitation: Invitation = { ...role, code: app.ids.code(), createdAt, expiresAt: after(createdAt, VALID_MS) };
  return { writes: [newInvitationWrite(invitation)], events: [], facts: invitation };
}
