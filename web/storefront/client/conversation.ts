/** One visitor's conversation: what was said, what waits to be sent, what the shop answered. */
import { type Line, type Memory, newId, recall, remember, type Said } from "./lines.ts";
import { heartbeat, type Message, receive, send } from "./mail.ts";

export type Conversation = {
  readonly memory: Memory;
  readonly messages: readonly Message[];
  say(said: Said, shown: string): void;
  /** Looks for news now, and goes on looking. */
  look(): void;
  setOpen(open: boolean): void;
  unread(): number;
};

const RETRY_MS = [1000, 2000, 5000, 10_000, 30_000];

export function startConversation(changed: (conversation: Conversation) => void): Conversation {
  const memory = recall();
  const messages: Message[] = [];
  const last = () => messages.at(-1)?.seq ?? 0;
  const keep = () => {
    if (memory.open) memory.seen = Math.max(memory.seen, last());
    remember(memory);
    changed(conversation);
  };
  const pulse = heartbeat(async () => {
    // Whoever never wrote has nothing to hear, and needs no cookie.
    if (memory.lines.length === 0) return false;
    const news = (await receive(last())).messages.filter(({ seq }) => seq > last());
    messages.push(...news);
    if (news.length > 0) keep();
    return news.length > 0;
  });
  const post = postman(memory, () => {
    keep();
    pulse.poke();
  });
  const conversation: Conversation = {
    memory,
    messages,
    say(said, shown) {
      memory.lines.push({ id: newId(), said, shown, after: last(), state: "waiting" });
      keep();
      void post();
    },
    look: () => {
      pulse.poke();
    },
    setOpen(open) {
      memory.open = open;
      keep();
    },
    unread: () => messages.filter(({ seq }) => seq > memory.seen).length,
  };
  void post();
  return conversation;
}

/** Sends what waits, one after another and in order, until nothing does. */
function postman(memory: Memory, delivered: () => void): () => Promise<void> {
  let busy = false;
  return async () => {
    if (busy) return;
    busy = true;
    for (let line; (line = memory.lines.find(({ state }) => state === "waiting"));) {
      await deliver(line);
      delivered();
    }
    busy = false;
  };
}

async function deliver(line: Line): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const outcome = await send(line.id, line.said);
    if (outcome !== "again") {
      line.state = outcome;
      return;
    }
    await new Promise((resume) => setTimeout(resume, RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]));
  }
}
