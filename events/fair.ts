import * as z from "zod/mini";
import { fairIdSchema } from "../shared/domain/fair.ts";
import { defineEvent } from "./envelope.ts";

/** Fires when an organizer has told the public of a fair or festival for the first time. */
export const FairAnnounced = defineEvent("fair.announced", 1, z.object({ fairId: fairIdSchema }));

/** Fires when the facts of an announced fair were set anew by its organizer. */
export const FairChanged = defineEvent("fair.changed", 1, z.object({ fairId: fairIdSchema }));

/** Fires when the organizer of an announced fair has called it off. */
export const FairCancelled = defineEvent("fair.cancelled", 1, z.object({ fairId: fairIdSchema }));
