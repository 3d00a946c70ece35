/** A real HTTP server on a free port that records what it is asked and answers as told. For this package's tests. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Seen = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
};

/** What to answer: JSON with a status, raw text, or one of the ways in which an answer gets lost. */
export type Answer =
  | { readonly json: unknown; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly text: string; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly lost: "silence" | "hang up" };

export type Handler = (seen: Seen) => Answer | Promise<Answer>;

export type LocalServer = { readonly root: string; readonly seen: Seen[]; readonly close: () => Promise<void> };

export async function startLocalServer(handler: Handler): Promise<LocalServer> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const asked = await read(request);
      seen.push(asked);
      reply(response, await handler(asked));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { root: `http://127.0.0.1:${port}`, seen, close: () => closed(server) };
}

async function read(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? "/", "http://localhost");
  const query = Object.fromEntries(url.searchParams);
  const { method = "", headers } = request;
  return { method, path: url.pathname, query, headers, body: Buffer.concat(chunks) };
}

function reply(response: ServerResponse, answer: Answer): void {
  if ("lost" in answer) {
    if (answer.lost === "hang up") response.destroy();
    return;
  }
  response.writeHead(answer.status ?? 200, answer.headers);
  response.end("json" in answer ? JSON.stringify(answer.json) : answer.text);
}

async function closed(server: ReturnType<typeof createServer>): Promise<void> {
  const done = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await done;
}
