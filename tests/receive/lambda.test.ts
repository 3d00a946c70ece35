/** Bundled functions run as Lambda runs them: in a process of their own, with real events, against AWS over HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeAws, startFakeAws } from "./fake-aws.ts";
import { httpEvent, type Lambda, startLambda } from "./lambda.ts";

const TOKEN = "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0";
const UPDATE = {
  update_id: 7001,
  message: {
    message_id: 5,
    date: 1795399200,
    chat: { id: 900001, type: "private", first_name: "Mai" },
    from: { id: 900001, is_bot: false, first_name: "Mai" },
    text: "miến dong còn không",
  },
};

let aws: FakeAws;
let environment: Readonly<Record<string, string>>;
const running: Lambda[] = [];
let secrets: Record<string, object>;

const start = async (name: string, extra: Readonly<Record<string, string>> = {}): Promise<Lambda> => {
  const lambda = await startLambda(name, { ...environment, ...extra });
  running.push(lambda);
  return lambda;
};

beforeAll(async () => {
  aws = await startFakeAws({});
  environment = {
    AWS_ENDPOINT_URL: aws.endpoint,
    TABLE_NAME: "market",
    BUS_NAME: "bus",
    PUBLIC_URL: "https://market.example",
    SHOP_NAME: "OCOP Cao Bằng",
    INBOX_QUEUE_URL: `${aws.endpoint}/0/inbox.fifo`,
  };
});

beforeEach(() => {
  aws.calls.length = 0;
  secrets = {};
  aws.answers["SendMessage"] = () => ({ body: { MessageId: "m-1" } });
  aws.answers["GetSecretValue"] = ({ SecretId, VersionStage }) => {
    const value = secrets[`${String(SecretId)} ${String(VersionStage)}`];
    return value
      ? { body: { SecretString: JSON.stringify(value) } }
      : { status: 400, body: { __type: "ResourceNotFoundException" } };
  };
});

afterAll(async () => {
  for (const lambda of running) lambda.stop();
  await aws.close();
});

describe("receive-telegram", () => {
  const PATH = "/webhooks/telegram";
  const settings = (secret: string) => ({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: secret });
  const proved = (secret: string) => ({ "X-Telegram-Bot-Api-Secret-Token": secret });
  const open = () => start("receive-telegram", { TELEGRAM_SECRET_ARN: "tg" });

  it("enqueues a proved update by conversation, reading its secret once", async () => {
    secrets["tg AWSCURRENT"] = settings("new-secret");
    secrets["tg AWSPREVIOUS"] = settings("old-secret");
    const lambda = await open();
    for (const secret of ["new-secret", "old-secret"])
      expect(await lambda.invoke(httpEvent(PATH, JSON.stringify(UPDATE), proved(secret)))).toMatchObject({
        statusCode: 200,
      });
    const sent: readonly Record<string, unknown>[] = aws
      .of("SendMessage")
      .map(({ MessageBody, ...rest }) => ({ ...rest, MessageBody: JSON.parse(String(MessageBody)) as unknown }));
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0]).toMatchObject({
      QueueUrl: environment["INBOX_QUEUE_URL"],
      MessageGroupId: "telegram:123456:900001",
      MessageBody: { chat: "900001", content: { kind: "text", text: "miến dong còn không" } },
    });
    expect(sent[0]?.["MessageDeduplicationId"]).toMatch(/^telegram:123456:./);
    expect(aws.of("GetSecretValue")).toHaveLength(2);
  });

  it("refuses what nobody proved, takes nothing from what can't be used, and never lets a provider repeat it", async () => {
    secrets["tg AWSCURRENT"] = settings("s3cret");
    const lambda = await open();
    const deep = `{"update_id":1,"x":${"[".repeat(40)}${"]".repeat(40)}}`;
    const large = JSON.stringify({ ...UPDATE, padding: "x".repeat(65 * 1024) });
    const statuses = [];
    for (const headers of [{}, proved("guess"), proved("undefined"), proved("s3cret")])
      for (const body of [deep, large, "{broken", Uint8Array.from([0xff, 0xfe])])
        statuses.push(((await lambda.invoke(httpEvent(PATH, body, headers))) as { statusCode: number }).statusCode);
    const refused = [401, 413, 401, 401];
    expect(statuses).toEqual([...refused, ...refused, ...refused, 200, 200, 200, 200]);
    expect(aws.of("SendMessage")).toEqual([]);
    expect(lambda.log()).not.toContain("s3cret");
  });

  it("answers 503 while the queue or the secret can't be reached, and 200 as soon as they can", async () => {
    secrets["tg AWSCURRENT"] = settings("s3cret");
    const whole = aws.answers["GetSecretValue"];
    aws.answers["GetSecretValue"] = () => ({ status: 400, body: { __type: "AccessDeniedException" } });
    const lambda = await open();
    const event = httpEvent(PATH, JSON.stringify(UPDATE), proved("s3cret"));
    expect(await lambda.invoke(event)).toMatchObject({ statusCode: 503 });
    if (whole) aws.answers["GetSecretValue"] = whole;
    aws.answers["SendMessage"] = () => ({ status: 400, body: { __type: "QueueDoesNotExist" } });
    expect(await lambda.invoke(event)).toMatchObject({ statusCode: 503 });
    aws.answers["SendMessage"] = () => ({ body: { MessageId: "m-1" } });
    expect(await lambda.invoke(event)).toMatchObject({ statusCode: 200 });
  });

  it("does not exist while its secret is empty", async () => {
    secrets["tg AWSCURRENT"] = {};
    const lambda = await open();
    const event = httpEvent(PATH, JSON.stringify(UPDATE), proved("undefined"));
    expect(await lambda.invoke(event)).toMatchObject({ statusCode: 404 });
  });
});

describe("receive-webchat", () => {
  it("answers the page with its visitor's cookie", async () => {
    secrets["web AWSCURRENT"] = { WEBCHAT_SECRET: "0123456789abcdef0123456789abcdef" };
    const lambda = await start("receive-webchat", { WEBCHAT_SECRET_ARN: "web" });
    const answer = (await lambda.invoke(httpEvent("/chat/messages", '{"id":"a1","text":"xin chào"}'))) as {
      statusCode: number;
      cookies: readonly string[];
      headers: Readonly<Record<string, string>>;
    };
    expect([answer.statusCode, answer.cookies.length]).toEqual([200, 1]);
    expect(answer.headers).not.toHaveProperty("set-cookie");
    const again = await lambda.invoke({
      ...httpEvent("/chat/messages", '{"id":"a2","text":"còn miến không"}'),
      cookies: [answer.cookies[0]?.split(";")[0]],
    });
    expect(again).toMatchObject({ statusCode: 200 });
    const [first, second] = aws.of("SendMessage").map(({ MessageGroupId }) => MessageGroupId);
    expect(second).toBe(first);
  });
});

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
