/** What a webhook function needs, and nothing heavier: the signature check and the events. Exported as "./webhook". */
import { parseEvent, readBody, type EventOrUnusable } from "./events.ts";
import { idOf, isRecord } from "./json.ts";
import { isSet, verifySignature } from "./signature.ts";

export { signBody, verifySignature, type SignatureInput, type SignedParts } from "./signature.ts";
export { dedupeKey, parseEvent, readBody } from "./events.ts";
export type * from "./events.ts";
export type { Attachment } from "./attachments.ts";

export type WebhookInput = {
  readonly appId: string | undefined;
  /** Every key that is valid now: two while one is being rotated. Unset ones never match. */
  readonly secretKeys: readonly (string | undefined)[];
  readonly rawBody: Uint8Array;
  readonly header: string | null | undefined;
};

export type WebhookVerdict =
  /** The unsigned `{}` that Zalo posts when the address is saved: answer 200, do nothing. */
  | { readonly kind: "probe" }
  /** Zalo signed it. The event may still be unknown or unusable: answer 200 all the same. */
  | { readonly kind: "signed"; readonly event: EventOrUnusable }
  /** Answer 401. */
  | { readonly kind: "refused"; readonly reason: RefusalReason };

export type RefusalReason = "unset-secret" | "no-signature" | "unreadable" | "no-timestamp" | "other-app" | "forged";

/** Reads of the body only what the signature needs, verifies, then parses. Never throws. Cap the size before. */
export function checkWebhook(input: WebhookInput): WebhookVerdict {
  const { appId, secretKeys, rawBody, header } = input;
  if (isProbe(rawBody)) return { kind: "probe" };
  if (!isSet(appId) || !secretKeys.some(isSet)) return { kind: "refused", reason: "unset-secret" };
  if (!header) return { kind: "refused", reason: "no-signature" };
  const fields = signedFields(rawBody);
  if (fields === undefined) return { kind: "refused", reason: "unreadable" };
  if (fields.timestamp === undefined) return { kind: "refused", reason: "no-timestamp" };
  if (fields.appId !== undefined && fields.appId !== appId) return { kind: "refused", reason: "other-app" };
  const { timestamp } = fields;
  const signed = secretKeys.some((secretKey) => verifySignature({ appId, secretKey, rawBody, header, timestamp }));
  return signed ? { kind: "signed", event: parseEvent(rawBody) } : { kind: "refused", reason: "forged" };
}

/** True for the empty object with which Zalo tries a newly saved address. */
export function isProbe(rawBody: Uint8Array): boolean {
  return rawBody.byteLength <= 16 && /^\s*\{\s*\}\s*$/.test(new TextDecoder().decode(rawBody));
}

/** `app_id` and `timestamp` of a body that nobody has verified yet, digit by digit; undefined if it is not a JSON object. */
export function signedFields(
  rawBody: Uint8Array,
): { readonly appId: string | undefined; readonly timestamp: string | undefined } | undefined {
  const body = readBody(rawBody);
  return isRecord(body) ? { appId: idOf(body["app_id"]), timestamp: idOf(body["timestamp"]) } : undefined;
}

export type VariantInput = {
  readonly rawBody: Uint8Array;
  readonly header: string | null | undefined;
  readonly appId: string | undefined;
  readonly secretKey: string | undefined;
  readonly appSecret?: string | undefined;
  readonly oaId?: string | undefined;
  /** The header X-ZEvent-Timestamp, if one came. */
  readonly headerTimestamp?: string | null | undefined;
};

/**
 * Names the signing rule that would have matched a refused request, for the log: sources disagree on Zalo's rule, and the
 * first real account settles it. It never makes a request acceptable.
 */
export function matchingVariant(input: VariantInput): string | undefined {
  const bodyTimestamp = signedFields(input.rawBody)?.timestamp;
  for (const [term, appId] of Object.entries({ app_id: input.appId, oa_id: input.oaId }))
    for (const [key, secretKey] of Object.entries({ "OA secret key": input.secretKey, "app secret": input.appSecret }))
      for (const [clock, timestamp] of Object.entries({
        body: bodyTimestamp,
        header: input.headerTimestamp ?? undefined,
      }))
        if (verifySignature({ appId, secretKey, timestamp, rawBody: input.rawBody, header: input.header }))
          return `${term}, ${key}, timestamp of the ${clock}`;
  return undefined;
}
