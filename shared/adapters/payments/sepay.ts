/**
 * SePay's webhook (docs.sepay.vn): an HMAC over time and raw bytes where its secret is set, else an API key.
 * It repeats what is not answered 200 up to seven times in about half an hour.
 */
import { MINUTE, millis, SECOND } from "../../domain/time.ts";
import { type BankWebhook } from "../../ports/payments.ts";
import { accountsOf, amountOf, bankTime, fieldsOf, hmac, idOf, isSame, isSigned, secretsIn, textOf } from "./proof.ts";

const MOST_AGE_MS = 5 * MINUTE;

type Proof = Parameters<BankWebhook>;

export const webhook: BankWebhook = (request, settings, now) => {
  if (!isProved(request, settings, now)) return { kind: "rejected", why: "The request is not signed as SePay signs" };
  const fields = fieldsOf(request.body);
  if (!fields) return { kind: "unusable", why: "The body is no JSON object" };
  if (fields["transferType"] === "out") return { kind: "accepted", transactions: [] };
  const [id, amount] = [idOf(fields["id"]), amountOf(fields["transferAmount"])];
  if (id === "" || amount === undefined) return { kind: "unusable", why: "It has no id or no whole amount" };
  const transaction = {
    provider: "sepay",
    id,
    amount,
    at: bankTime(fields["transactionDate"], now),
    accounts: accountsOf(fields["accountNumber"], fields["subAccount"]),
    memo: textOf(fields["content"]),
  } as const;
  return { kind: "accepted", transactions: [transaction] };
};

/** Where both are set, the weaker proof alone is none. */
function isProved({ headers, body }: Proof[0], settings: Proof[1], now: Proof[2]): boolean {
  const { SEPAY_WEBHOOK_SECRET: secret, SEPAY_API_KEY: key } = settings;
  if (secret === undefined)
    return secretsIn(key)
      .map((one) => isSame(headers["authorization"], `Apikey ${one}`))
      .includes(true);
  const sentAt = headers["x-sepay-timestamp"] ?? "";
  const age = Math.abs(millis(now) - Number(sentAt) * SECOND);
  if (!/^\d{1,12}$/.test(sentAt) || age > MOST_AGE_MS) return false;
  const [, signature] = /^sha256=([0-9a-f]{64})$/i.exec(headers["x-sepay-signature"] ?? "") ?? [];
  return isSigned(secret, signature, (one) => hmac("sha256", one, `${sentAt}.`, body));
}
