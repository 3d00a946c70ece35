/** What people are told of money: customers what came of theirs, producers what came in, both and the office what is to go back. */
import { type Code, type OrderId } from "../../shared/domain/ids.ts";
import { formatVnd } from "../../shared/domain/money.ts";
import { type Order, type Parcel } from "../../shared/domain/order.ts";
import {
  excessOf,
  isStray,
  missingFrom,
  type Payment,
  type PaymentStatus,
  type Transaction,
} from "../../shared/domain/payment.ts";
import { type App } from "../../shared/ports/app.ts";
import { findOrder } from "../../shared/stores/orders.ts";
import { findPayment } from "../../shared/stores/payments.ts";
import { bindingsOf } from "../../shared/stores/staff.ts";
import { tellCustomer } from "./tell-customer.ts";
import { tellEach, tellOffice, type Words } from "./tell.ts";
import { type Texts } from "./text.vi.ts";

type OfParcel = { orderId: OrderId; parcel: string };

export async function tellOfPayment(
  app: App,
  eventId: string,
  { provider, id, status, ...of }: OfParcel & Pick<Transaction, "provider" | "id"> & { status: PaymentStatus },
): Promise<void> {
  const found = await findParcel(app, of);
  const payment = await findPayment(app.table, { provider, id });
  if (!found || !payment) return;
  const { order, parcel } = found;
  await inform(app, eventId, { order, words: ({ money }) => paidWords(money, { ...found, payment, status }) });
  // Who said so knows it, and what is too much is told of by itself.
  if (provider === "staff" || status === "refund-due") return;
  await tellSeller(app, eventId, parcel, ({ text }) => ({
    text: text.money.cameFor(formatVnd(payment.amount), parcel.code),
  }));
}

type Paid = { order: Order; parcel: Parcel; payment: Payment; status: PaymentStatus };

function paidWords(money: Texts["money"], { order, parcel, payment, status }: Paid): string {
  const [amount, seller] = [formatVnd(payment.amount), parcel.producerName];
  switch (status) {
    case "due":
    case "part":
      return money.short(amount, seller, formatVnd(missingFrom(parcel)));
    case "paid":
      return money.received(amount, seller, order.code);
    case "over":
      return money.over(amount, seller, formatVnd(excessOf(parcel)));
    case "refund-due":
    case "void":
      return money.late(amount, seller);
  }
}

/** The seller has the money and gives it back; the office sees that they do. */
export async function tellOfExcess(app: App, eventId: string, of: OfParcel): Promise<void> {
  const found = await findParcel(app, of);
  if (!found || excessOf(found.parcel) === 0) return;
  const { parcel } = found;
  const words = (text: Texts): string =>
    text.money.giveBack(formatVnd(excessOf(parcel)), parcel.code, parcel.producerName);
  const choices = ({ money }: Texts) => [{ label: money.gaveBack, payload: `refunded:${parcel.code}` }];
  await tellProducer(app, eventId, parcel, ({ text }) => ({ text: words(text), choices: choices(text) }));
  await tellOffice(app, eventId, ({ text }) => ({
    text: `${words(text)} ${text.money.officeToo(parcel.producerName)}`,
    choices: choices(text),
  }));
}

export async function tellOfReturn(app: App, eventId: string, of: OfParcel): Promise<void> {
  const found = await findParcel(app, of);
  if (!found) return;
  const { order, parcel } = found;
  await inform(app, eventId, { order, words: ({ money }) => money.returned(parcel.producerName, order.code) });
}

export async function tellOfClaim(app: App, eventId: string, of: OfParcel): Promise<void> {
  const found = await findParcel(app, of);
  if (!found || missingFrom(found.parcel) === 0) return;
  const { parcel } = found;
  await tellSeller(app, eventId, parcel, ({ text }) => ({
    text: text.money.customerSays(parcel.code, formatVnd(missingFrom(parcel))),
    choices: [{ label: text.money.moneyCame, payload: `paid:${parcel.code}` }],
  }));
}

/** Bytes of a payload that every channel takes; a longer id is settled by nobody's tap. */
const MOST_PAYLOAD = 60;

export async function tellOfStray(app: App, eventId: string, id: Pick<Transaction, "provider" | "id">): Promise<void> {
  const payment = await findPayment(app.table, id);
  if (!payment || !isStray(payment)) return;
  const { amount, memo, outcome } = payment;
  const payload = `stray:${payment.provider}:${payment.id}`;
  await tellOffice(app, eventId, ({ text: { money } }) => ({
    text: money.stray(formatVnd(amount), memo, money.strayWhy[outcome as keyof typeof money.strayWhy]),
    ...(Buffer.byteLength(payload) <= MOST_PAYLOAD ? { choices: [{ label: money.straySettled, payload }] } : {}),
  }));
}

async function findParcel(app: App, of: OfParcel): Promise<{ order: Order; parcel: Parcel } | undefined> {
  const order = await findOrder(app.table, of.orderId);
  const parcel = order?.parcels.find(({ code }) => code === (of.parcel as Code));
  return order && parcel ? { order, parcel } : undefined;
}

/** The customer, or the office to call them. */
async function inform(
  app: App,
  eventId: string,
  { order, words }: { order: Order; words: (text: Texts) => string },
): Promise<void> {
  const told = await tellCustomer(app, order.conversation, eventId, ({ text }) => ({ text: words(text) }));
  if (told === "told") return;
  const { name, phone } = order.recipient;
  await tellOffice(app, eventId, ({ text }) => ({ text: text.callCustomer(name, phone, words(text)) }));
}

const tellProducer = async (app: App, eventId: string, { producer }: Parcel, words: Words) =>
  tellEach(app, await bindingsOf(app.table, { role: "producer", producer }), eventId, words);

/** The office where no phone of the producer takes it. */
async function tellSeller(app: App, eventId: string, parcel: Parcel, words: Words): Promise<void> {
  if ((await tellProducer(app, eventId, parcel, words)) === "refused") await tellOffice(app, eventId, words);
}
