/**
 * Invitations and the conversations they bound.
 * Access: an invitation by its code (strong) · bindings of a producer, of the organizers, of the office (one query).
 */
import { type Code } from "../domain/ids.ts";
import { type Binding, type Invitation, type Role } from "../domain/staff.ts";
import { millis } from "../domain/time.ts";
import { type Key, put, type Table, type Write } from "../ports/table.ts";
import { fromItem, record } from "./record.ts";

const invitationKey = (code: Code): Key => ({ pk: `invitation#${code}`, sk: "invitation" });

/** "producer:htx-tan-viet-a", "office": whom a notice is for. */
export const postOf = (role: Role): string => (role.role === "producer" ? `producer:${role.producer}` : role.role);

const bindingKey = (role: Role, conversation: string): Key => ({ pk: `staff#${postOf(role)}`, sk: conversation });

export const newInvitationWrite = (invitation: Invitation): Write =>
  put(
    record(invitationKey(invitation.code), invitation, {
      expiresAt: Math.floor(millis(invitation.expiresAt) / 1000),
    }),
    "absent",
  );

export async function findInvitation(
  table: Table,
  code: Code,
): Promise<(Invitation & { version: number }) | undefined> {
  const item = await table.get(invitationKey(code), { strong: true });
  return item && fromItem<Invitation>(item);
}

/** Uses the invitation up and binds the conversation, or neither. */
export const bindWrites = (invitation: Invitation & { version: number }, binding: Binding): readonly Write[] => [
  put(
    record(
      invitationKey(invitation.code),
      { ...invitation, usedBy: binding.conversation },
      { expiresAt: Math.floor(millis(invitation.expiresAt) / 1000) },
    ),
    { version: invitation.version },
  ),
  put(record(bindingKey(binding, binding.conversation), binding), "any"),
];

/** Conversations bound to this post, in no order that means anything. */
export async function bindingsOf(table: Table, role: Role): Promise<readonly Binding[]> {
  const page = await table.query({ pk: `staff#${postOf(role)}` });
  return page.items.map((item) => fromItem<Binding>(item));
}
