/**
 * A customer is told where the order was placed; where that contact takes nothing (blocked, its window closed, its channel
 * not configured), at the next one of theirs, the one used last first. Once, on one contact.
 */
import { type Conversation, conversationId, parseConversationId, type Turn } from "../../shared/domain/conversation.ts";
import { type Outgoing } from "../../shared/domain/message.ts";
import { type App } from "../../shared/ports/app.ts";
import { findConversations, repliesSent, replySent, turnMadeBy } from "../../shared/stores/conversations.ts";
import { findCustomer } from "../../shared/stores/customers.ts";
import { type State } from "./state.ts";
import { notify } from "./take-turn.ts";
import { tell, type Voice, withChoices } from "./tell.ts";
import { textsOf } from "./texts.ts";

/** "nobody": no contact takes it, and somebody has to call. */
export async function tellCustomer(
  app: App,
  conversation: string,
  eventId: string,
  words: (voice: Voice) => Outgoing,
): Promise<"told" | "nobody"> {
  if ((await tell(app, conversation, eventId, words)) !== "refused") return "told";
  const turn = await turnMadeBy(app.table, conversation, eventId);
  return turn && (await sendElsewhere(app, conversation, turn)) !== undefined ? "told" : "nobody";
}

/** What a contact would not take goes out on another; answers which, or undefined where none takes it. */
export async function sendElsewhere(app: App, conversation: string, turn: Turn): Promise<string | undefined> {
  const unsent = turn.out.slice(await repliesSent(app.table, conversation, turn.seq));
  for (const contact of await otherContacts(app, conversation)) {
    const told = await notify(app, contact, `elsewhere:${conversation}:${turn.seq}`, ({ state }) => ({
      state: withChoices(state, unsent),
      replies: signed(turn, unsent, state),
    }));
    if (told === "refused") continue;
    // The first contact may take messages again when this is delivered once more: its turn has nothing left to say.
    const settled = [replySent(conversation, turn.seq, unsent.length)];
    const marked = await app.table.commit(settled, { token: app.ids.random("cmt") });
    if (!marked.done) app.log.warn("reply.not-marked", { turn: turn.seq });
    return conversationId(contact);
  }
  return undefined;
}

async function otherContacts(app: App, conversation: string): Promise<readonly Conversation<State>[]> {
  const customer = await findCustomer(app.table, conversation, { strong: false });
  const others = customer?.contacts.filter((contact) => contact !== conversation) ?? [];
  const found = await findConversations<State>(app.table, others);
  return found.toSorted((one, other) => (one.lastIncomingAt < other.lastIncomingAt ? 1 : -1));
}

/** Where a person of ours speaks in a thread that has heard the machine alone, it is said who speaks. */
function signed({ by }: Turn, [first, ...rest]: readonly Outgoing[], state: State): readonly Outgoing[] {
  if (!first) return [];
  const { personSpeaks } = textsOf(state);
  const known = by !== "person" || first.text.startsWith(personSpeaks);
  return [known ? first : { ...first, text: `${personSpeaks}\n${first.text}` }, ...rest];
}

/** "Zalo": what people call the channel of a contact. */
export async function channelTitle(app: App, contact: string): Promise<string> {
  const { channel } = parseConversationId(contact);
  return (await app.channels.get(channel))?.manifest.title ?? channel;
}
