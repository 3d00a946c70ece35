import * as z from "zod/mini";
import { type RoundUpId } from "../shared/domain/ids.ts";
import { defineEvent } from "./envelope.ts";

const roundUpId = z.custom<RoundUpId>((value) => typeof value === "string" && value !== "");

/** Fires when an import has come to its end that brought many new products, which are told of together. */
export const CatalogueExtended = defineEvent("catalogue.extended", 1, z.object({ roundUpId }));
