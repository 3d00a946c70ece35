/** Long polling, where no public address can receive a webhook. */
import { setTimeout as rest } from "node:timers/promises";
import { GrammyError } from "grammy/web";
import { type Incoming } from "../../shared/domain/message.ts";
import { millis, SECOND } from "../../shared/domain/time.ts";
import { type ChannelContext } from "../../shared/ports/channel.ts";
import { openApi } from "./api.ts";
import { failureOf } from "./failure.ts";
import { ALLOWED_UPDATES, readUpdate } from "./update.ts";

const PAUSE_MS = 5 * SECOND;
/** Telegram's own bound is not documented; its clients wait this long. */
const MAX_WAIT_S = 50;

type Bot = { readonly account: string; readonly meet: () => Promise<void> };

/** What one process remembers between two polls. */
type Course = { ready: boolean; next?: number | undefined; notBefore: number };

/**
 * Gives the next messages. Telegram forgets them at the following call, so the caller stores them before it calls again;
 * after a crash in between they come once more.
 */
export function openPoll(
  context: ChannelContext,
  bot: Bot,
): (waitMs: number, signal: AbortSignal) => Promise<readonly Incoming[]> {
  const course: Course = { ready: false, notBefore: 0 };
  const now = (): number => millis(context.clock.now());

  return async (waitMs, signal) => {
    await restUpTo(Math.min(course.notBefore - now(), waitMs), signal);
    if (now() < course.notBefore) return [];
    try {
      const updates = await fetchUpdates(context, course, { bot, waitMs, signal });
      return updates.flatMap((update) => incomingOf(update, context, bot.account));
    } catch (error) {
      if (signal.aborted) return [];
      course.notBefore = now() + pauseAfter(error, course, context);
      await restUpTo(Math.min(course.notBefore - now(), waitMs), signal);
      return [];
    }
  };
}

async function fetchUpdates(
  context: ChannelContext,
  course: Course,
  { bot, waitMs, signal }: { bot: Bot; waitMs: number; signal: AbortSignal },
): Promise<readonly unknown[]> {
  const timeout = Math.min(Math.floor(waitMs / SECOND), MAX_WAIT_S);
  const api = openApi(context, { waitS: timeout, signal });
  if (!course.ready) {
    await bot.meet();
    await api.raw.deleteWebhook({ drop_pending_updates: false });
    course.ready = true;
  }
  const updates = await api.raw.getUpdates({
    timeout,
    allowed_updates: [...ALLOWED_UPDATES],
    ...(course.next === undefined ? {} : { offset: course.next }),
  });
  // Ids begin anew at a random number after an idle week: once all are confirmed, no offset may hide the next one.
  course.next = updates.length === 0 ? undefined : Math.max(...updates.map(({ update_id }) => update_id)) + 1;
  return updates;
}

function incomingOf(update: unknown, { clock, log }: ChannelContext, account: string): readonly Incoming[] {
  const reading = readUpdate(update, account, clock.now());
  if (reading.kind === "read") return reading.incoming;
  log.warn("telegram.update-unusable", { why: reading.why });
  return [];
}

function pauseAfter(error: unknown, course: Course, { log }: ChannelContext): number {
  // 409: a webhook was set again, or another process polls with the same token.
  if (error instanceof GrammyError && error.error_code === 409) course.ready = false;
  const failure = failureOf(error);
  const pauseMs = failure.outcome === "later" ? failure.retryAfterMs : PAUSE_MS;
  log.warn("telegram.poll-failed", { why: failure.why, pauseMs });
  return pauseMs;
}

/** Ends early, and quietly, when the process stops. */
const restUpTo = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  milliseconds <= 0 ? Promise.resolve() : rest(milliseconds, undefined, { signal }).catch(() => undefined);
