/** The pretend Telegram behind a real HTTP server, and our channel in front of it. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { openChannel } from "../../bots/telegram/channel.ts";
import { simulate } from "../../bots/telegram/simulator.ts";
import { webhook } from "../../bots/telegram/webhook.ts";
import { SqliteFile } from "../../shared/adapters/sqlite/file.ts";
import { SqliteTable } from "../../shared/adapters/sqlite/table.ts";
import { type Incoming } from "../../shared/domain/message.ts";
import { type Channel, type ChannelSettings } from "../../shared/ports/channel.ts";
import { settableClock } from "../fakes/clock.ts";
import { seededIds } from "../fakes/ids.ts";
import { collectingLog } from "../fakes/log.ts";

/** Enough of a PNG to be taken for one. */
export const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4]);
export const CHAT = "900001";

/** Serves on a free port of this machine until the test ends; a handler that throws closes the socket. */
export async function serve(answer: (request: Request) => Promise<Response> | Response): Promise<string> {
  const server = createServer((message, out) => void respond(message, out, answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function respond(
  message: IncomingMessage,
  out: ServerResponse,
  answer: (request: Request) => Promise<Response> | Response,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const request = new Request(`http://${message.headers.host ?? ""}${message.url ?? ""}`, {
    method: message.method ?? "GET",
    headers: message.headers as Record<string, string>,
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
  try {
    const response = await answer(request);
    out.writeHead(response.status, Object.fromEntries(response.headers)).end(Buffer.from(await response.arrayBuffer()));
  } catch {
    out.destroy();
  }
}

/** An address of this machine where nobody listens; fetch itself refuses ports as low as 1. */
export const NOBODY = "http://127.0.0.1:61999";

export function open(settings: ChannelSettings, publicUrl = "http://localhost:3000") {
  const clock = settableClock();
  const log = collectingLog();
  const file = new SqliteFile({ path: ":memory:" });
  onTestFinished(() => file.close());
  const channel: Channel = openChannel({ settings, fetch, table: new SqliteTable(file, clock), clock, log, publicUrl });
  return { channel, clock, log };
}

/** One person has written already, so that the bot may answer. */
export async function openMarket(settings: ChannelSettings = {}, publicUrl?: string) {
  const inbox: Incoming[] = [];
  const gate = { open: true };
  const asked: ((method: string) => void)[] = [];
  const root = await serve((request) => {
    for (const hear of asked) hear(request.url);
    return simulator.handle(request);
  });
  const clock = settableClock();
  const simulator = simulate({
    apiRoot: `${root}/simulator/telegram`,
    clock,
    ids: seededIds(),
    deliver: (path, headers, body) => {
      if (!gate.open) return Promise.resolve(503);
      const verdict = webhook({ method: "POST", path, headers, body }, simulator.settings, clock.now());
      if (verdict.kind === "accepted") inbox.push(...verdict.incoming);
      return Promise.resolve(verdict.kind === "rejected" ? verdict.status : 200);
    },
  });
  const person = simulator.person(CHAT, "Mai");
  await person.say("xin chào");
  inbox.length = 0;
  return {
    ...open({ ...simulator.settings, ...settings }, publicUrl),
    simulator,
    person,
    inbox,
    root,
    /** While closed, our webhook answers 503. */
    gate,
    heard: () => person.messages().filter(({ from }) => from === "us"),
    /** Resolves when the server is asked for this method. */
    askedFor: (method: string) =>
      new Promise<void>((resolve) => {
        asked.push((url) => {
          if (url.endsWith(`/${method}`)) resolve();
        });
      }),
  };
}
