/** A client that talks to a local server, and the words in which the tests speak of its answers. */
import { onTestFinished } from "vitest";
import { createZaloClient, fixedToken } from "../src/client.ts";
import { isZaloError, type ZaloError } from "../src/errors.ts";
import { startLocalServer, type Answer, type Handler } from "./local-server.ts";

export const USER = "246845883529197922";

export const ok = (data: unknown = {}): Answer => ({ json: { error: 0, message: "Success", data } });
/** Zalo refuses with HTTP 200. */
export const refused = (error: number, message = "no"): Answer => ({ json: { error, message } });

/** Closed when the test ends. */
export async function answering(answer: Answer | Handler) {
  const server = await startLocalServer(typeof answer === "function" ? answer : () => answer);
  onTestFinished(() => server.close());
  /** The JSON of what was sent; undefined for a GET. */
  const bodies = () =>
    server.seen.map(({ body }) => (body.length === 0 ? undefined : (JSON.parse(String(body)) as unknown)));
  return { ...server, bodies };
}

export async function clientOf(answer: Answer | Handler, { timeoutMs = 5_000, now = 0 } = {}) {
  const server = await answering(answer);
  const clock = () => now;
  return { client: createZaloClient({ tokens: fixedToken("at-1"), apiRoot: server.root, timeoutMs, clock }), server };
}

export async function refusal(work: Promise<unknown>): Promise<ZaloError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isZaloError(error)) throw new Error(`A ZaloError was expected, not ${String(error)}.`);
  return error;
}
