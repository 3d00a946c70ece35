/** The Queue port over SQS FIFO queues, by signed requests: the doors of the channels are too small for an SDK. */
import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { type Queue, type QueueName } from "../../ports/queue.ts";

export type SqsOptions = {
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  /** Instead of the host in the queues' addresses. */
  readonly endpoint?: string;
  /** Only queues that the function may send to have an address here. */
  readonly urls: Readonly<Partial<Record<QueueName, string>>>;
};

/** Zalo waits 2 s for the whole path, so a queue that hangs is given up earlier. */
const ANSWER_MS = 1500;
const RETRIES = 2;
const MAX_ID = 128;

export function sqsQueue({ region, credentials, endpoint, urls }: SqsOptions): Queue {
  const client = new AwsClient({ ...credentials, region, service: "sqs", retries: RETRIES });
  return {
    async send(queue, { group, dedupeId, body }) {
      const url = urls[queue];
      if (url === undefined) throw new Error(`This function may not send to the queue "${queue}": see its permissions`);
      const answer = await client.fetch(new URL("/", endpoint ?? url), {
        method: "POST",
        headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "AmazonSQS.SendMessage" },
        body: JSON.stringify({
          QueueUrl: url,
          MessageBody: JSON.stringify(body),
          MessageGroupId: queueId(group),
          MessageDeduplicationId: queueId(dedupeId),
        }),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      if (answer.ok) return;
      throw new Error(`SQS answered ${answer.status} (${await errorType(answer)}) for the queue "${queue}"`);
    },
  };
}

/** SQS takes ids of 128 letters, digits and ASCII marks; what is longer or stranger goes by its hash. */
const queueId = (id: string): string =>
  id.length <= MAX_ID && /^[\x21-\x7e]+$/.test(id) ? id : createHash("sha256").update(id).digest("hex");

async function errorType(answer: Response): Promise<string> {
  const [, type] = /"__type"\s*:\s*"([^"]*)"/.exec(await answer.text()) ?? [];
  return type ?? "no type given";
}
