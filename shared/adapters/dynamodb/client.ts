/** How DynamoDB is spoken to: one attempt a request, and none that hangs. */
import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

const CONNECT_MS = 1000;
const ANSWER_MS = 2000;

export type DynamoAddress = Pick<DynamoDBClientConfig, "credentials" | "endpoint" | "region" | "requestHandler">;

export const dynamoClient = (address: DynamoAddress): DynamoDBClient =>
  new DynamoDBClient({
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS, throwOnRequestTimeout: true },
    ...address,
    maxAttempts: 1,
  });
