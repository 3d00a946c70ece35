/** A reply that could not be sent is kept, to be tried again from where it stopped. */
import { ReplyDelayed } from "../../events/conversation.ts";
import { after, DAY, MINUTE } from "../domain/time.ts";
import { refuse } from "../domain/result.ts";
import { type App } from "../ports/app.ts";
import { happened } from "../stores/outbox.ts";
import { type Plan } from "./plan.ts";

export type PostponeReply = {
  conversation: string;
  turn: number;
  /** Number of the reply in its turn, and of the part of it to begin with. */
  reply: number;
  part: number;
  /** How often it was tried. */
  tries: number;
  /** What the provider asked for. */
  retryAfterMs: number;
};

const MOST_TRIES = 10;

const givenUp = () => refuse({ code: "tried-too-often" });

/** Doubling from a minute to a day, never before the provider's own time. */
export function postponeReply(app: App, wish: PostponeReply): Promise<Plan<null> | ReturnType<typeof givenUp>> {
  const { conversation, turn, reply, part, tries, retryAfterMs } = wish;
  if (tries >= MOST_TRIES) return Promise.resolve(givenUp());
  const wait = Math.max(retryAfterMs, Math.min(MINUTE * 2 ** tries, DAY));
  const detail = { conversation, turn, reply, part, tries: tries + 1 };
  const event = happened(app, ReplyDelayed, `conversation:${conversation}`, detail);
  return Promise.resolve({ writes: [], events: [], due: [{ at: after(app.clock.now(), wait), event }], facts: null });
}
