/** What a code of eight letters stands for: an invitation, the post or link of a promotion, an order placed here. */
import { type Conversation, conversationId } from "../../shared/domain/conversation.ts";
import { type Code, type ProductId } from "../../shared/domain/ids.ts";
import { type OrderSummary, summaryOf } from "../../shared/domain/order.ts";
import { isRefused } from "../../shared/domain/result.ts";
import { type App } from "../../shared/ports/app.ts";
import { findByCode } from "../../shared/stores/orders.ts";
import { findPromoted, type Promoted } from "../../shared/stores/promotions.ts";
import { findRoundUp } from "../../shared/stores/round-ups.ts";
import { type Bound, bindStaff } from "../../shared/usecases/bind-staff.ts";
import { type Plan } from "../../shared/usecases/plan.ts";

export type Opened =
  | ({ kind: "invitation" } & Bound)
  /** One product, new ones of a list, or without any a fair. */
  | { kind: "promotion"; product?: ProductId; products?: readonly ProductId[] }
  | { kind: "order"; order: OrderSummary }
  /** Also another's order, and an invitation that was used: a guesser learns nothing. */
  | { kind: "unknown" };

type OpenedCode = { outcome: Opened; plan?: Plan; conversation?: Pick<Conversation, "source"> };

export async function openCode(app: App, conversation: Conversation, code: Code): Promise<OpenedCode> {
  const id = conversationId(conversation);
  const bound = await bindStaff(app, { code, conversation: id });
  if (!isRefused(bound)) return { outcome: { kind: "invitation", ...bound.facts }, plan: bound };
  const promoted = await findPromoted(app.table, code);
  if (promoted)
    return { outcome: { kind: "promotion", ...(await shownBy(app, promoted)) }, conversation: { source: code } };
  const found = await findByCode(app.table, code);
  const own = found?.order.conversation === id;
  return { outcome: own ? { kind: "order", order: summaryOf(found.order) } : { kind: "unknown" } };
}

/** More than a chat lists at once: the outcome is kept with the turn. */
const MOST_SHOWN = 40;

async function shownBy({ table }: App, promoted: Promoted) {
  if ("product" in promoted) return { product: promoted.product };
  if ("fair" in promoted) return {};
  return { products: (await findRoundUp(table, promoted.roundUp))?.products.slice(0, MOST_SHOWN) ?? [] };
}
