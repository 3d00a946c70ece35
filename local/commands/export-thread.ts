/** How exports name a thread. */
import { parseConversationId } from "../../shared/domain/conversation.ts";

export function thread(conversation: string): { channel: string; chat: string } {
  const { channel, chat } = parseConversationId(conversation);
  return { channel, chat };
}
