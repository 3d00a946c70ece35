/** A batch of a FIFO queue: groups side by side; within one, the first failure stops what comes after it. */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { type App } from "../../shared/ports/app.ts";
import { type Delivered } from "../../shared/ports/queue.ts";
import { type QueueReaction } from "../reaction.ts";
import { MAX_RECEIVES } from "../spec.ts";

export async function runBatch(reaction: QueueReaction, app: App, { Records }: SQSEvent): Promise<SQSBatchResponse> {
  const groups = Map.groupBy(Records, (record) => record.attributes.MessageGroupId ?? record.messageId);
  const failed = await Promise.all([...groups.values()].map((group) => runGroup(reaction, app, group)));
  return { batchItemFailures: failed.flat().map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

/** Answers the failed one and all behind it, which must not overtake it. */
async function runGroup(reaction: QueueReaction, app: App, group: readonly SQSRecord[]): Promise<readonly SQSRecord[]> {
  for (const [place, record] of group.entries()) {
    try {
      await reaction.run(app, deliveredOf(record));
    } catch (error) {
      app.log.error("queue.message-failed", error, { id: record.messageId, receives: receivesOf(record) });
      return group.slice(place);
    }
  }
  return [];
}

const receivesOf = ({ attributes }: SQSRecord): number => Number(attributes.ApproximateReceiveCount);

const deliveredOf = (record: SQSRecord): Delivered => ({
  id: record.messageId,
  group: record.attributes.MessageGroupId ?? record.messageId,
  body: parse(record),
  receiveCount: receivesOf(record),
  lastTry: receivesOf(record) >= MAX_RECEIVES,
});

/** The parser's own error would quote what a person said. */
function parse({ body, messageId }: SQSRecord): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new Error(`The message ${messageId} of the queue is not JSON: it was not put there by this program`);
  }
}
