/** A DynamoDB that answers by a script, for what no emulator does on demand: throttles, conflicts, lost answers. */
import { Readable } from "node:stream";
import { dynamoClient } from "../../shared/adapters/dynamodb/client.ts";
import { openDynamoTable } from "../../shared/adapters/dynamodb/table.ts";
import { type Table } from "../../shared/ports/table.ts";
import { settableClock } from "../fakes/clock.ts";

export type Call = { readonly act: string; readonly input: Record<string, unknown> };

export type Answer =
  | { readonly body: object }
  | { readonly error: string; readonly status?: number; readonly body?: object }
  /** The connection breaks: nobody can say whether the request was taken. */
  | "lost";

export const done: Answer = { body: {} };
export const throttled: Answer = { error: "ThrottlingException" };
export const conflict: Answer = {
  error: "TransactionCanceledException",
  body: { CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict" }] },
};

/** The condition of a plain write failed on this item. */
export const refusedBy = (Item?: object): Answer => ({ error: "ConditionalCheckFailedException", body: { Item } });

export const cancelled = (...reasons: readonly (object | undefined)[]): Answer => ({
  error: "TransactionCanceledException",
  body: { CancellationReasons: reasons.map((reason) => reason ?? { Code: "None" }) },
});

type HttpRequest = { headers: Record<string, string>; body: Uint8Array };

/** The last answer of the script is given for ever; one may depend on what was asked. */
export function scripted(...script: readonly (Answer | ((act: string) => Answer))[]) {
  const calls: Call[] = [];
  const waits: number[] = [];
  const client = dynamoClient({
    region: "ap-southeast-1",
    credentials: { accessKeyId: "x", secretAccessKey: "x" },
    requestHandler: {
      metadata: { handlerProtocol: "http/1.1" },
      handle({ headers, body }: HttpRequest) {
        const input = JSON.parse(Buffer.from(body).toString()) as Record<string, unknown>;
        const act = headers["x-amz-target"]?.split(".")[1] ?? "";
        calls.push({ act, input });
        const next = script[Math.min(calls.length, script.length) - 1] ?? done;
        const answer = typeof next === "function" ? next(act) : next;
        return answer === "lost" ? Promise.reject(new Error("socket hang up")) : Promise.resolve(respond(answer));
      },
    },
  });
  const pace = {
    now: () => waits.reduce((sum, wait) => sum + wait, 0),
    wait: (milliseconds: number) => Promise.resolve(void waits.push(milliseconds)),
    random: () => 0.5,
  };
  const table: Table = openDynamoTable({ client, name: "shop", clock: settableClock(), pace });
  return { table, calls, waits, acts: () => calls.map(({ act }) => act) };
}

function respond(answer: Exclude<Answer, "lost">) {
  const isError = "error" in answer;
  const body = isError ? { __type: `com.amazonaws.dynamodb#${answer.error}`, ...answer.body } : answer.body;
  return {
    response: {
      statusCode: isError ? (answer.status ?? 400) : 200,
      headers: { "content-type": "application/x-amz-json-1.0" },
      body: Readable.from([Buffer.from(JSON.stringify(body))]),
    },
  };
}
