/** payOS's webhook: an HMAC in the body, over the sorted fields of what it signs. */
import { type BankWebhook } from "../../ports/payments.ts";
import {
  accountsOf,
  amountOf,
  asFields,
  bankTime,
  type Fields,
  fieldsOf,
  hmac,
  idOf,
  isSigned,
  textOf,
} from "./proof.ts";

export const webhook: BankWebhook = ({ body }, settings, now) => {
  const fields = fieldsOf(body);
  const data = asFields(fields?.["data"]);
  const proved =
    fields !== undefined &&
    data !== undefined &&
    isSigned(settings["PAYOS_CHECKSUM_KEY"], textOf(fields["signature"]), (key) =>
      hmac("sha256", key, signedText(data)),
    );
  if (!proved) return { kind: "rejected", why: "The request is not signed as payOS signs" };
  // Only what is signed is believed: the code beside it is not.
  if (data["code"] !== "00") return { kind: "accepted", transactions: [] };
  const [reference, amount] = [idOf(data["reference"]), amountOf(data["amount"])];
  if (reference === "" || amount === undefined)
    return { kind: "unusable", why: "It has no reference or no whole amount" };
  const transaction = {
    provider: "payos",
    // References are the bank's, and a channel may have several.
    id: `${idOf(data["paymentLinkId"])}:${reference}`,
    amount,
    at: bankTime(data["transactionDateTime"], now),
    accounts: accountsOf(data["accountNumber"], data["virtualAccountNumber"]),
    memo: textOf(data["description"]),
  } as const;
  return { kind: "accepted", transactions: [transaction] };
};

/** "amount=3000&code=00&…": names in order, nothing for null. */
export const signedText = (data: Fields): string =>
  Object.keys(data)
    .sort()
    .map((name) => `${name}=${written(data[name])}`)
    .join("&");

/** Numbers and whatever else is no text as JSON writes them. */
function written(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
