/** Long polling, where no public address can receive a webhook. */
import { setTimeout as rest } from "node:timers/promises";
import { type Incoming } from "../../shared/domain/message.ts";
import { millis, SECOND } from "../../shared/domain/time.ts";
import { type ChannelContext } from "../../shared/ports/channel.ts";
import { type Answer, type Api, type Patience } from "./api.ts";
import { type Failure } from "./failure.ts";
import { readUpdate } from "./update.ts";

const PAUSE_MS = 5 * SECOND;
/** Zalo's own default. */
const MAX_WAIT_S = 30;
/** Nothing came in the time that was asked for. */
const IDLE = 408;

/** What one process remembers between two polls. */
type Course = { ready: boolean; notBefore: number };

/**
 * Gives the next message. Zalo hands out one at a time and forgets it at once, whoever took it: what is lost between its
 * answer and our queue is lost. A webhook has no such gap, so a public shop uses that.
 */
export function openPoll(
  api: Api,
  context: ChannelContext,
  account: string,
): (waitMs: number, signal: AbortSignal) => Promise<readonly Incoming[]> {
  const course: Course = { ready: false, notBefore: 0 };
  const now = (): number => millis(context.clock.now());

  return async (waitMs, signal) => {
    await restUpTo(Math.min(course.notBefore - now(), waitMs), signal);
    if (now() < course.notBefore) return [];
    const answer = await nextUpdate(api, course, { waitMs, signal });
    if (answer.ok) return incomingOf(answer.result, context, account);
    if (signal.aborted || answer.failure.status === IDLE) return [];
    course.ready = false;
    course.notBefore = now() + pauseAfter(answer.failure, context);
    await restUpTo(Math.min(course.notBefore - now(), waitMs), signal);
    return [];
  };
}

/** A bot with a webhook can't be polled, so it is taken away first. */
async function nextUpdate(api: Api, course: Course, { waitMs, signal }: Patience): Promise<Answer> {
  if (!course.ready) {
    const removed = await api.call("deleteWebhook", {}, { waitMs: 0, signal });
    if (!removed.ok) return removed;
    course.ready = true;
  }
  const seconds = Math.min(Math.max(1, Math.floor(waitMs / SECOND)), MAX_WAIT_S);
  return await api.call("getUpdates", { timeout: String(seconds) }, { waitMs: seconds * SECOND, signal });
}

function incomingOf(update: unknown, { clock, log }: ChannelContext, account: string): readonly Incoming[] {
  const reading = readUpdate(update, account, clock.now());
  if (reading.kind === "read") return reading.incoming;
  log.warn("zalobot.update-unusable", { why: reading.why });
  return [];
}

function pauseAfter(failure: Failure, { log }: ChannelContext): number {
  const pauseMs = failure.outcome === "later" ? failure.retryAfterMs : PAUSE_MS;
  log.warn("zalobot.poll-failed", { why: failure.why, pauseMs });
  return pauseMs;
}

/** Ends early, and quietly, when the process stops. */
const restUpTo = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  milliseconds <= 0 ? Promise.resolve() : rest(milliseconds, undefined, { signal }).catch(() => undefined);
