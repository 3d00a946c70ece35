/** Functions that work behind the doors, bundled, run as Lambda runs them: with real events, against AWS over HTTP. */
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startCloud } from "./cloud.ts";

const cloud = await startCloud();
const { aws, start } = cloud;
beforeEach(cloud.reset);
afterAll(cloud.stop);

describe("publish-events", () => {
  const record = (sequence: number, envelope: object | string, pk = "outbox#product:mien") => ({
    eventName: "INSERT",
    dynamodb: {
      SequenceNumber: String(sequence),
      NewImage: { pk: { S: pk }, envelope: { S: typeof envelope === "string" ? envelope : JSON.stringify(envelope) } },
    },
  });
  const event = (n: number) => ({
    id: `evt_${n}`,
    name: "product.changed",
    version: 1,
    at: "2026-11-23T02:00:00.000Z",
    aggregate: "product:mien",
    detail: { productId: "mien" },
  });
  type Entry = { Detail: string; DetailType: string; Source: string; EventBusName: string };
  const entriesOf = (input: Readonly<Record<string, unknown>>) => input["Entries"] as readonly Entry[];

  it("puts outbox inserts on the bus and passes over everything else", async () => {
    aws.answers["PutEvents"] = (input) => ({
      body: { FailedEntryCount: 0, Entries: entriesOf(input).map((_, n) => ({ EventId: String(n) })) },
    });
    const lambda = await start("publish-events");
    const Records = [
      record(1, event(1)),
      { ...record(2, event(2)), eventName: "REMOVE" },
      record(3, event(3), "order#1"),
      record(4, "{broken"),
      record(5, event(5)),
    ];
    expect(await lambda.invoke({ Records })).toEqual({ batchItemFailures: [] });
    const entries = aws.of("PutEvents").flatMap(entriesOf);
    expect(entries.map(({ Detail }) => JSON.parse(Detail) as unknown)).toEqual([event(1), event(5)]);
    expect(entries[0]).toMatchObject({ DetailType: "product.changed", Source: "cho-phien", EventBusName: "bus" });
  });

  it("offers failed entries again at once, then reports from the lowest that is left", async () => {
    const stubborn = new Set(["evt_13", "evt_21"]);
    const shy = new Set(["evt_2"]);
    aws.answers["PutEvents"] = (input) => {
      const entries = entriesOf(input).map(({ Detail }) => {
        const { id } = JSON.parse(Detail) as { id: string };
        return stubborn.has(id) || shy.delete(id) ? { ErrorCode: "ThrottlingException" } : { EventId: id };
      });
      return { body: { FailedEntryCount: entries.length, Entries: entries } };
    };
    const lambda = await start("publish-events");
    const Records = Array.from({ length: 25 }, (_, n) => record(100 + n, event(n)));
    expect(await lambda.invoke({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: "113" }] });
    const offered = aws.of("PutEvents").flatMap(entriesOf);
    const times = (id: string) => offered.filter(({ Detail }) => Detail.includes(`"${id}"`)).length;
    expect([times("evt_1"), times("evt_2"), times("evt_13"), times("evt_21")]).toEqual([1, 2, 3, 3]);
  });
});

describe("tick", () => {
  it("takes a due row away and publishes its event in one transaction", async () => {
    const event = { id: "evt_1", name: "post.delayed", version: 1, at: "", aggregate: "promotion:p", detail: {} };
    const row = {
      pk: { S: "due" },
      sk: { S: "2026-11-23#evt_1" },
      envelope: { S: JSON.stringify(event) },
      version: { N: "1" },
    };
    let rows: readonly object[] = [row];
    aws.answers["Query"] = () => ({ body: { Items: rows, Count: rows.length } });
    aws.answers["TransactWriteItems"] = () => ((rows = []), { body: {} });
    const lambda = await start("tick");
    await lambda.invoke({ "detail-type": "Scheduled Event", detail: {} });
    expect(aws.calls.map(({ target }) => target)).toEqual(["Query", "TransactWriteItems", "Query"]);
    const [commit] = aws.of("TransactWriteItems");
    expect(commit?.["TransactItems"]).toMatchObject([
      { Delete: { TableName: "market", Key: { pk: { S: "due" } } } },
      { Put: { TableName: "market", Item: { pk: { S: "outbox#promotion:p" } } } },
    ]);
  });
});
