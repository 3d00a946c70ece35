/** The embedded home's HTTP server: it listens before the home is open, and ends without cutting an answer short. */
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { SECOND } from "../../shared/domain/time.ts";

export type Fetch = (request: Request) => Response | Promise<Response>;

export type RunningServer = {
  readonly port: number;
  /** From now on requests are answered; before, they are told to come again. */
  serve(fetch: Fetch): void;
  /** Takes no new requests and waits for those at work, at most `patienceMs`. */
  close(patienceMs?: number): Promise<void>;
};

const REQUEST_MS = 30 * SECOND;
const HEADERS_MS = 10 * SECOND;
/** Longer than proxies keep theirs, so that none sends into a connection that is being closed. */
const IDLE_MS = 65 * SECOND;
const PATIENCE_MS = 5 * SECOND;

const notYet: Fetch = () => new Response("Starting\n", { status: 503, headers: { "retry-after": "1" } });

/** `port` 0 takes a free one; without a host every address of this machine is listened on. Rejects with a sentence that names the cure when the port is taken. */
export async function startServer({ port, host }: { port: number; host?: string }): Promise<RunningServer> {
  let answer = notYet;
  const listener = getRequestListener((request) => answer(request));
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS }, (incoming, outgoing) => {
    void listener(incoming, outgoing);
    // Clients keep connections open: one that answered its last request must not hold up the end.
    outgoing.once("close", () => {
      if (!server.listening) server.closeIdleConnections();
    });
  });
  server.keepAliveTimeout = IDLE_MS;
  await listen(server, { port, ...(host === undefined ? {} : { host }) });
  return {
    port: (server.address() as AddressInfo).port,
    serve: (fetch) => {
      answer = fetch;
    },
    close: (patienceMs = PATIENCE_MS) => close(server, patienceMs),
  };
}

function listen(server: Server, address: { port: number; host?: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(explained(error, address.port));
    });
    server.listen(address, resolve);
  });
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new Error(`Port ${port} is taken by another program: stop it, or choose another with PORT=3001`, {
      cause: error,
    });
  if (error.code === "EACCES")
    return new Error(`This user may not listen on port ${port}: choose one above 1023 with PORT=3000`, {
      cause: error,
    });
  return error;
}

function close(server: Server, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, patienceMs).unref();
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
