/** The bus carries events to reactions, at least once and in no promised order. */
import { type Envelope } from "../../events/envelope.ts";

export interface Bus {
  /** Answers the indexes of the entries that were not taken; retry those alone. */
  publish(envelopes: readonly Envelope[]): Promise<readonly number[]>;
}
