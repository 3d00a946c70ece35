/** Acts about money: where to pay, what customers and staff say of it. */
import { type Conversation, conversationId } from "../../shared/domain/conversation.ts";
import { isRefused, type Refused } from "../../shared/domain/result.ts";
import { type App } from "../../shared/ports/app.ts";
import { findOrders } from "../../shared/stores/orders.ts";
import { claimPayment } from "../../shared/usecases/claim-payment.ts";
import { confirmPayment, returnPayment, settleStray } from "../../shared/usecases/confirm-payment.ts";
import { placeOrder, type PlaceOrder } from "../../shared/usecases/place-order.ts";
import { type Plan } from "../../shared/usecases/plan.ts";
import { transferSlips } from "../../shared/usecases/transfer-slips.ts";
import { type Performed, planned } from "./performed.ts";
import { type Act, type ActName, type Placed } from "./step.ts";

const ACTS = ["find-transfers", "claim-payment", "note-money", "settle-stray"] as const satisfies readonly ActName[];

type MoneyAct = Act<(typeof ACTS)[number]>;

export const isOfMoney = (act: Act): act is MoneyAct => (ACTS as readonly ActName[]).includes(act.do);

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

/** An order, and where it is to be paid if by transfer. */
export async function performPlacing(app: App, wish: PlaceOrder): Promise<Performed> {
  const plan = await placeOrder(app, wish);
  const slips = isRefused(plan) || wish.pay === undefined ? undefined : await transferSlips(app, [plan.facts]);
  return planned(plan, ({ id, code, total, sample }): Placed => {
    return { id, code, total, ...(sample ? { sample } : {}), ...(slips ? { slips } : {}) };
  });
}
