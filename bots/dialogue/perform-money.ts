/** Acts about money: where to pay, what customers and staff say of it. */
import { type Conversation, conversationId } from "../../shared/domain/conversation.ts";
import { isRefused, type Refused } from "../../shared/domain/result.ts";
import { type App } from "../../shared/ports/app.ts";
import { findOrders } from "../../shared/stores/orders.ts";
import { claimPayment } from "../../shared/usecases/claim-payment.ts";
import { confirmPayment, returnPayment, settleStray } from "../../shared/usecases/confirm-payment.ts";
import { type Plan } from "../../shared/usecases/plan.ts";
import { transferSlips } from "../../shared/usecases/transfer-slips.ts";
import { type Performed } from "./perform-act.ts";
import { type Act } from "./step.ts";

const MONEY = ["find-transfers", "claim-payment", "note-money", "settle-stray"] as const;
type MoneyAct = Act<(typeof MONEY)[number]>;

export const isMoney = (act: Act): act is MoneyAct => MONEY.some((name) => name === act.do);

export async function performMoney(app: App, from: Conversation, { do: name, wish }: MoneyAct): Promise<Performed> {
  const conversation = conversationId(from);
  switch (name) {
    case "find-transfers":
      return { outcome: await transferSlips(app, await findOrders(app.table, wish.orders)) };
    case "claim-payment": {
      const plan = await claimPayment(app, wish);
      return { outcome: null, ...(plan ? { plan } : {}) };
    }
    case "note-money": {
      const note = wish.what === "received" ? confirmPayment : returnPayment;
      return noted(await note(app, { ...wish, conversation }));
    }
    case "settle-stray":
      return noted(await settleStray(app, { ...wish, conversation }));
  }
}

const noted = (result: Plan | Refused): Performed =>
  isRefused(result) ? { outcome: result } : { outcome: { noted: true }, plan: result };
