/** Staff say what they saw in their own account: that the money came, that it was given back, that a stray sum is settled. */
import { type Envelope } from "../../events/envelope.ts";
import { PaymentReceived, PaymentReturned } from "../../events/payment.ts";
import { type Code, type OrderId } from "../domain/ids.ts";
import { type Vnd } from "../domain/money.ts";
import { type Order, type Parcel } from "../domain/order.ts";
import {
  excessOf,
  givenBack,
  isStray,
  missingFrom,
  type ParcelMoney,
  parcelPayment,
  type Payment,
  type PaymentStatus,
  type Transaction,
  vouchedFor,
  withMoney,
} from "../domain/payment.ts";
import { refuse } from "../domain/result.ts";
import { type Role } from "../domain/staff.ts";
import { type App } from "../ports/app.ts";
import { type Table } from "../ports/table.ts";
import { findByCode } from "../stores/orders.ts";
import { happened } from "../stores/outbox.ts";
import { findPayment, paymentWrite } from "../stores/payments.ts";
import { type Plan } from "./plan.ts";
import { settleMoney } from "./settle-money.ts";

/** `conversation`: where they said it. A producer speaks for their own parcels, the office for all. */
export type StaffWord = { parcel: Code; role: Role; conversation: string };

const unknown = () => refuse({ code: "no-such-parcel" });
/** Nothing is missing, or nothing is too much: it was said before, or the bank was faster. */
const nothingOpen = ({ parcel }: MoneyWord) => refuse({ code: "nothing-open", payment: parcelPayment(parcel) });

export type StaffWordRefusal = ReturnType<typeof unknown> | ReturnType<typeof nothingOpen>;
export type MoneyWord = { order: Order; parcel: Parcel };

/** One tap: what was missing has come in. Said twice, it is counted once. */
export async function confirmPayment(app: App, word: StaffWord): Promise<Plan<MoneyWord> | StaffWordRefusal> {
  const found = await findOwn(app.table, word);
  if (!found) return unknown();
  const missing = missingFrom(found.parcel);
  if (missing === 0) return nothingOpen(found);
  return noted(app, found, {
    money: vouchedFor(found.parcel),
    payment: said(app, word, { found, amount: missing, outcome: "counted" }),
    event: ({ orderId, ...of }, { id }, status) =>
      happened(app, PaymentReceived, `order:${orderId}`, { orderId, ...of, provider: "staff", id, status }),
  });
}

/** One tap: what was too much has been given back. */
export async function returnPayment(app: App, word: StaffWord): Promise<Plan<MoneyWord> | StaffWordRefusal> {
  const found = await findOwn(app.table, word);
  if (!found) return unknown();
  const excess = excessOf(found.parcel);
  if (excess === 0) return nothingOpen(found);
  return noted(app, found, {
    money: givenBack(found.parcel),
    payment: said(app, word, { found, amount: excess, outcome: "given-back" }),
    event: ({ orderId, ...of }) => happened(app, PaymentReturned, `order:${orderId}`, { orderId, ...of }),
  });
}

type Noted = {
  money: ParcelMoney;
  payment: Payment;
  event: (of: { orderId: OrderId; parcel: Code }, payment: Payment, status: PaymentStatus) => Envelope;
};

function noted(app: App, found: MoneyWord, { money, payment, event }: Noted): Plan<MoneyWord> {
  const parcel: Parcel = { ...found.parcel, money };
  const { order, writes, events } = settleMoney(app, found.order, withMoney(found.order, parcel.code, money));
  const of = { orderId: order.id, parcel: parcel.code };
  return {
    writes: [paymentWrite(payment, "absent"), ...writes],
    events: [event(of, payment, parcelPayment(parcel)), ...events],
    facts: { order, parcel },
  };
}

const noStray = () => refuse({ code: "no-such-payment" });

export type SettleStrayRefusal = ReturnType<typeof noStray>;

/** The office found out whose money it was, and saw to it. */
export async function settleStray(
  app: App,
  { conversation, ...id }: Pick<Transaction, "provider" | "id"> & { conversation: string },
): Promise<Plan<Payment> | SettleStrayRefusal> {
  const payment = await findPayment(app.table, id);
  if (!payment || !isStray(payment)) return noStray();
  const { version, ...before } = payment;
  const settled: Payment = { ...before, by: conversation, settledAt: app.clock.now() };
  return { writes: [paymentWrite(settled, { version })], events: [], facts: settled };
}

/** A parcel of another producer does not exist for this one. */
async function findOwn(table: Table, { parcel: code, role }: StaffWord): Promise<MoneyWord | undefined> {
  const found = await findByCode(table, code);
  const parcel = found?.order.parcels.find((one) => one.code === code);
  if (!found || !parcel || role.role === "organizer") return undefined;
  if (role.role === "producer" && role.producer !== parcel.producer) return undefined;
  return { order: found.order, parcel };
}

function said(
  app: App,
  { conversation }: StaffWord,
  { found, amount, outcome }: { found: MoneyWord; amount: Vnd; outcome: Payment["outcome"] },
): Payment {
  const now = app.clock.now();
  return {
    provider: "staff",
    id: app.ids.random("pay"),
    amount,
    at: now,
    accounts: [],
    memo: "",
    outcome,
    order: found.order.id,
    parcel: found.parcel.code,
    by: conversation,
    notedAt: now,
  };
}
