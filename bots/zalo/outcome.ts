/** What Zalo's refusals mean to whoever sends or posts. */
import { isZaloError, type ZaloError } from "zalo-sdk-nodejs";
import { MINUTE, SECOND } from "../../shared/domain/time.ts";
import { type Sent } from "../../shared/ports/channel.ts";
import { type Log } from "../../shared/ports/log.ts";

/** Everything but success. */
export type Failed = Exclude<Sent, { outcome: "sent" }>;

const PAUSE = 5 * SECOND;
/** A person has to act first; what waits goes out soon after. */
const ALARM_PAUSE = 15 * MINUTE;

/** The person last wrote more than 7 days ago. */
const WINDOW_CLOSED: readonly unknown[] = [-230, -232];

export function outcomeOf(error: unknown, log: Log): Failed {
  // Only the table can fail otherwise, and it is asked for a token before anything is sent.
  if (!isZaloError(error)) return notAsked(error, log);
  switch (error.class) {
    case "drop":
      return refused(error, log);
    case "back-off":
    case "reschedule":
      return later(error, error.retryAfterMs ?? PAUSE);
    case "unknown-outcome":
      return { outcome: "unknown", why: error.message };
    case "token":
    case "alarm":
      log.error("zalo.needs-a-person", error, { code: error.code });
      return later(error, ALARM_PAUSE);
  }
}

const later = ({ message }: ZaloError, retryAfterMs: number): Failed => ({
  outcome: "later",
  why: message,
  retryAfterMs,
});

function refused(error: ZaloError, log: Log): Failed {
  if (WINDOW_CLOSED.includes(error.code)) return { outcome: "refused", why: "window" };
  // A parameter is our mistake, not the person's doing.
  if (isContentRefusal(error)) log.warn("zalo.parameter-refused", { code: error.code, call: error.call });
  return { outcome: "refused", why: error.message };
}

function notAsked(error: unknown, log: Log): Failed {
  log.error("zalo.not-sent", error);
  return { outcome: "later", why: "The table did not give the account's token; nothing was sent", retryAfterMs: PAUSE };
}

const CONTENT: readonly unknown[] = [-100, -200, -201, -210, -233, "over-limit"];

/** It was not the person that Zalo refused, but what was to be shown to them: a picture that can't be fetched, a card. */
export const isContentRefusal = (error: unknown): boolean => isZaloError(error) && CONTENT.includes(error.code);
