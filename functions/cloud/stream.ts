/** Records of the table's stream: inserts of outbox items, in the order they were written. */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { type Envelope } from "../../events/envelope.ts";
import { type Log } from "../../shared/ports/log.ts";
import { OUTBOX_PREFIX } from "../../shared/ports/table.ts";
import { readOutboxItem } from "../../shared/stores/outbox.ts";
import { type OutboxReaction, type Publisher } from "../reaction.ts";

type Outgoing = { readonly envelope: Envelope; readonly sequence: string };

/** The stream comes again from the lowest sequence number that is reported. */
export async function runStream(
  reaction: OutboxReaction,
  publisher: Publisher,
  { Records }: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> {
  const outgoing = Records.flatMap((record) => read(record, publisher.log) ?? []);
  const left = await reaction.run(
    publisher,
    outgoing.map(({ envelope }) => envelope),
  );
  const lowest = outgoing[Math.min(...left)];
  return { batchItemFailures: lowest ? [{ itemIdentifier: lowest.sequence }] : [] };
}

/** An item that holds no event is told of and passed over: it would hold up the whole shard for a day. */
function read({ eventName, dynamodb }: DynamoDBRecord, log: Log): Outgoing | undefined {
  const { NewImage: image, SequenceNumber: sequence = "" } = dynamodb ?? {};
  if (eventName !== "INSERT" || !image?.["pk"]?.S?.startsWith(OUTBOX_PREFIX)) return undefined;
  try {
    return { envelope: readOutboxItem({ envelope: image["envelope"]?.S }), sequence };
  } catch (error) {
    log.error("outbox.unreadable", error, { sequence });
    return undefined;
  }
}
