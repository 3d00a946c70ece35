/** A code shown in one conversation and typed in another joins the two: only their owner sees both. */
import { type LinkCode } from "../domain/customer.ts";
import { type Code } from "../domain/ids.ts";
import { isRefused, refuse } from "../domain/result.ts";
import { after, MINUTE } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { findLink, linkWrite } from "../stores/customers.ts";
import { joinContacts, type JoinRefusal } from "./join-contacts.ts";
import { type Plan } from "./plan.ts";

const LINK_VALID_MS = 15 * MINUTE;

/** Never refuses. An earlier code of the same conversation stays valid until its own time. */
export function makeLinkCode(app: App, wish: { conversation: string }): Promise<Plan<LinkCode>> {
  const until = after(app.clock.now(), LINK_VALID_MS);
  const link: LinkCode = { code: app.ids.code(), conversation: wish.conversation, until };
  return Promise.resolve({ writes: [linkWrite(link)], events: [], facts: link });
}

const unknown = () => refuse({ code: "no-such-link" });
const expired = () => refuse({ code: "link-expired" });
const used = () => refuse({ code: "link-used" });
const own = () => refuse({ code: "own-link" });

export type LinkRefusal =
  | ReturnType<typeof unknown>
  | ReturnType<typeof expired>
  | ReturnType<typeof used>
  | ReturnType<typeof own>
  | JoinRefusal;

/** Uses the code up and joins, or neither. The facts name the conversation that showed the code. */
export async function linkContact(
  app: App,
  wish: { code: Code; conversation: string },
): Promise<Plan<{ contact: string }> | LinkRefusal> {
  const link = await findLink(app.table, wish.code);
  if (!link) return unknown();
  if (link.usedBy !== undefined) return used();
  if (link.until <= app.clock.now()) return expired();
  if (link.conversation === wish.conversation) return own();
  const joined = await joinContacts(app, { one: wish.conversation, other: link.conversation });
  if (isRefused(joined)) return joined;
  return {
    writes: [linkWrite({ ...link, usedBy: wish.conversation }, link), ...joined.writes],
    events: [],
    facts: { contact: link.conversation },
  };
}
