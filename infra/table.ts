/** The one table, and the stream that carries its outbox. */
import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, ProjectionType, StreamViewType, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { EventSourceMapping, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { type Construct } from "constructs";
import { OUTBOX_PREFIX } from "../shared/ports/table.ts";
import { type MadeFunction } from "./functions.ts";

/** DynamoDB gives a function at most so many changes at once. */
const BATCH = 100;

const text = (name: string) => ({ name, type: AttributeType.STRING });

export const makeTable = (scope: Construct): TableV2 =>
  new TableV2(scope, "Market", {
    partitionKey: text("pk"),
    sortKey: text("sk"),
    billing: Billing.onDemand(),
    dynamoStream: StreamViewType.NEW_IMAGE,
    timeToLiveAttribute: "expiresAt",
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    globalSecondaryIndexes: [
      {
        indexName: "gsi1",
        partitionKey: text("gsi1pk"),
        sortKey: text("gsi1sk"),
        projectionType: ProjectionType.KEYS_ONLY,
      },
    ],
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });

/** Inserts of outbox items alone; what the bus does not take is brought back until the stream forgets it, after a day. */
export function feedFromOutbox(table: TableV2, { handler }: MadeFunction): void {
  const stream = table.tableStreamArn;
  if (stream === undefined) throw new Error("The table has no stream");
  handler.addToRolePolicy(
    new PolicyStatement({
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      resources: [stream],
    }),
  );
  // IAM knows no narrower resource for this action.
  handler.addToRolePolicy(new PolicyStatement({ actions: ["dynamodb:ListStreams"], resources: ["*"] }));
  const outbox = { eventName: ["INSERT"], dynamodb: { Keys: { pk: { S: [{ prefix: OUTBOX_PREFIX }] } } } };
  new EventSourceMapping(handler, "Outbox", {
    target: handler,
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: BATCH,
    reportBatchItemFailures: true,
    filters: [{ pattern: JSON.stringify(outbox) }],
  });
}
