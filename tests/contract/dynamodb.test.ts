/** The Table port on DynamoDB Local, or on any endpoint given in DYNAMODB_ENDPOINT. */
import { randomUUID } from "node:crypto";
import { afterAll, describe, it } from "vitest";
import { localClient, openLocalTable } from "../dynamodb-local/open-table.ts";
import { startDynamoDb } from "../dynamodb-local/start.ts";
import { tableSuite } from "./table-suite.ts";

const local = await startDynamoDb();

if ("missing" in local) {
  console.log(`Skipped: the table port on DynamoDB: ${local.missing}`);
  describe("the table port on DynamoDB", () => {
    it.skipIf(true)(`runs where DynamoDB Local can be had: ${local.missing}`, () => undefined);
  });
} else {
  const client = localClient(local.endpoint);
  afterAll(() => {
    client.destroy();
    local.stop();
  });
  tableSuite("DynamoDB", async (clock) => ({
    table: await openLocalTable(client, `contract-${randomUUID()}`, clock),
    catchUp: () => new Promise((resolve) => setTimeout(resolve, 50)),
    close: () => Promise.resolve(),
  }));
}
