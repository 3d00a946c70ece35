/** What travels on the bus: an id, a name, and facts that are not personal. */
import { type EventId } from "../shared/domain/ids.ts";
import { type IsoTime } from "../shared/domain/time.ts";
import type * as z from "zod/mini";

export type Envelope<Name extends string = string, Detail = unknown> = {
  id: EventId;
  name: Name;
  /** Of the contract; N−1 stays readable. */
  version: number;
  at: IsoTime;
  /** What it happened to: "product:mien-dong". */
  aggregate: string;
  detail: Detail;
};

export type EventContract<Name extends string = string, Detail = unknown> = {
  readonly name: Name;
  readonly version: number;
  readonly schema: z.ZodMiniType<Detail>;
};

/** Names are past tense, `noun.verb`; a new required field is a new version. */
export const defineEvent = <const Name extends string, Detail>(
  name: Name,
  version: number,
  schema: z.ZodMiniType<Detail>,
): EventContract<Name, Detail> => ({ name, version, schema });

/** Throws with the contract's name when the detail does not fit: a stranger's event is not trusted. */
export function parseEvent<Name extends string, Detail>(
  contract: EventContract<Name, Detail>,
  envelope: Envelope,
): Envelope<Name, Detail> {
  if (envelope.name !== contract.name) throw new Error(`Expected event ${contract.name}, got ${envelope.name}`);
  const parsed = contract.schema.safeParse(envelope.detail);
  if (!parsed.success) throw new Error(`Event ${contract.name} v${envelope.version} does not fit its contract`);
  return { ...envelope, name: contract.name, detail: parsed.data };
}
