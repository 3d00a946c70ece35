/** What a code of eight letters stands for: an invitation, another contact of the same person, the post or link of a promotion, an order placed here. */
import { type Conversation, conversationId } from "../../shared/domain/conversation.ts";
import { type Code, type ProductId } from "../../shared/domain/ids.ts";
import { type OrderSummary, summaryOf } from "../../shared/domain/order.ts";
import { isRefused } from "../../shared/domain/result.ts";
import { type App } from "../../shared/ports/app.ts";
import { isSameCustomer } from "../../shared/stores/customers.ts";
import { findByCode } from "../../shared/stores/orders.ts";
import { findPromoted, type Promoted } from "../../shared/stores/promotions.ts";
import { findRoundUp } from "../../shared/stores/round-ups.ts";
import { type Bound, bindStaff } from "../../shared/usecases/bind-staff.ts";
import { linkContact, type LinkRefusal } from "../../shared/usecases/link-contact.ts";
import { type Plan } from "../../shared/usecases/plan.ts";
import { type Joined } from "./flows/joining.ts";
import { joinThreads } from "./perform-joining.ts";

export type Opened =
  /** Shown by another contact of the same person. */
  | ({ kind: "linked" } & Joined)
  | { kind: "not-linked"; why: Exclude<LinkRefusal, { code: "no-such-link" }> }
  | ({ kind: "invitation" } & Bound)
  /** One product, new ones of a list, or without any a fair. */
  | { kind: "promotion"; product?: ProductId; products?: readonly ProductId[] }
  | { kind: "order"; order: OrderSummary }
  /** Also another's order, and an invitation that was used: a guesser learns nothing. */
  | { kind: "unknown" };

type OpenedCode = { outcome: Opened; plan?: Plan; conversation?: Pick<Conversation, "source"> };

export async function openCode(
  app: App,
  conversation: Conversation,
  { code, typed }: { code: Code; typed?: true },
): Promise<OpenedCode> {
  const id = conversationId(conversation);
  const bound = await bindStaff(app, { code, conversation: id });
  if (!isRefused(bound)) return { outcome: { kind: "invitation", ...bound.facts }, plan: bound };
  const linked = typed ? await openLink(app, conversation, code) : undefined;
  if (linked) return linked;
  const promoted = await findPromoted(app.table, code);
  if (promoted)
    return { outcome: { kind: "promotion", ...(await shownBy(app, promoted)) }, conversation: { source: code } };
  const found = await findByCode(app.table, code);
  const own = found !== undefined && (await isSameCustomer(app.table, id, found.order.conversation));
  return { outcome: own ? { kind: "order", order: summaryOf(found.order) } : { kind: "unknown" } };
}

/** More than a chat lists at once: the outcome is kept with the turn. */
const MOST_SHOWN = 40;

async function shownBy({ table }: App, promoted: Promoted) {
  if ("product" in promoted) return { product: promoted.product };
  if ("fair" in promoted) return {};
  return { products: (await findRoundUp(table, promoted.roundUp))?.products.slice(0, MOST_SHOWN) ?? [] };
}

async function openLink(app: App, conversation: Conversation, code: Code): Promise<OpenedCode | undefined> {
  const linked = await linkContact(app, { code, conversation: conversationId(conversation) });
  if (isRefused(linked)) {
    return linked.code === "no-such-link" ? undefined : { outcome: { kind: "not-linked", why: linked } };
  }
  const { outcome, plan } = await joinThreads(app, conversation, linked);
  return { outcome: { kind: "linked", ...outcome }, plan };
}
