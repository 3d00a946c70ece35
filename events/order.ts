import * as z from "zod/mini";
import { type OrderId } from "../shared/domain/ids.ts";
import { defineEvent } from "./envelope.ts";

const orderId = z.custom<OrderId>((value) => typeof value === "string");

/** Fires when a customer has confirmed an order. */
export const OrderPlaced = defineEvent("order.placed", 1, z.object({ orderId }));

/** Fires when a customer has cancelled an order that no producer had accepted. */
export const OrderCancelled = defineEvent("order.cancelled", 1, z.object({ orderId }));

/** Fires when a producer has accepted a parcel. */
export const ParcelAccepted = defineEvent("parcel.accepted", 1, z.object({ orderId, parcel: z.string() }));

/** Fires when a producer has declined a parcel. */
export const ParcelDeclined = defineEvent("parcel.declined", 1, z.object({ orderId, parcel: z.string() }));

/** Fires when a producer has packed a parcel, perhaps with a picture of it. */
export const ParcelPacked = defineEvent("parcel.packed", 1, z.object({ orderId, parcel: z.string() }));

/** Fires when a producer has sent a picture of a parcel that was packed before. */
export const ParcelPictured = defineEvent("parcel.pictured", 1, z.object({ orderId, parcel: z.string() }));

/** Fires when a parcel has left its producer. */
export const ParcelSent = defineEvent("parcel.sent", 1, z.object({ orderId, parcel: z.string() }));

/** Fires when the customer has a parcel. */
export const ParcelDelivered = defineEvent("parcel.delivered", 1, z.object({ orderId, parcel: z.string() }));

/** Fires when a parcel has come back to its producer. */
export const ParcelReturned = defineEvent("parcel.returned", 1, z.object({ orderId, parcel: z.string() }));

/** Fires when nobody answered for `parcels` of an order in time: they are given up. */
export const OrderExpired = defineEvent("order.expired", 1, z.object({ orderId, parcels: z.array(z.string()) }));
