/** Uses an invitation up: from now on the conversation may do the staff acts of that role. */
import { type Code } from "../domain/ids.ts";
import { type Binding, type Role } from "../domain/staff.ts";
import { refuse } from "../domain/result.ts";
import { type App } from "../ports/app.ts";
import { findProducers } from "../stores/producers.ts";
import { bindWrites, findInvitation } from "../stores/staff.ts";
import { type Plan } from "./plan.ts";

/** Unknown, expired and used look the same from outside: a guesser learns nothing. */
const notValid = () => refuse({ code: "invitation-not-valid" });

export type Bound = { role: Role; title: string };

export async function bindStaff(
  app: App,
  wish: { code: Code; conversation: string },
): Promise<Plan<Bound> | ReturnType<typeof notValid>> {
  const invitation = await findInvitation(app.table, wish.code);
  const now = app.clock.now();
  if (!invitation || invitation.usedBy !== undefined || invitation.expiresAt <= now) return notValid();
  const role = roleOf(invitation);
  const binding: Binding = { ...role, conversation: wish.conversation, boundAt: now };
  const title =
    role.role === "producer" ? ((await findProducers(app.table, [role.producer])).get(role.producer)?.name ?? "") : "";
  return { writes: bindWrites(invitation, binding), events: [], facts: { role, title } };
}

const roleOf = (role: Role): Role =>
  role.role === "producer" ? { role: "producer", producer: role.producer } : { role: role.role };
