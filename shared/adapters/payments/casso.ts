/**
 * Casso's webhook, version 2: an HMAC over its time and the body written anew with all keys sorted.
 * The time is no limit of ours: a repeat is known by the transaction's id, however old it is.
 */
import { type BankWebhook } from "../../ports/payments.ts";
import { accountsOf, amountOf, asFields, bankTime, fieldsOf, hmac, idOf, isSigned, textOf } from "./proof.ts";

export const webhook: BankWebhook = ({ headers, body }, settings, now) => {
  const [, sentAt = "", signature] =
    /^t=(\d{1,16}),v1=([0-9a-f]{128})$/i.exec(headers["x-casso-signature"] ?? "") ?? [];
  const fields = fieldsOf(body);
  const proved =
    fields !== undefined &&
    isSigned(settings["CASSO_WEBHOOK_KEY"], signature, (key) =>
      hmac("sha512", key, `${sentAt}.${JSON.stringify(sorted(fields))}`),
    );
  if (!proved) return { kind: "rejected", why: "The request is not signed as Casso signs" };
  const data = asFields(fields["data"]);
  if (!data) return { kind: "unusable", why: "It holds no transaction" };
  // What goes out has an amount below zero.
  if (typeof data["amount"] === "number" && data["amount"] < 0) return { kind: "accepted", transactions: [] };
  const [id, amount] = [idOf(data["id"]), amountOf(data["amount"])];
  if (id === "" || amount === undefined) return { kind: "unusable", why: "It has no id or no whole amount" };
  const transaction = {
    provider: "casso",
    id,
    amount,
    at: bankTime(data["transactionDateTime"], now),
    accounts: accountsOf(data["accountNumber"], data["virtualAccountNumber"]),
    memo: textOf(data["description"]),
  } as const;
  return { kind: "accepted", transactions: [transaction] };
};

/** Keys in order at every depth. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  const fields = asFields(value);
  if (!fields) return value;
  const names = Object.keys(fields).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(fields[name])]));
}
