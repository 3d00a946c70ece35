import * as z from "zod/mini";
import { productIdSchema } from "../shared/domain/product.ts";
import { defineEvent } from "./envelope.ts";

/** Fires when a product is first offered to the public. `announce`: whether it is to be promoted. */
export const ProductPublished = defineEvent(
  "product.published",
  1,
  z.object({ productId: productIdSchema, announce: z.boolean() }),
);

/** Fires when a published product's facts, price or stock were set anew by its producer or the office. */
export const ProductChanged = defineEvent("product.changed", 1, z.object({ productId: productIdSchema }));
