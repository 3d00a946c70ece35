/** A lead is somebody for the office or a producer to follow up; `call`: staff whom no message reached. */
import { type Code, type LeadId, type ProductId } from "./ids.ts";
import { type IsoDate, type IsoTime } from "./time.ts";

export const LEAD_KINDS = ["order", "phone", "wholesale", "handover", "complaint", "news", "fair", "call"] as const;
export type LeadKind = (typeof LEAD_KINDS)[number];

export type Lead = {
  id: LeadId;
  kind: LeadKind;
  status: "open" | "done";
  conversation: string;
  name?: string;
  phone?: string;
  /** What they want, in a few words. */
  interest: string;
  /** They are to be told when this comes into season. */
  season?: { product: ProductId; opens: IsoDate };
  source?: Code;
  at: IsoTime;
};
