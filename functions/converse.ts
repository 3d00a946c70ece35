/** One message of the inbox: a step of the dialogue, one commit, then the replies. */
import { converse } from "../bots/dialogue/converse.ts";
import { onQueue } from "./reaction.ts";

export const handler = onQueue(converse);
