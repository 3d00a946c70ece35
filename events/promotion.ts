import * as z from "zod/mini";
import { type PromotionId } from "../shared/domain/ids.ts";
import { defineEvent } from "./envelope.ts";

const promotionId = z.custom<PromotionId>((value) => typeof value === "string");

/** Fires when a promotion may go onto its walls. */
export const PromotionApproved = defineEvent("promotion.approved", 1, z.object({ promotionId }));

/** Fires some seconds after a wall took a post that it was still working on: time to ask what became of it. */
export const PostSubmitted = defineEvent(
  "post.submitted",
  1,
  z.object({ promotionId, wall: z.string(), asked: z.number() }),
);

/** Fires when a wall asked us to come back later, at the time it named. */
export const PostDelayed = defineEvent(
  "post.delayed",
  1,
  z.object({ promotionId, wall: z.string(), tries: z.number() }),
);
