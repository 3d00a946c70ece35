/** Time comes from here alone, so that tests and simulations own it. */
import { type IsoTime } from "../domain/time.ts";

export interface Clock {
  now(): IsoTime;
}
