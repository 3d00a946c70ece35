/** What the office holds against its statements: each transaction, and each parcel whose money does not fit. */
import { excessOf, isStray, missingFrom, parcelPayment } from "../../shared/domain/payment.ts";
import { type App } from "../../shared/ports/app.ts";
import { allPayments, type StoredPayment, unevenParcels } from "../../shared/stores/payments.ts";
import { type Row } from "./export-rows.ts";

/** What a person has to see to comes first: `todo` says what, and is null of all else. */
export async function* paymentRows({ table }: App): AsyncGenerator<Row> {
  for await (const { order, parcel } of unevenParcels(table)) {
    const [missing, excess] = [missingFrom(parcel), excessOf(parcel)];
    yield {
      todo: excess > 0 ? "give-back" : "ask-for-the-rest",
      amount: excess > 0 ? excess : missing,
      outcome: parcelPayment(parcel),
      order: order.code,
      parcel: parcel.code,
      producer: parcel.producer,
      ...NO_TRANSACTION,
    };
  }
  for await (const payment of allPayments(table)) yield rowOf(payment);
}

const NO_TRANSACTION = { provider: null, id: null, at: null, accounts: null, memo: null, settledAt: null } as const;

const rowOf = (payment: StoredPayment): Row => ({
  todo: isStray(payment) ? "find-out-whose" : null,
  amount: payment.amount,
  outcome: payment.outcome,
  order: payment.order ?? null,
  parcel: payment.parcel ?? null,
  producer: null,
  provider: payment.provider,
  id: payment.id,
  at: payment.at,
  accounts: payment.accounts,
  memo: payment.memo,
  settledAt: payment.settledAt ?? null,
});
