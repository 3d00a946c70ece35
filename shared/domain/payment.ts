/**
 * Money of a parcel. Two numbers say it all, what is owed for it and what came in, so nothing is decided twice:
 *
 *   what comes                               parcel goes            who does what
 *   the amount, at once or late              due → paid             nobody
 *   less                                     due → part             the customer is asked for the rest; listed
 *   the rest                                 part → paid            nobody
 *   more, or a second time                   → over                 the seller gives back what is too much; listed
 *   cash, as the parcel is delivered         due → paid             nobody, where it is paid on delivery
 *   anything after it was cancelled,
 *   declined, expired or returned            void → refund-due      the seller gives all of it back; listed
 *   any of these when it was paid            paid → refund-due      the same
 *   the same transaction once more           stays as it is         nobody: it is counted by the provider's id
 *   word of staff, then of the bank          due → paid → paid      nobody: it is one payment
 *   the code of no parcel (so also money
 *   from before the order), of several,
 *   or in another account                    none                   the office finds out whose it is; listed
 */
import { type Code, type OrderId } from "./ids.ts";
import { sum, type Vnd, vnd } from "./money.ts";
import { type Order, type Parcel, type ParcelStatus } from "./order.ts";
import { type IsoTime } from "./time.ts";

export const PAYMENT_METHODS = ["cod", "transfer"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const PAYMENT_STATUSES = ["due", "part", "paid", "over", "refund-due", "void"] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** What came in for a parcel, less what was given back. */
export type ParcelMoney = {
  readonly received: Vnd;
  /** The part of it that staff vouch for and no bank has told of yet. */
  readonly vouched?: Vnd;
  /** The customer says that it was transferred. */
  readonly claimedAt?: IsoTime;
};

/** Banks that tell of transfers, and staff who saw one. */
export const PROVIDERS = ["sepay", "casso", "payos", "staff"] as const;
export type Provider = (typeof PROVIDERS)[number];

/** Money that came into an account, as a provider tells of it. */
export type Transaction = {
  readonly provider: Provider;
  /** The provider's: the same id is the same money. */
  readonly id: string;
  readonly amount: Vnd;
  /** The bank's time. */
  readonly at: IsoTime;
  /** Numbers of the account that it came into: its own and a virtual one. */
  readonly accounts: readonly string[];
  readonly memo: string;
};

/** "confirms": staff had said so. "given-back": what staff paid out again. The last three are for a person. */
export const OUTCOMES = [
  "counted",
  "confirms",
  "given-back",
  "unknown-code",
  "several-parcels",
  "wrong-account",
] as const;
export type PaymentOutcome = (typeof OUTCOMES)[number];

/** A transaction, and what was made of it. */
export type Payment = Transaction & {
  readonly outcome: PaymentOutcome;
  readonly order?: OrderId;
  readonly parcel?: Code;
  /** Conversation of the staff who said so, or who settled it. */
  readonly by?: string;
  readonly notedAt: IsoTime;
  /** A person has found out what it was. */
  readonly settledAt?: IsoTime;
};

/** Whether it is for a person to find out whose money it is. */
export const isStray = ({ outcome, settledAt }: Pick<Payment, "outcome" | "settledAt">): boolean =>
  settledAt === undefined &&
  (outcome === "unknown-code" || outcome === "several-parcels" || outcome === "wrong-account");

/** Nothing is owed for what the customer does not get. */
const OWED: Readonly<Record<ParcelStatus, boolean>> = {
  waiting: true,
  accepted: true,
  packed: true,
  sent: true,
  delivered: true,
  declined: false,
  returned: false,
  cancelled: false,
  expired: false,
};

export const amountOf = ({ lines, shippingFee }: Pick<Parcel, "lines" | "shippingFee">): Vnd =>
  sum([...lines.map(({ amount }) => amount), shippingFee]);

const owedFor = (parcel: Parcel): Vnd => (OWED[parcel.status] ? amountOf(parcel) : vnd(0));
const receivedFor = ({ money }: Parcel): Vnd => money?.received ?? vnd(0);

/** What is still to be paid. */
export const missingFrom = (parcel: Parcel): Vnd => vnd(Math.max(0, owedFor(parcel) - receivedFor(parcel)));

/** What is to be given back. */
export const excessOf = (parcel: Parcel): Vnd => vnd(Math.max(0, receivedFor(parcel) - owedFor(parcel)));

export function parcelPayment(parcel: Parcel): PaymentStatus {
  const [owed, received] = [owedFor(parcel), receivedFor(parcel)];
  if (received > owed) return owed === 0 ? "refund-due" : "over";
  if (owed === 0) return "void";
  if (received === owed) return "paid";
  return received > 0 ? "part" : "due";
}

/** Money that does not fit, and so is on the office's list. */
export const isUneven = (status: PaymentStatus): boolean =>
  status === "part" || status === "over" || status === "refund-due";

/** Of the whole order: what needs somebody first, then what all its parcels have in common. */
export function paymentOf({ parcels, payment }: Pick<Order, "parcels" | "payment">): Order["payment"] {
  const all = parcels.map((parcel) => parcelPayment(parcel));
  const urgent = (["refund-due", "over", "part"] as const).find((status) => all.includes(status));
  const live = all.filter((status) => status !== "void");
  return { method: payment.method, status: urgent ?? common(live) };
}

function common(live: readonly PaymentStatus[]): PaymentStatus {
  if (live.length === 0) return "void";
  if (!live.includes("paid")) return "due";
  return live.every((status) => status === "paid") ? "paid" : "part";
}

/** What the bank tells of, where staff said so before, is the same money. */
export function credited({ money }: Parcel, amount: Vnd): { money: ParcelMoney; fresh: Vnd } {
  const { received = vnd(0), vouched = vnd(0), claimedAt } = money ?? {};
  const told = Math.min(amount, vouched);
  const fresh = vnd(amount - told);
  const claimed = claimedAt === undefined ? {} : { claimedAt };
  return { money: { ...claimed, received: sum([received, fresh]), ...withVouched(vouched - told) }, fresh };
}

const withVouched = (amount: number): Pick<ParcelMoney, "vouched"> => (amount > 0 ? { vouched: vnd(amount) } : {});

/** With a parcel that is paid on delivery goes what was still missing, in cash, which no bank tells of. */
export const collectedFor = (parcel: Parcel): ParcelMoney => ({
  ...parcel.money,
  received: sum([receivedFor(parcel), missingFrom(parcel)]),
});

/** Staff say that all which was missing came in. */
export const vouchedFor = (parcel: Parcel): ParcelMoney => {
  const missing = missingFrom(parcel);
  return {
    ...parcel.money,
    received: sum([receivedFor(parcel), missing]),
    ...withVouched(missing + (parcel.money?.vouched ?? 0)),
  };
};

/** Staff say that what was too much has been given back. */
export function givenBack(parcel: Parcel): ParcelMoney {
  const { vouched = 0, ...money } = parcel.money ?? {};
  const received = vnd(receivedFor(parcel) - excessOf(parcel));
  return { ...money, received, ...withVouched(Math.min(vouched, received)) };
}

export const withMoney = (order: Order, code: Code, money: ParcelMoney): Order => ({
  ...order,
  parcels: order.parcels.map((parcel) => (parcel.code === code ? { ...parcel, money } : parcel)),
});
