/** Zalo's webhook: a signature over the bytes proves it, and one event is in its body. */
import { checkWebhook, matchingVariant, type RefusalReason } from "zalo-sdk-nodejs/webhook";
import { type ChannelSettings, type Webhook, type WebhookRequest } from "../../shared/ports/channel.ts";
import { readEvent } from "./incoming.ts";

const MAX_BODY = 64 * 1024;

export const webhook: Webhook = (request, settings, now) => {
  if (request.body.byteLength > MAX_BODY) return { kind: "rejected", status: 413, why: "The event is over 64 KB" };
  const verdict = checkWebhook({
    appId: settings["ZALO_APP_ID"],
    secretKeys: [settings["ZALO_OA_SECRET_KEY"]],
    rawBody: request.body,
    header: request.headers["x-zevent-signature"],
  });
  switch (verdict.kind) {
    case "probe":
      return { kind: "accepted", incoming: [] };
    case "refused":
      return { kind: "rejected", status: 401, why: whyRefused(verdict.reason, request, settings) };
    case "signed": {
      if (verdict.event.kind === "unusable") return { kind: "unusable", why: verdict.event.reason };
      const reading = readEvent(verdict.event, { account: settings["ZALO_OA_ID"], now });
      return reading.kind === "read" ? { kind: "accepted", incoming: reading.incoming } : reading;
    }
  }
};

const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  "unset-secret": "ZALO_APP_ID or ZALO_OA_SECRET_KEY is not set",
  "no-signature": "The request bears no signature",
  unreadable: "The body is not a JSON object in UTF-8",
  "no-timestamp": "The event has no timestamp to sign",
  "other-app": "The event is for another app than ZALO_APP_ID",
  forged: "The signature is not by ZALO_OA_SECRET_KEY: compare it with the OA Secret Key of the app's webhook page",
};

/** Sources disagree on how Zalo signs: the log tells which rule would have matched, and it stays refused. */
function whyRefused(reason: RefusalReason, { body, headers }: WebhookRequest, settings: ChannelSettings): string {
  const variant =
    reason === "forged"
      ? matchingVariant({
          rawBody: body,
          header: headers["x-zevent-signature"],
          appId: settings["ZALO_APP_ID"],
          secretKey: settings["ZALO_OA_SECRET_KEY"],
          appSecret: settings["ZALO_APP_SECRET"],
          oaId: settings["ZALO_OA_ID"],
          headerTimestamp: headers["x-zevent-timestamp"],
        })
      : undefined;
  return variant === undefined ? REFUSALS[reason] : `${REFUSALS[reason]}; it would match by ${variant}`;
}
