/** The bus carries events to reactions, at least once and in no promised order. */
import { type Envelope } from "../../events/envelope.ts";

/** Who speaks on a bus that others may use too: its rules match on it. */
export const EVENT_SOURCE = "cho-phien";

export interface Bus {
  /** Answers the indexes of the entries that were not taken; retry those alone. */
  publish(envelopes: readonly Envelope[]): Promise<readonly number[]>;
}
