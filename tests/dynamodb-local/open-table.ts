/** An empty table of the cloud's shape, and the port over it. */
import { CreateTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type DynamoAddress, dynamoClient } from "../../shared/adapters/dynamodb/client.ts";
import { type Pace } from "../../shared/adapters/dynamodb/pace.ts";
import { openDynamoTable } from "../../shared/adapters/dynamodb/table.ts";
import { type Clock } from "../../shared/ports/clock.ts";
import { type Table } from "../../shared/ports/table.ts";
import { seededRandom } from "../fakes/random.ts";

/** Real time with seeded jitter: a real server needs real pauses. */
export const realPace = (seed = 1): Pace => ({
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: seededRandom(seed),
});

export const localClient = (endpoint: string, options: DynamoAddress = {}): DynamoDBClient =>
  dynamoClient({
    endpoint,
    region: "ap-southeast-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    ...options,
  });

const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: "HASH" as const },
  { AttributeName: range, KeyType: "RANGE" as const },
];

export async function openLocalTable(client: DynamoDBClient, name: string, clock: Clock): Promise<Table> {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "sk", "gsi1pk", "gsi1sk"].map((AttributeName) => ({
        AttributeName,
        AttributeType: "S",
      })),
      KeySchema: key("pk", "sk"),
      GlobalSecondaryIndexes: [
        { IndexName: "gsi1", KeySchema: key("gsi1pk", "gsi1sk"), Projection: { ProjectionType: "KEYS_ONLY" } },
      ],
    }),
  );
  return openDynamoTable({ client, name, clock, pace: realPace() });
}
