import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { readBody, TOO_LARGE } from "../../functions/read-body.ts";
import { type RunningServer, startServer } from "../../local/server/server.ts";

async function start(): Promise<RunningServer> {
  const server = await startServer({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => server.close(0));
  return server;
}

const url = ({ port }: RunningServer, path = "/"): string => `http://127.0.0.1:${port}${path}`;

it("asks to come again while the shop is still opening", async () => {
  const response = await fetch(url(await start()));
  expect({ status: response.status, after: response.headers.get("retry-after") }).toEqual({ status: 503, after: "1" });
});

it("says which port is taken and what to do about it", async () => {
  const { port } = await start();
  await expect(startServer({ port, host: "127.0.0.1" })).rejects.toThrow(
    `Port ${port} is taken by another program: stop it, or choose another with PORT=3001`,
  );
});

it("ends an answer that is at work before it closes, and takes nothing new", async () => {
  const server = await start();
  const gate = Promise.withResolvers<undefined>();
  const asked = Promise.withResolvers<undefined>();
  server.serve(async () => {
    asked.resolve(undefined);
    await gate.promise;
    return new Response("done");
  });
  const answer = fetch(url(server));
  await asked.promise;
  const closed = server.close();
  await expect(fetch(url(server))).rejects.toThrow();
  gate.resolve(undefined);
  expect(await (await answer).text()).toBe("done");
  await closed;
});

it("closes in the end, even when an answer never comes", async () => {
  const server = await start();
  const asked = Promise.withResolvers<undefined>();
  server.serve(() => {
    asked.resolve(undefined);
    return new Promise(() => undefined);
  });
  const cut = expect(fetch(url(server))).rejects.toThrow();
  await asked.promise;
  await server.close(20);
  await cut;
});

it("reads a body up to its limit, whether its length is told or not", async () => {
  const request = (body: string | ReadableStream, headers = {}) =>
    new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" });
  const streamed = (sizes: readonly number[]) =>
    new ReadableStream({
      start: (controller) => {
        for (const size of sizes) controller.enqueue(new Uint8Array(size));
        controller.close();
      },
    });
  expect(await readBody(request("abc"), 3)).toEqual(new TextEncoder().encode("abc"));
  expect(await readBody(request("abcd"), 3)).toBe(TOO_LARGE);
  expect(await readBody(request(streamed([2, 1])), 3)).toEqual(Buffer.alloc(3));
  expect(await readBody(request(streamed([2, 2])), 3)).toBe(TOO_LARGE);
  expect(await readBody(request("a", { "content-length": "99" }), 3)).toBe(TOO_LARGE);
});

it("answers 413 to a flood without reading on", async () => {
  const server = await start();
  server.serve(async (request) => {
    const body = await readBody(request, 64 * 1024);
    return new Response(null, body === TOO_LARGE ? { status: 413, headers: { connection: "close" } } : {});
  });
  const { answer, written } = await flood(server.port);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(written).toBeLessThan(16 * 1024 * 1024);
});

/** Sends chunks until the other side answers or closes; a hundred megabytes at most. */
async function flood(port: number): Promise<{ answer: string; written: number }> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (data) => (answer += data.toString()));
  socket.on("error", () => undefined);
  socket.write("POST /webhooks/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
  const chunk = Buffer.concat([Buffer.from("10000\r\n"), Buffer.alloc(65_536, 32), Buffer.from("\r\n")]);
  let written = 0;
  while (!socket.destroyed && answer === "" && written < 100 * 1024 * 1024) {
    if (!socket.write(chunk)) await Promise.race([new Promise((drained) => socket.once("drain", drained)), pause(20)]);
    written += chunk.length;
  }
  while (!socket.destroyed && answer === "") await pause(5);
  socket.destroy();
  return { answer, written };
}
