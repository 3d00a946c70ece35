/** Staff are bound by invitation: a producer's phone, an organizer, the office. */
import { type Code, type ProducerId } from "./ids.ts";
import { type IsoTime } from "./time.ts";

export type Role = { role: "producer"; producer: ProducerId } | { role: "organizer" } | { role: "office" };

/** Single use, 7 days. */
export type Invitation = Role & { code: Code; createdAt: IsoTime; expiresAt: IsoTime; usedBy?: string };

/** One conversation that may do staff acts. */
export type Binding = Role & { conversation: string; boundAt: IsoTime };
