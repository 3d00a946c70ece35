/** What a failed call of the bot API means for the message that was in it. */
import { MINUTE, SECOND } from "../../shared/domain/time.ts";
import { networkFailureOf } from "../../shared/ports/network-failure.ts";

export type Failure = { readonly why: string; readonly status?: number } & (
  { readonly outcome: "later"; readonly retryAfterMs: number } | { readonly outcome: "refused" | "unknown" }
);

const RETRY_MS = 5 * SECOND;
/** Zalo names no time to wait, and what is used up may be the month's. */
const LIMITED_MS = MINUTE;
/** A person has to act first; what waits goes out soon after. */
const CURE_MS = 5 * MINUTE;

const BAD_TOKEN = "Zalo refused the token of the bot: have Zalo Bot Manager make a new one, and set ZALO_BOT_TOKEN";
const NOT_FOUND =
  "Zalo knows no such bot or call (404): see that ZALO_BOT_TOKEN is whole, and that ZALO_BOT_API_ROOT is right or unset";

/** Zalo's own code counts; its HTTP status only where there is none. */
export function answered(status: number, description: string | undefined): Failure {
  const why = `Zalo answered ${status}${description === undefined ? "" : `: ${description}`}`;
  switch (status) {
    case 401:
      return { outcome: "later", why: BAD_TOKEN, retryAfterMs: CURE_MS, status };
    case 404:
      return { outcome: "later", why: NOT_FOUND, retryAfterMs: CURE_MS, status };
    case 429:
      return { outcome: "later", why, retryAfterMs: LIMITED_MS, status };
    case 503:
      return { outcome: "later", why, retryAfterMs: RETRY_MS, status };
    // Zalo calls an internal error of its own 403, and a call that took it too long 408: the message may be there.
    case 403:
    case 408:
      return { outcome: "unknown", why, status };
    default:
      return { outcome: status >= 400 && status < 500 ? "refused" : "unknown", why, status };
  }
}

export function unanswered(error: unknown): Failure {
  const { neverSent, code } = networkFailureOf(error);
  const why = `Zalo gave no answer (${code})`;
  return neverSent ? { outcome: "later", why, retryAfterMs: RETRY_MS } : { outcome: "unknown", why };
}
