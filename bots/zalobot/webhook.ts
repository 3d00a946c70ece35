/** The bot's webhook: the secret in its header proves it, and one event is in its body. */
import { timingSafeEqual } from "node:crypto";
import { type Verdict, type Webhook } from "../../shared/ports/channel.ts";
import { botIdOf, readUpdate } from "./update.ts";

const MAX_BODY = 64 * 1024;

export const webhook: Webhook = ({ headers, body }, settings, now) => {
  if (!isProved(headers["x-bot-api-secret-token"], settings["ZALO_BOT_WEBHOOK_SECRET"]))
    return { kind: "rejected", status: 401, why: "The secret token is not the one in ZALO_BOT_WEBHOOK_SECRET" };
  const token = settings["ZALO_BOT_TOKEN"];
  if (!token) return { kind: "rejected", status: 401, why: "ZALO_BOT_TOKEN is not set" };
  if (body.byteLength > MAX_BODY) return unusable("The event is over 64 KB");
  const event = parse(body);
  if (event === undefined) return unusable("The body is not JSON in UTF-8");
  const reading = readUpdate(event, botIdOf(token), now);
  return reading.kind === "read" ? { kind: "accepted", incoming: reading.incoming } : reading;
};

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
