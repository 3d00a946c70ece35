/** What a commit answers when DynamoDB throttles, conflicts, or takes a write and its answer is lost. */
import { describe, expect, it } from "vitest";
import { add, check, put, remove } from "../../shared/ports/table.ts";
import { type Answer, cancelled, conflict, done, refusedBy, scripted, throttled } from "./scripted.ts";

const KEY = { pk: "order#1", sk: "order" };
const STOCK = { pk: "offer#1", sk: "offer" };
const options = { token: "cmt_1" };

const stored = (token: string) => ({ pk: { S: "order#1" }, sk: { S: "order" }, "#commit": { S: token } });
const OURS = stored("cmt_1");
const ANOTHERS = stored("cmt_2");
const failed = (Item?: object) => ({ Code: "ConditionalCheckFailed", Item });
const found = (item?: object): Answer => ({ body: { Responses: { shop: item ? [item] : [] }, UnprocessedKeys: {} } });

describe("how many requests a commit is", () => {
  it("sends a lone write plainly and several as one transaction", async () => {
    const { table, calls, acts } = scripted(done);
    await table.commit([put(KEY, "absent")], options);
    await table.commit([add(STOCK, { onHand: -1 })], options);
    await table.commit([remove(KEY, "any")], options);
    await table.commit([put(KEY, "absent"), add(STOCK, { onHand: -1 })], options);
    expect(acts()).toEqual(["PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems"]);
    expect(calls[3]?.input["ClientRequestToken"]).toMatch(/^[0-9a-f]{32}$/);
  });

  it("asks again for the keys that a batch left unread, and for those alone", async () => {
    const key = ({ pk, sk }: typeof KEY) => ({ pk: { S: pk }, sk: { S: sk } });
    const item = (place: typeof KEY) => ({ ...key(place), version: { N: "1" } });
    const { table, calls } = scripted(
      { body: { Responses: { shop: [item(KEY)] }, UnprocessedKeys: { shop: { Keys: [key(STOCK)] } } } },
      found(item(STOCK)),
    );
    expect(await table.getMany([STOCK, KEY])).toEqual([
      { ...STOCK, version: 1 },
      { ...KEY, version: 1 },
    ]);
    expect(calls[1]?.input["RequestItems"]).toEqual({ shop: { Keys: [key(STOCK)], ConsistentRead: false } });
  });
});

describe("a DynamoDB that is busy", () => {
  it("is asked again, later each time, until it takes the write", async () => {
    const { table, waits } = scripted(throttled, throttled, done);
    expect(await table.commit([put(KEY, "absent")], options)).toEqual({ done: true });
    expect(waits).toEqual([19, 38]);
  });

  it.each([
    ["throttling", throttled],
    ["conflicts between transactions", conflict],
    ["a transaction in progress under our token", { error: "TransactionInProgressException" }],
  ])("answers busy after two seconds of %s, having sent one and the same request", async (_, answer) => {
    const { table, calls, waits } = scripted(answer);
    const writes = [put(KEY, "absent"), add(STOCK, { onHand: -1 })];
    expect(await table.commit(writes, options)).toEqual({ done: false, busy: true });
    const total = waits.reduce((sum, wait) => sum + wait, 0);
    expect([total > 1500, total <= 2000]).toEqual([true, true]);
    expect(new Set(calls.map(({ input }) => input["ClientRequestToken"])).size).toBe(1);
  });

  it("is asked again for reads as well", async () => {
    const { table } = scripted(throttled, "lost", { error: "InternalServerError", status: 500 }, { body: {} });
    expect(await table.get(KEY)).toBeUndefined();
  });

  it("throws at once what asking again can't mend", async () => {
    const { table, calls } = scripted({ error: "ResourceNotFoundException" });
    await expect(table.commit([put(KEY, "absent")], options)).rejects.toThrow();
    expect(calls).toHaveLength(1);
  });
});

