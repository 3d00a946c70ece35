/** Updates on their way to us: to the webhook with Telegram's rules of order and retry, or into a long poll. */
import { setTimeout as rest } from "node:timers/promises";
import { millis, SECOND } from "../../shared/domain/time.ts";
import { type Params } from "./simulator-checks.ts";
import { Refusal, type Update, type World } from "./simulator-world.ts";

const OK = 200;
/** What Telegram sees of a connection that fails. */
const NO_ANSWER = 503;

export type Post = {
  /** Sends one update, after those of its queue that were not taken yet; answers the status of the last attempt. */
  deliver(queue: string, content: Readonly<Record<string, unknown>>): Promise<number>;
  /** One attempt for every queue that has something waiting. */
  retry(): Promise<readonly number[]>;
  redeliver(times: number): Promise<readonly number[]>;
};

/**
 * Each queue delivers one update at a time and in order; messages and taps of one chat are on different queues, so they
 * may overtake each other. Until an answer of 200 to 299 an update stays and holds back those behind it.
 */
export function newPost(world: World): Post {
  const lines = new Map<string, Promise<number>>();

  const attempt = (queue: string): Promise<number> => {
    const turn = (lines.get(queue) ?? Promise.resolve(OK)).then(() => empty(world, queue));
    lines.set(queue, turn);
    return turn;
  };

  return {
    deliver(queue, content) {
      world.updateId += 1;
      const body = new TextEncoder().encode(JSON.stringify({ update_id: world.updateId, ...content }));
      world.waiting.push({ id: world.updateId, queue, body });
      world.wake();
      return world.webhook.url === "" ? Promise.resolve(OK) : attempt(queue);
    },
    retry: () => Promise.all([...new Set(world.waiting.map(({ queue }) => queue))].map(attempt)),
    redeliver(times) {
      const { last } = world;
      if (!last) throw new Error("Nothing was delivered yet: let somebody write first");
      return Promise.all(Array.from({ length: times }, () => send(world, last)));
    },
  };
}

async function empty(world: World, queue: string): Promise<number> {
  let status = OK;
  for (const update of world.waiting.filter((one) => one.queue === queue)) {
    world.last = update;
    status = await send(world, update);
    if (status < 200 || status > 299) return status;
    const place = world.waiting.indexOf(update);
    if (place !== -1) world.waiting.splice(place, 1);
  }
  return status;
}

export async function send(world: World, update: Update, secret = world.webhook.secret): Promise<number> {
  const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
  const status = await world.context
    .deliver(new URL(world.webhook.url).pathname, headers, update.body)
    .catch(() => NO_ANSWER);
  if (status < 200 || status > 299) {
    const message = `Wrong response from the webhook: ${status}`;
    world.webhook = { ...world.webhook, lastError: { message, atMs: millis(world.context.clock.now()) } };
  }
  return status;
}

/** An offset confirms everything below it; the rest is given again until it is confirmed. */
export async function getUpdates(world: World, params: Params, signal: AbortSignal): Promise<readonly unknown[]> {
  if (world.webhook.url !== "")
    throw new Refusal(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  const offset = Number(params["offset"] ?? 0);
  const confirmed = world.waiting.findLastIndex(({ id }) => id < offset) + 1;
  world.waiting.splice(0, confirmed);
  const timeout = Number(params["timeout"] ?? 0);
  if (world.waiting.length === 0 && timeout > 0) await somethingNew(world, timeout * SECOND, signal);
  const limit = Math.min(Math.max(Number(params["limit"] ?? 100), 1), 100);
  return world.waiting.slice(0, limit).map(({ body }) => JSON.parse(new TextDecoder().decode(body)) as unknown);
}

async function somethingNew(world: World, waitMs: number, signal: AbortSignal): Promise<void> {
  const news = new AbortController();
  world.wake = () => {
    news.abort();
  };
  await rest(waitMs, undefined, { signal: AbortSignal.any([signal, news.signal]), ref: false }).catch(() => undefined);
}
