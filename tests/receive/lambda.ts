/** One function of the list, bundled and running in a process of its own with Lambda's environment. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { functions } from "../../functions/index.ts";
import { bundle } from "../../local/build/bundle.ts";

export type Lambda = { invoke(event: object): Promise<unknown>; log(): string; stop(): void };

const LAMBDA = {
  AWS_REGION: "ap-southeast-1",
  AWS_ACCESS_KEY_ID: "AKID",
  AWS_SECRET_ACCESS_KEY: "secret",
  AWS_SESSION_TOKEN: "session",
};

export async function startLambda(name: string, environment: Readonly<Record<string, string>>): Promise<Lambda> {
  const spec = functions.find((one) => one.name === name);
  if (!spec) throw new Error(`${name} is not in the list`);
  const { file } = await bundle(spec);
  const child = fork(join(import.meta.dirname, "run-handler.ts"), [file], {
    env: { ...LAMBDA, ...environment },
    execArgv: [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const lines: string[] = [];
  child.stderr?.on("data", (chunk: Buffer) => lines.push(chunk.toString()));
  await once(child, "message");
  return {
    async invoke(event) {
      child.send(event);
      const [outcome] = (await once(child, "message")) as [{ answer?: unknown; error?: string }];
      if (outcome.error !== undefined) throw new Error(outcome.error);
      return outcome.answer;
    },
    log: () => lines.join(""),
    stop: () => child.kill(),
  };
}

/** What API Gateway hands over for a POST. */
export function httpEvent(path: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) {
  return {
    version: "2.0",
    routeKey: `POST ${path}`,
    rawPath: path,
    rawQueryString: "",
    headers: { "content-type": "application/json", "x-forwarded-proto": "https", ...headers },
    requestContext: { domainName: "market.example", http: { method: "POST", path, sourceIp: "192.0.2.1" } },
    body: Buffer.from(body).toString("base64"),
    isBase64Encoded: true,
  };
}
