/**
 * Buyers who write over HTTP and wait for the answer: on a thread of their own, so that the shop does not wait while
 * they write, and their CPU time is told apart from its own.
 */
import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** What one chat says, each message after the answer to the one before. */
export type Talk = { readonly chat: number; readonly says: readonly string[] };

type Door = { port: number; secret: string };
type ToBuyers = { hold: readonly Talk[]; atOnce: number } | { answered: string };

export type Buyers = {
  /** How many milliseconds each talk took, from its first message to its last answer. */
  hold(talks: readonly Talk[], atOnce: number): Promise<readonly number[]>;
  answered(chat: string): void;
  cpuMs(): Promise<number>;
  end(): Promise<unknown>;
};

export function startBuyers(door: Door): Buyers {
  const worker = new Worker(new URL(import.meta.url), { workerData: door });
  const tell = (what: ToBuyers): void => {
    worker.postMessage(what);
  };
  return {
    async hold(talks, atOnce) {
      tell({ hold: talks, atOnce });
      const [times] = (await once(worker, "message")) as [readonly number[]];
      return times;
    },
    answered: (chat) => {
      tell({ answered: chat });
    },
    async cpuMs() {
      const { user, system } = await worker.cpuUsage();
      return (user + system) / 1000;
    },
    end: () => worker.terminate(),
  };
}

if (!isMainThread) buy(workerData as Door);

function buy(door: Door): void {
  const waiting = new Map<string, () => void>();
  const agent = new Agent({ keepAlive: true });
  let update = 0;

  async function say(chat: number, text: string): Promise<void> {
    const from = { id: chat, is_bot: false, first_name: "Bench" };
    const message = { message_id: ++update, date: 1_790_000_000, chat: { id: chat, type: "private" }, from, text };
    const answer = new Promise<void>((resolve) => waiting.set(String(chat), resolve));
    await post(door, agent, JSON.stringify({ update_id: update, message }));
    await answer;
  }

  async function hold({ chat, says }: Talk): Promise<number> {
    const began = performance.now();
    for (const text of says) await say(chat, text);
    return performance.now() - began;
  }

  async function holdAll(talks: readonly Talk[], atOnce: number): Promise<readonly number[]> {
    const left = [...talks];
    const times: number[] = [];
    const lane = async (): Promise<void> => {
      for (let talk = left.shift(); talk; talk = left.shift()) times.push(await hold(talk));
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    return times;
  }

  parentPort?.on("message", (told: ToBuyers) => {
    if ("answered" in told) waiting.get(told.answered)?.();
    else void holdAll(told.hold, told.atOnce).then((times) => parentPort?.postMessage(times));
  });
}

async function post({ port, secret }: Door, agent: Agent, body: string): Promise<void> {
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "x-telegram-bot-api-secret-token": secret,
  };
  const sending = request({ host: "127.0.0.1", port, agent, method: "POST", path: "/webhooks/telegram", headers });
  sending.end(body);
  const [response] = (await once(sending, "response")) as [IncomingMessage];
  response.resume();
  await once(response, "end");
  if (response.statusCode !== 200) throw new Error(`The webhook answered ${String(response.statusCode)}`);
}
