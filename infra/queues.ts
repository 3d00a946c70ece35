/** FIFO queues, each with one for the messages that failed for good. */
import { Duration } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { EventSourceMapping } from "aws-cdk-lib/aws-lambda";
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption, type QueueProps } from "aws-cdk-lib/aws-sqs";
import { type Construct } from "constructs";
import { MAX_RECEIVES } from "../functions/spec.ts";
import { type MadeFunction } from "./functions.ts";

const KEPT = Duration.days(14);
/** At least six times the timeout of the function that reads. */
const HIDDEN = Duration.seconds(120);
/** Messages of one group are handled one after another, so a batch is to end within the function's time. */
const BATCH = 5;

const FIFO: QueueProps = {
  fifo: true,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
  enforceSSL: true,
  encryption: QueueEncryption.SQS_MANAGED,
  retentionPeriod: KEPT,
};

export function makeQueues<Name extends string>(scope: Construct, names: readonly Name[]): Record<Name, Queue> {
  const made = names.map((name) => {
    const dead = new Queue(scope, `${name}-dead`, FIFO);
    const deadLetterQueue = { queue: dead, maxReceiveCount: MAX_RECEIVES };
    return [name, new Queue(scope, name, { ...FIFO, visibilityTimeout: HIDDEN, deadLetterQueue })] as const;
  });
  return Object.fromEntries(made) as Record<Name, Queue>;
}

export function feedFromQueue({ handler }: MadeFunction, queue: Queue): void {
  handler.addToRolePolicy(
    new PolicyStatement({
      actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
      resources: [queue.queueArn],
    }),
  );
  new EventSourceMapping(handler, "Queue", {
    target: handler,
    eventSourceArn: queue.queueArn,
    batchSize: BATCH,
    reportBatchItemFailures: true,
  });
}