describe("a lost answer", () => {
  it("is settled by the token of the item when the write had been taken", async () => {
    const { table, acts } = scripted("lost", refusedBy(OURS));
    expect(await table.commit([put(KEY, "absent")], options)).toEqual({ done: true });
    expect(acts()).toEqual(["PutItem", "PutItem"]);
  });

  it("is settled as a refusal when somebody else's write stands there", async () => {
    const { table } = scripted({ error: "InternalServerError", status: 500 }, refusedBy(ANOTHERS));
    expect(await table.commit([put(KEY, "absent")], options)).toEqual({
      done: false,
      refused: { which: 0, why: "when" },
    });
  });

  it("does not add twice", async () => {
    const { table, calls } = scripted("lost", refusedBy({ ...OURS, onHand: { N: "4" } }));
    expect(await table.commit([add(KEY, { onHand: -1 })], options)).toEqual({ done: true });
    const names = calls[1]?.input["ExpressionAttributeNames"] as Record<string, string>;
    const token = Object.keys(names).find((name) => names[name] === "#commit") ?? "";
    expect(calls[1]?.input["ConditionExpression"]).toContain(`${token} <> :`);
  });

  it("of a transaction is settled by the token of any item that it wrote", async () => {
    const { table } = scripted("lost", cancelled(undefined, failed(OURS)));
    const writes = [check(STOCK, { version: 1 }), put(KEY, "absent")];
    expect(await table.commit(writes, options)).toEqual({ done: true });
  });

  it("is settled by a strong read where the write that said no bears no token", async () => {
    const writes = [put(KEY, "any"), remove(STOCK, { version: 1 })];
    const won = scripted(found(), "lost", cancelled(undefined, failed()), found(OURS));
    expect(await won.table.commit(writes, options)).toEqual({ done: true });
    const lost = scripted(found(), "lost", cancelled(undefined, failed()), found(ANOTHERS));
    const refusal = { done: false, refused: { which: 1, why: "when" } };
    expect(await lost.table.commit(writes, options)).toEqual(refusal);
    expect(won.acts()).toEqual(["BatchGetItem", "TransactWriteItems", "TransactWriteItems", "BatchGetItem"]);
    const request = won.calls[3]?.input["RequestItems"] as { shop: { ConsistentRead: boolean } };
    expect(request.shop.ConsistentRead).toBe(true);
  });

  it("of a removal is settled by the item being gone", async () => {
    const { table } = scripted("lost", refusedBy());
    expect(await table.commit([remove(KEY, { version: 1 })], options)).toEqual({ done: true });
    const first = scripted(refusedBy());
    expect(await first.table.commit([remove(KEY, { version: 1 })], options)).toEqual({
      done: false,
      refused: { which: 0, why: "when" },
    });
  });

  it("that stays lost throws: neither done nor busy would be true", async () => {
    const { table } = scripted("lost");
    await expect(table.commit([put(KEY, "absent")], options)).rejects.toThrow("socket hang up");
    const silent = scripted((act) => (act === "PutItem" ? "lost" : found()));
    await expect(silent.table.commit([put(KEY, "absent")], options)).rejects.toThrow(/did not answer whether/);
  });
});

describe("a put at any time", () => {
  it("reads the version again when somebody was faster", async () => {
    const at = (version: string) => ({ ...ANOTHERS, version: { N: version } });
    const { table, calls, acts } = scripted(found(at("4")), refusedBy(at("5")), done);
    expect(await table.commit([put({ ...KEY, name: "x" }, "any")], options)).toEqual({ done: true });
    expect(acts()).toEqual(["BatchGetItem", "PutItem", "PutItem"]);
    expect(calls[2]?.input["Item"]).toEqual({
      pk: { S: "order#1" },
      sk: { S: "order" },
      name: { S: "x" },
      version: { N: "6" },
      "#commit": { S: "cmt_1" },
    });
  });
});
