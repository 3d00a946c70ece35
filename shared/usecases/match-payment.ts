/**
 * Money that came into an account finds its parcel by the code in the memo. Each transaction is counted once, by the
 * provider's id; what is nobody's for certain is kept for the office and counted nowhere.
 */
import { PaymentMismatched, PaymentReceived } from "../../events/payment.ts";
import { type Code } from "../domain/ids.ts";
import { codesAlone, codesWithin } from "../domain/memo.ts";
import { type Order, type Parcel } from "../domain/order.ts";
import { credited, parcelPayment, type Payment, type Transaction, withMoney } from "../domain/payment.ts";
import { type App } from "../ports/app.ts";
import { type Table } from "../ports/table.ts";
import { findByCode, knownCodes } from "../stores/orders.ts";
import { happened } from "../stores/outbox.ts";
import { findPayment, paymentWrite } from "../stores/payments.ts";
import { findProducers } from "../stores/producers.ts";
import { type Plan } from "./plan.ts";
import { settleMoney } from "./settle-money.ts";

/** Never refuses: a bank that told us of money is done with it. */
export async function matchPayment(app: App, transaction: Transaction): Promise<Plan<Payment>> {
  const known = await findPayment(app.table, transaction);
  if (known) return { writes: [], events: [], facts: known };
  const target = await findTarget(app.table, transaction);
  return "stray" in target ? keep(app, transaction, target.stray) : count(app, transaction, target);
}

function keep(app: App, transaction: Transaction, outcome: Payment["outcome"]): Plan<Payment> {
  const { provider, id } = transaction;
  const payment: Payment = { ...transaction, outcome, notedAt: app.clock.now() };
  return {
    writes: [paymentWrite(payment, "absent")],
    events: [happened(app, PaymentMismatched, `payment:${provider}:${id}`, { provider, id })],
    facts: payment,
  };
}

function count(app: App, transaction: Transaction, { order: before, parcel }: Target): Plan<Payment> {
  const { provider, id } = transaction;
  const { money, fresh } = credited(parcel, transaction.amount);
  const { order, writes, events } = settleMoney(app, before, withMoney(before, parcel.code, money));
  const payment: Payment = {
    ...transaction,
    outcome: fresh > 0 ? "counted" : "confirms",
    order: order.id,
    parcel: parcel.code,
    notedAt: app.clock.now(),
  };
  const status = parcelPayment({ ...parcel, money });
  const detail = { orderId: order.id, parcel: parcel.code, provider, id, status };
  const told = fresh > 0 ? [happened(app, PaymentReceived, `order:${order.id}`, detail)] : [];
  return { writes: [paymentWrite(payment, "absent"), ...writes], events: [...told, ...events], facts: payment };
}

type Target = { order: Order; parcel: Parcel };
type Stray = { stray: "unknown-code" | "several-parcels" | "wrong-account" };

/** The code says which parcel; that it came into its seller's account says that the money is for it. */
async function findTarget(table: Table, { memo, accounts }: Transaction): Promise<Target | Stray> {
  const named = await parcelsNamed(table, memo);
  if (named.length === 0) return { stray: "unknown-code" };
  const producers = await findProducers(table, [...new Set(named.map(({ parcel }) => parcel.producer))]);
  const numbers = new Set(accounts.map(bare));
  const paid = named.filter(({ parcel }) => {
    const account = producers.get(parcel.producer)?.bankAccount;
    return account !== undefined && numbers.has(bare(account));
  });
  const [only, ...others] = paid;
  if (!only) return { stray: "wrong-account" };
  return others.length > 0 ? { stray: "several-parcels" } : only;
}

const bare = (account: string): string => account.replaceAll(/[^0-9A-Za-z]/g, "").toUpperCase();

/** Whole words first; only where none of them is a code, whatever could be one. */
async function parcelsNamed(table: Table, memo: string): Promise<readonly Target[]> {
  const alone = await parcelsBehind(table, codesAlone(memo));
  return alone.length > 0 ? alone : parcelsBehind(table, await knownCodes(table, codesWithin(memo)));
}

/** An order's own code stands for all of its parcels. */
async function parcelsBehind(table: Table, codes: readonly Code[]): Promise<readonly Target[]> {
  const found = await Promise.all(codes.map((code) => findByCode(table, code)));
  const targets = found.flatMap((one) => {
    if (!one) return [];
    const { order, parcel: code } = one;
    return order.parcels
      .filter((parcel) => code === undefined || parcel.code === code)
      .map((parcel) => ({ order, parcel }));
  });
  return [...new Map(targets.map((target) => [target.parcel.code, target])).values()];
}
