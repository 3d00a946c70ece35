/** The signature of Zalo's webhook: plain SHA-256, not HMAC, of app id + raw body + timestamp + OA secret key. */
import { createHash, timingSafeEqual } from "node:crypto";

export type SignatureInput = {
  /** The id of our app from the settings, never the one that the body claims. */
  readonly appId: string | undefined;
  /** The "OA Secret Key" of the app's webhook page. It is not the app secret. */
  readonly secretKey: string | undefined;
  /** The bytes as they arrived (base64-decoded first, behind API Gateway). */
  readonly rawBody: Uint8Array;
  /** The header X-ZEvent-Signature: `mac=<hex>`, `sha256=<hex>` or bare hex. */
  readonly header: string | null | undefined;
  /** The top-level `timestamp` of the body, as it was written there. */
  readonly timestamp: string | undefined;
};

/** Compares in constant time. An absent or empty app id or secret never matches, nor does one that is a printed absence. */
export function verifySignature(input: SignatureInput): boolean {
  const { appId, secretKey, rawBody, timestamp } = input;
  const claimed = digestOf(input.header);
  if (!isSet(appId) || !isSet(secretKey) || claimed === undefined) return false;
  // Digits only: with anything else, bytes could move between the end of the body and the timestamp.
  if (timestamp === undefined || !/^\d{1,20}$/.test(timestamp)) return false;
  return timingSafeEqual(digest(appId, rawBody, timestamp, secretKey), claimed);
}

export type SignedParts = {
  readonly appId: string;
  readonly secretKey: string;
  readonly rawBody: Uint8Array;
  readonly timestamp: string;
};

/** The header that Zalo would send for this body: for simulators and tests. Throws on an unset secret. */
export function signBody({ appId, secretKey, rawBody, timestamp }: SignedParts): string {
  if (!isSet(appId) || !isSet(secretKey)) throw new Error("Zalo's webhook can't be signed: set the app id and OA key.");
  return `mac=${digest(appId, rawBody, timestamp, secretKey).toString("hex")}`;
}

/** False for what a broken template or environment makes of an unset value. */
export function isSet(value: string | null | undefined): value is string {
  return typeof value === "string" && !["", "undefined", "null"].includes(value.trim());
}

function digest(appId: string, rawBody: Uint8Array, timestamp: string, secretKey: string): Buffer {
  return createHash("sha256").update(appId).update(rawBody).update(timestamp).update(secretKey).digest();
}

function digestOf(header: string | null | undefined): Buffer | undefined {
  const hex = /^(?:(?:mac|sha256)=)?([0-9a-f]{64})$/i.exec(header?.trim() ?? "")?.[1];
  return hex === undefined ? undefined : Buffer.from(hex, "hex");
}
