/** Nobody is sold what is not there, and nobody goes away empty-handed for a passing conflict: on both homes' tables. */
import { randomUUID } from "node:crypto";
import { afterAll, describe, it } from "vitest";
import { localClient, openLocalTable } from "../dynamodb-local/open-table.ts";
import { startDynamoDb } from "../dynamodb-local/start.ts";
import { oversellSuite } from "./oversell.ts";

oversellSuite("the embedded home", (own) => Promise.resolve(own));

const local = await startDynamoDb();

if ("missing" in local) {
  console.log(`Skipped: orders on DynamoDB: ${local.missing}`);
  describe("orders on DynamoDB", () => {
    it.skipIf(true)(`run where DynamoDB Local can be had: ${local.missing}`, () => undefined);
  });
} else {
  const client = localClient(local.endpoint);
  afterAll(() => {
    client.destroy();
    local.stop();
  });
  oversellSuite("DynamoDB", (_, clock) => openLocalTable(client, `orders-${randomUUID()}`, clock));
}
