/** A DynamoDB to test against: the one at DYNAMODB_ENDPOINT, else DynamoDB Local in memory on a free port. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { dynamoDbJars } from "./jars.ts";

export type LocalDynamoDb = { readonly endpoint: string; stop(): void };

const MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";
const TRIES = 120;
const PAUSE_MS = 250;

/** Answers why there is none where it can't be had. Only in CI is it fetched on the way. */
export async function startDynamoDb(): Promise<LocalDynamoDb | { readonly missing: string }> {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  if (endpoint) return { endpoint, stop: () => undefined };
  const jars = await dynamoDbJars({ fetch: Boolean(process.env.CI) });
  if ("missing" in jars) return jars;
  const port = await freePort();
  const server = spawn(
    "java",
    [
      "-Xmx512m",
      `-Djava.library.path=${jars.folder}`,
      "-cp",
      `${jars.folder}/*`,
      MAIN,
      "-inMemory",
      "-disableTelemetry",
      "-port",
      String(port),
    ],
    { stdio: "ignore" },
  );
  const local = { endpoint: `http://127.0.0.1:${port}`, stop: () => server.kill() };
  process.once("exit", local.stop);
  for (let tries = 0; tries < TRIES && server.exitCode === null; tries++) {
    if (await answers(local.endpoint)) return local;
    await sleep(PAUSE_MS);
  }
  local.stop();
  return { missing: `DynamoDB Local did not answer on port ${port} (exit code ${String(server.exitCode)})` };
}

/** Any HTTP answer will do: it refuses an unsigned request. */
const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint, { signal: AbortSignal.timeout(PAUSE_MS * 8) }).then(
    () => true,
    () => false,
  );

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address) resolve(address.port);
        else reject(new Error("No free port"));
      });
    });
  });
