import * as z from "zod/mini";
import { type OrderId } from "../shared/domain/ids.ts";
import { PAYMENT_STATUSES, PROVIDERS } from "../shared/domain/payment.ts";
import { defineEvent } from "./envelope.ts";

const orderId = z.custom<OrderId>((value) => typeof value === "string");
const ofParcel = z.object({ orderId, parcel: z.string() });
/** Which transaction: the provider, and its id there. */
const transaction = { provider: z.enum(PROVIDERS), id: z.string() };

/** Fires when money was counted for a parcel, told of by a bank or by staff. `status`: of the parcel's money since then. */
export const PaymentReceived = defineEvent(
  "payment.received",
  1,
  z.extend(ofParcel, { ...transaction, status: z.enum(PAYMENT_STATUSES) }),
);

/** Fires when money came in that belongs to no parcel for certain. */
export const PaymentMismatched = defineEvent("payment.mismatched", 1, z.object(transaction));

/** Fires when more was received for a parcel than is owed for it, or than was before. */
export const PaymentExceeded = defineEvent("payment.exceeded", 1, ofParcel);

/** Fires when staff gave back what was too much. */
export const PaymentReturned = defineEvent("payment.returned", 1, ofParcel);

/** Fires when a customer first says that they have transferred what no bank has told of yet. */
export const PaymentClaimed = defineEvent("payment.claimed", 1, ofParcel);
