/** A customer is one person; a contact is one address of theirs on a channel, which is a conversation. */
import { type Code, type CustomerId } from "./ids.ts";
import { type IsoTime } from "./time.ts";

/** Exists only where contacts were joined: whoever comes by one channel alone needs no record. */
export type Customer = {
  id: CustomerId;
  /** conversationIds, in no order that means anything. */
  contacts: readonly string[];
  version: number;
};

export const MOST_CONTACTS = 10;

/** Shown in one conversation, typed in another of the same person: single use. */
export type LinkCode = { code: Code; conversation: string; until: IsoTime; usedBy?: string };

/** Whose phone it is, by a channel's word: the newest proof, since numbers are given out again. */
export type PhoneProof = { contact: string; at: IsoTime };

/** Somebody filled it into a form as their own; `denied` by whoever has proved it. */
export type PhoneClaim = { contact: string; at: IsoTime; denied?: true };
