/** The machine's clock. */
import { isoTime } from "../../domain/time.ts";
import { type Clock } from "../../ports/clock.ts";

export const systemClock: Clock = { now: () => isoTime(Date.now()) };
