/** Carrying messages to the shop and back over networks that come and go. */
import { type Said } from "./lines.ts";

export type Message = {
  seq: number;
  text: string;
  photo?: string;
  choices?: { label: string; payload: string }[];
  link?: { label: string; url: string };
};

/** `again`: nobody knows or not now; the same id may be sent again. */
export async function send(id: string, said: Said): Promise<"sent" | "refused" | "again"> {
  const status = await post(id, said);
  // A cookie of an earlier shop is of no use; asking for messages takes it away.
  if (status === 401) {
    await receive(0).catch(() => undefined);
    return outcome(await post(id, said));
  }
  return outcome(status);
}

const outcome = (status: number): "sent" | "refused" | "again" =>
  status === 200 ? "sent" : status >= 400 && status < 500 && status !== 429 ? "refused" : "again";

/** AbortSignal.timeout() is younger than many phones. */
function patience(): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => {
    controller.abort();
  }, 15_000);
  return controller.signal;
}

async function post(id: string, said: Said): Promise<number> {
  try {
    const response = await fetch("/chat/messages", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id, ...said }),
      signal: patience(),
    });
    return response.status;
  } catch {
    return 0;
  }
}

export async function receive(after: number): Promise<{ messages: Message[]; last: number }> {
  const response = await fetch(`/chat/messages?after=${after}`, { signal: patience() });
  if (!response.ok) throw new Error(`The shop answered ${response.status}`);
  return (await response.json()) as { messages: Message[]; last: number };
}

/** Runs `task` soon after being poked, then ever more seldom; not at all while nobody looks. */
export function heartbeat(task: () => Promise<boolean>): { poke(): void } {
  const soon = [120, 180, 300, 500, 900, 1500, 2000];
  const slowest = 30_000;
  let beats = 0;
  let timer: number | undefined;
  const wait = () => soon[beats] ?? Math.min(2000 * 1.5 ** (beats - soon.length), slowest);
  const beat = async () => {
    if (document.hidden) return;
    const something = await task().catch(() => false);
    beats = something ? 0 : beats + 1;
    timer = setTimeout(() => void beat(), wait());
  };
  const poke = () => {
    beats = 0;
    clearTimeout(timer);
    timer = setTimeout(() => void beat(), 0);
  };
  document.addEventListener("visibilitychange", poke);
  addEventListener("online", poke);
  return { poke };
}
