/**
 * A notice to staff of one parcel climbs the ladder: rung by rung, each a way to reach them, until somebody has it.
 * What is not certain on a rung stays queued there, and after a short time the next is tried: told twice is better than never.
 */
import * as z from "zod/mini";
import { type Code, type OrderId } from "./ids.ts";
import { type IsoTime, MINUTE } from "./time.ts";

export const noticeSchema = z.object({
  orderId: z.custom<OrderId>((value) => typeof value === "string"),
  parcel: z.custom<Code>((value) => typeof value === "string"),
  about: z.enum(["placed", "cancelled", "unaccepted", "unshipped"]),
});

/** Which notice: the parcel, and what became of it. */
export type NoticeKey = z.infer<typeof noticeSchema>;

/** "placed:K7Q2M4XZ": also the id of the turn that it makes in each conversation. */
export const noticeId = ({ about, parcel }: Pick<NoticeKey, "about" | "parcel">): string => `${about}:${parcel}`;

/** How far it has climbed. */
export type Climb = NoticeKey & {
  /** Names of the rungs behind it. */
  tried: readonly string[];
  /** What was queued on the last rung may arrive until then. */
  waitUntil?: IsoTime;
  /** Somebody has it, or nobody needs it any more. */
  heardAt?: IsoTime;
  /** The alarm was raised. */
  unheardAt?: IsoTime;
  /** How often it has begun anew since. */
  rounds: number;
  version: number;
};

/** How long a rung may take for what could not be sent at once: one try more, a minute later. */
export const RUNG_MS = 2 * MINUTE;

/** Nobody has it by then: alarm. */
export const UNHEARD_MS = 15 * MINUTE;
