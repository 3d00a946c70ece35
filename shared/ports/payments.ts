/** Who tells us of money that came into an account: plain data, and what a webhook of theirs gives. */
import { type Provider, type Transaction } from "../domain/payment.ts";
import { type IsoTime } from "../domain/time.ts";
import { type ChannelManifest, type ChannelSettings, type WebhookRequest } from "./channel.ts";

export type BankProvider = Exclude<Provider, "staff">;

/** What a webhook makes of a request; it never throws. */
export type BankVerdict =
  /** Proved; none where no money came in. */
  | { readonly kind: "accepted"; readonly transactions: readonly Transaction[] }
  /** Proved, but nothing that we can read. `why` holds no personal data. */
  | { readonly kind: "unusable"; readonly why: string }
  | { readonly kind: "rejected"; readonly why: string };

export type BankWebhook = (
  request: Pick<WebhookRequest, "headers" | "body">,
  settings: ChannelSettings,
  now: IsoTime,
) => BankVerdict;

/** A provider's settings as they are, then as they were before the last rotation; none: it does not exist here. */
export type BankSettings = (provider: BankProvider) => Promise<readonly ChannelSettings[]>;

type BankManifest = Pick<ChannelManifest, "title" | "settings"> & { readonly name: BankProvider };

const secret = (name: string, cure: string) => ({
  name,
  secret: true,
  required: false,
  pattern: { matches: /^[\x21-\x7e]+(?:[\s,]+[\x21-\x7e]+)?$/, looks: "one value, or two while it is being changed" },
  cure,
});

/** Each may be left out; while a secret is being changed, two stand in its setting. */
export const bankManifests: readonly BankManifest[] = [
  {
    name: "sepay",
    title: "SePay",
    settings: [
      secret("SEPAY_WEBHOOK_SECRET", "Choose HMAC for the webhook at my.sepay.vn and copy its secret."),
      secret("SEPAY_API_KEY", "Choose API key for the webhook at my.sepay.vn and copy it; HMAC is the better choice."),
    ],
  },
  {
    name: "casso",
    title: "Casso",
    settings: [secret("CASSO_WEBHOOK_KEY", "Copy the security key of the webhook (version 2) at flow.casso.vn.")],
  },
  {
    name: "payos",
    title: "payOS",
    settings: [secret("PAYOS_CHECKSUM_KEY", "Copy the checksum key of the payment channel at my.payos.vn.")],
  },
];

/** Undefined where none of its secrets is set: nothing could prove what it sends. */
export const settingsOfBank = (
  { settings }: Pick<BankManifest, "settings">,
  values: ChannelSettings,
): ChannelSettings | undefined => {
  const given = settings.flatMap(({ name }) => (values[name] ? [[name, values[name]] as const] : []));
  return given.length > 0 ? Object.fromEntries(given) : undefined;
};
