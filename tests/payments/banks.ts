/** The three providers as they speak: transfers into an account, told of by requests that are signed as each signs. */
import { createHmac } from "node:crypto";
import { type App } from "../../shared/ports/app.ts";
import { type BankProvider, type BankSettings } from "../../shared/ports/payments.ts";
import { handler } from "../../functions/match-payment.ts";

export const SECRETS: Readonly<Record<BankProvider, Readonly<Record<string, string>>>> = {
  sepay: { SEPAY_WEBHOOK_SECRET: "sepay-hmac-secret" },
  casso: { CASSO_WEBHOOK_KEY: "casso-key" },
  payos: { PAYOS_CHECKSUM_KEY: "payos-checksum-key" },
};

export const allBanks: BankSettings = (provider) => Promise.resolve([SECRETS[provider]]);

export type Told = { id: number; amount: number; memo: string; account: string };

export type Signed = { body: string; headers: Readonly<Record<string, string>> };

type Secret = { key?: string; at?: number };

const mac = (algorithm: string, key: string, text: string): string =>
  createHmac(algorithm, key).update(text).digest("hex");

/** `at`: milliseconds since 1970, when it is signed. */
export const TELL: Readonly<Record<BankProvider, (told: Told, secret?: Secret) => Signed>> = {
  sepay: ({ id, amount, memo, account }, { key = "sepay-hmac-secret", at = 0 } = {}) => {
    const body = JSON.stringify({
      id,
      gateway: "Vietcombank",
      transactionDate: "2026-11-23 09:05:00",
      accountNumber: account,
      code: null,
      content: memo,
      transferType: "in",
      transferAmount: amount,
      accumulated: 19_077_000,
      subAccount: null,
      referenceCode: `MBVCB.${id}`,
      description: "",
    });
    const seconds = String(Math.floor(at / 1000));
    const signature = `sha256=${mac("sha256", key, `${seconds}.${body}`)}`;
    return { body, headers: { "x-sepay-signature": signature, "x-sepay-timestamp": seconds } };
  },
  casso: ({ id, amount, memo, account }, { key = "casso-key", at = 0 } = {}) => {
    // In the order that Casso signs in; what it sends is in another.
    const data = {
      accountNumber: account,
      amount,
      bankAbbreviation: "VPB",
      bankName: "VPBank",
      counterAccountBankId: "970415",
      counterAccountBankName: "VietinBank",
      counterAccountName: "NGUYEN VAN A",
      counterAccountNumber: "8888888888",
      description: memo,
      id,
      reference: `FT${id}`,
      runningBalance: 25_000_000,
      transactionDateTime: "2026-11-23 09:05:00",
      virtualAccountName: "",
      virtualAccountNumber: "",
    };
    const v1 = mac("sha512", key, `${at}.${JSON.stringify({ data, error: 0 })}`);
    const body = JSON.stringify({ error: 0, data: Object.fromEntries(Object.entries(data).reverse()) });
    return { body, headers: { "x-casso-signature": `t=${at},v1=${v1}` } };
  },
  payos: ({ id, amount, memo, account }, { key = "payos-checksum-key" } = {}) => {
    const data: Readonly<Record<string, string | number | null>> = {
      orderCode: id,
      amount,
      description: memo,
      accountNumber: account,
      reference: `TF${id}`,
      transactionDateTime: "2026-11-23 09:05:00",
      currency: "VND",
      paymentLinkId: "124c33293c43417ab7879e14c8d9eb18",
      code: "00",
      desc: "Thành công",
      counterAccountBankId: null,
      counterAccountName: null,
      virtualAccountName: "",
      virtualAccountNumber: "",
    };
    const text = Object.keys(data)
      .sort()
      .map((name) => `${name}=${data[name] ?? ""}`)
      .join("&");
    const body = JSON.stringify({
      code: "00",
      desc: "success",
      success: true,
      data,
      signature: mac("sha256", key, text),
    });
    return { body, headers: {} };
  },
};

/** As the server hands it on. */
export async function knock(app: App, provider: string, { body, headers }: Signed): Promise<number> {
  const request = new Request(`https://chophien.test/webhooks/payments/${provider}`, { method: "POST", headers, body });
  return (await handler.run(app, request)).status;
}

/** A transfer told of as it happens. */
export const tell = (app: App, provider: BankProvider, told: Told): Promise<number> =>
  knock(app, provider, TELL[provider](told, { at: Date.parse(app.clock.now()) }));
