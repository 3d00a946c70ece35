import * as z from "zod/mini";
import { type IsoTime } from "../shared/domain/time.ts";
import { defineEvent } from "./envelope.ts";

/** Fires when a customer's thread was given to a person. */
export const ConversationHandedOver = defineEvent(
  "conversation.handed-over",
  1,
  z.object({ conversation: z.string() }),
);

/** Fires at the time a reply that could not be sent is to be tried again. */
export const ReplyDelayed = defineEvent(
  "reply.delayed",
  1,
  z.object({ conversation: z.string(), turn: z.number(), reply: z.number(), part: z.number(), tries: z.number() }),
);

/** Fires when somebody to follow up was recorded. */
export const LeadCaptured = defineEvent("lead.captured", 1, z.object({ leadId: z.string() }));

/** Fires when a turn was written for a conversation from outside it: a person's answer, or word that the bot is back. */
export const ConversationAnswered = defineEvent(
  "conversation.answered",
  1,
  z.object({ conversation: z.string(), turn: z.number() }),
);

/** Fires when a person has been silent for so long that the bot may take the conversation back. */
export const ConversationIdle = defineEvent(
  "conversation.idle",
  1,
  z.object({ conversation: z.string(), since: z.custom<IsoTime>((value) => typeof value === "string") }),
);

/** Fires when a customer wrote in a conversation that a person of ours holds. */
export const ConversationContinued = defineEvent(
  "conversation.continued",
  1,
  z.object({ conversation: z.string(), turn: z.number() }),
);
