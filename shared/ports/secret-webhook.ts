/** Webhooks that a shared secret in a header proves: one update in JSON is in the body. */
import { timingSafeEqual } from "node:crypto";
import { type Incoming } from "../domain/message.ts";
import { type IsoTime } from "../domain/time.ts";
import { type Verdict, type Webhook } from "./channel.ts";

const MAX_BODY = 64 * 1024;

type Kind = {
  /** The header's name in lower case. */
  readonly header: string;
  /** Names of settings. */
  readonly secret: string;
  readonly token: string;
  readonly read: (update: unknown, token: string, now: IsoTime) => Reading;
};

type Reading =
  | { readonly kind: "read"; readonly incoming: readonly Incoming[] }
  | { readonly kind: "unusable"; readonly why: string };

export function secretWebhook({ header, secret, token: tokenName, read }: Kind): Webhook {
  return ({ headers, body }, settings, now) => {
    if (!isProved(headers[header], settings[secret]))
      return { kind: "rejected", status: 401, why: `The secret token is not the one in ${secret}` };
    const token = settings[tokenName];
    if (!token) return { kind: "rejected", status: 401, why: `${tokenName} is not set` };
    // A proved sender gets no error for what we can't use: it would deliver the same again, Telegram for a day.
    if (body.byteLength > MAX_BODY) return unusable("The update is over 64 KB");
    const update = parse(body);
    if (update === undefined) return unusable("The body is not JSON in UTF-8");
    const reading = read(update, token, now);
    return reading.kind === "read" ? { kind: "accepted", incoming: reading.incoming } : reading;
  };
}

const unusable = (why: string): Verdict => ({ kind: "unusable", why });

/** In constant time. An absent or empty secret never matches; while it is being changed, two stand in the setting. */
function isProved(given: string | undefined, setting: string | undefined): boolean {
  if (!given) return false;
  const secrets = (setting ?? "").split(/[\s,]+/).filter((secret) => secret !== "");
  return secrets.map((secret) => isSame(given, secret)).includes(true);
}

function isSame(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Undefined where the bytes are no JSON; JSON itself has no undefined. */
function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) as unknown;
  } catch {
    return undefined;
  }
}
