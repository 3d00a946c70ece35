/** A clock that stands still until a test moves it. */
import { type IsoTime, after, isoTime } from "../../shared/domain/time.ts";
import { type Clock } from "../../shared/ports/clock.ts";

export type SettableClock = Clock & {
  set(at: string): void;
  advance(milliseconds: number): void;
};

export const MORNING = "2026-11-23T02:00:00.000Z";

/** Begins at 9:00 of 23/11/2026 in Viet Nam unless told otherwise. */
export function settableClock(start: string = MORNING): SettableClock {
  let now: IsoTime = isoTime(new Date(start));
  return {
    now: () => now,
    set: (at) => {
      now = isoTime(new Date(at));
    },
    advance: (milliseconds) => {
      now = after(now, milliseconds);
    },
  };
}
