import * as z from "zod/mini";
import { type Code, type OrderId } from "../shared/domain/ids.ts";
import { type IsoTime } from "../shared/domain/time.ts";
import { defineEvent } from "./envelope.ts";

const orderId = z.custom<OrderId>((value) => typeof value === "string");
const parcel = z.custom<Code>((value) => typeof value === "string");
const since = z.custom<IsoTime>((value) => typeof value === "string");

/** Fires when parcels of an order may have waited too long for an answer. `stage`: of its limits. */
export const OrderOverdue = defineEvent("order.overdue", 1, z.object({ orderId, stage: z.number() }));

/** Fires when an accepted parcel may have lain too long. */
export const ParcelOverdue = defineEvent("parcel.overdue", 1, z.object({ orderId, parcel, stage: z.number() }));

/** Fires when a customer may have waited too long for a person. `since`: when the person was called. */
export const ConversationOverdue = defineEvent(
  "conversation.overdue",
  1,
  z.object({ conversation: z.string(), since, stage: z.number() }),
);
