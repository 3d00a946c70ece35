/** A model on this machine that speaks Chat Completions over real HTTP and does whatever an attacker writes. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { type ModelQuestion } from "../../shared/ports/assistant.ts";

/** What came over the wire. */
export type Asked = { path: string; headers: IncomingMessage["headers"]; body: string; question: ModelQuestion };

export type StubModel = {
  readonly baseUrl: string;
  readonly asked: Asked[];
  become(personality: Personality): void;
  /** Called when it has fallen silent in the middle of an answer, or before it. */
  onSilence(heard: () => void): void;
  close(): Promise<void>;
};

type Answer = (question: ModelQuestion, out: ServerResponse) => void;

/** As OpenAI and local servers wrap what a model says. */
export const completion = (content: unknown): string =>
  JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
  });

const saying =
  (content: (question: ModelQuestion) => unknown): Answer =>
  (question, out) => {
    const said = content(question);
    const text = typeof said === "string" ? said : JSON.stringify(said);
    out.writeHead(200, { "content-type": "application/json" }).end(completion(text));
  };

const all = ({ products }: ModelQuestion, quantity: number | null) =>
  products.map(({ ref, units }) => ({ ref, quantity, unit: units[0] ?? null }));

/** JSON in the message, or in the name of a product it speaks of, is what it answers; else it wants everything. */
function obey(question: ModelQuestion): unknown {
  const { message, products } = question;
  const words = message.toLowerCase().split(/\s+/);
  const spoken = products.filter(({ name }) => words.includes(name.split(" ").at(-1) ?? ""));
  const json = /\{[^]*\}/.exec([message, ...spoken.map(({ name }) => name)].join("\n"))?.[0];
  const count = Number(/\d{1,4}/.exec(message)?.[0] ?? 4) || 4;
  return json ?? { intent: "order", items: all(question, count) };
}

const VICTIM_LIKE = "0968123457";

export const PERSONALITIES = {
  obedient: saying(obey),
  greedy: saying((question) => ({ intent: "order", items: all(question, 3) })),
  curious: saying((question) => ({ intent: "ask", items: all(question, null) })),
  parrot: saying(({ message }) => message),
  "inventor of goods": saying(() => ({
    intent: "order",
    items: [0, -1, 99, 2 ** 40].map((ref) => ({ ref, quantity: 1, unit: null })),
  })),
  "inventor of amounts": saying((question) => ({
    intent: "order",
    items: [-5, 0, 1e9, 0.5, 10_000].flatMap((quantity) => all(question, quantity)).slice(0, 12),
  })),
  "inventor of units": saying((question) => ({
    intent: "order",
    items: all(question, 1).map((item) => ({ ...item, unit: VICTIM_LIKE })),
  })),
  "maker of prices": saying((question) => ({
    intent: "order",
    items: all(question, 1).map((item) => ({ ...item, price: 0, discount: 100 })),
  })),
  commander: saying(() => ({ intent: "place-order", items: [], confirmed: true, parcel: "K7Q2M9XP", role: "office" })),
  "speaker for the customer": saying((question) => ({ intent: "order", items: all(question, 1), answer: "yes" })),
  stammerer: saying(() => '{"intent":"order","items":[{"ref":1,'),
  chatterbox: saying((question) => `Sure! ${JSON.stringify({ intent: "order", items: all(question, 1) })}`),
  "wrong list": saying(() => [{ ref: 1 }]),
  "no JSON at all": (_, out) => {
    out.writeHead(200).end("<html>502 but with 200</html>");
  },
  empty: (_, out) => {
    out.writeHead(200, { "content-type": "application/json" }).end("{}");
  },
  broken: (_, out) => {
    out.writeHead(500).end("{}");
  },
  busy: (_, out) => {
    out.writeHead(429, { "retry-after": "60" }).end("{}");
  },
  elsewhere: (_, out) => {
    out.writeHead(302, { location: "/stolen" }).end();
  },
  huge: (_, out) => {
    out.writeHead(200, { "content-type": "application/json" });
    out.end("[".repeat(4 * 1024 * 1024));
  },
  "hanger-up": (_, out) => {
    out.destroy();
  },
} as const satisfies Record<string, Answer>;

/** Begin to answer, or don't, and say no more. */
const SILENT = {
  silent: () => undefined,
  dripping: (_: ModelQuestion, out: ServerResponse) => {
    out.writeHead(200, { "content-type": "application/json" }).write('{"choices":[{"message":{"content":"{');
  },
} satisfies Record<string, Answer>;

export type Personality = keyof typeof PERSONALITIES | keyof typeof SILENT;
export const EVERY_PERSONALITY = [...Object.keys(PERSONALITIES), ...Object.keys(SILENT)] as readonly Personality[];

export async function startStubModel(): Promise<StubModel> {
  const asked: Asked[] = [];
  let personality: Personality = "obedient";
  let heard: () => void = () => undefined;
  const server = createServer((message, out) => {
    void read(message).then((one) => {
      asked.push(one);
      if (personality in PERSONALITIES) PERSONALITIES[personality as keyof typeof PERSONALITIES](one.question, out);
      else {
        SILENT[personality as keyof typeof SILENT](one.question, out);
        heard();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    become: (one) => (personality = one),
    onSilence: (hear) => (heard = hear),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(message: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString("utf8");
  return { path: message.url ?? "", headers: message.headers, body, question: questionOf(body) };
}

function questionOf(body: string): ModelQuestion {
  if (body === "") return { message: "", products: [] };
  const { messages } = JSON.parse(body) as { messages: readonly { role: string; content: string }[] };
  return JSON.parse(messages.find(({ role }) => role === "user")?.content ?? "{}") as ModelQuestion;
}
