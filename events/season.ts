import * as z from "zod/mini";
import { defineEvent } from "./envelope.ts";

/** Fires on the morning on which a season begins that somebody asked to be told of. */
export const SeasonOpened = defineEvent("season.opened", 1, z.object({ leadId: z.string() }));
