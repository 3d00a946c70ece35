/** What was read of a message before it is asked what it is for. */
import { type Line } from "./line.ts";
import { type ReadContext } from "./reading.ts";
import { type Settled } from "./settle.ts";

export type Facts = Settled & {
  readonly line: Line;
  readonly hasPhone: boolean;
  readonly hasAddress: boolean;
  readonly hasContact: boolean;
  readonly english: boolean;
  readonly context: ReadContext;
};
