/**
 * How long something may wait, and what then: who waits is told of by nobody else, so each wait has a row that watches it.
 * Whoever can mend it hears first, then the office; alerts wait for the morning.
 */
import { DAY, HOUR, type IsoTime, isoTime, millis, MINUTE } from "./time.ts";
import { UNHEARD_MS } from "./notice.ts";

export type Stage = {
  /** Since it began to wait, ms. */
  readonly after: number;
  /** `hearer`: see that anybody has the notice at all. `expire`: give up. */
  readonly then: "hearer" | "producer" | "office" | "expire";
};

export type Wait = "order" | "parcel" | "conversation";

export const LIMITS: Readonly<Record<Wait, readonly Stage[]>> = {
  /** An order with parcels that nobody has accepted or declined. */
  order: [
    { after: UNHEARD_MS, then: "hearer" },
    { after: 4 * HOUR, then: "producer" },
    { after: 24 * HOUR, then: "office" },
    { after: 72 * HOUR, then: "expire" },
  ],
  /** A parcel that was accepted and has not left. */
  parcel: [
    { after: 2 * DAY, then: "producer" },
    { after: 4 * DAY, then: "office" },
  ],
  /** A customer who was promised a person. */
  conversation: [
    { after: 30 * MINUTE, then: "producer" },
    { after: 60 * MINUTE, then: "office" },
  ],
};

/** Pieces of an offer at which its producer hears that it runs low. */
export const RUNS_LOW_AT = 5;

/** Hours of Viet Nam in which nobody is woken: 22:00 to 07:00. */
const NIGHT = { from: 22, to: 7 };
const VIETNAM_OFFSET = 7 * HOUR;

/** Where a wait stands: since when, and when the stage before was passed, which may be late where the program was away. */
export type Waiting = { stage: number; since: IsoTime; passedAt?: IsoTime };

/** When a stage is due; undefined behind the last one. Whoever was told late still has half the time that was meant. */
export function dueAt(wait: Wait, { stage, since, passedAt }: Waiting): IsoTime | undefined {
  const limit = LIMITS[wait][stage];
  if (!limit) return undefined;
  const half = (limit.after - (LIMITS[wait][stage - 1]?.after ?? 0)) / 2;
  const at = Math.max(millis(since) + limit.after, passedAt === undefined ? 0 : millis(passedAt) + half);
  return isoTime(limit.then === "hearer" ? at : byDay(at));
}

function byDay(at: number): number {
  const ofDay = (at + VIETNAM_OFFSET) % DAY;
  if (ofDay >= NIGHT.from * HOUR) return at + DAY - ofDay + NIGHT.to * HOUR;
  return ofDay < NIGHT.to * HOUR ? at - ofDay + NIGHT.to * HOUR : at;
}
