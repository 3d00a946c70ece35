/** What stands between Lambda's events and reactions: order, partial failures, bytes, rotation. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromResponse, toRequest, toWebhookRequest } from "../../functions/cloud/api-gateway.ts";
import { openReceiver } from "../../functions/cloud/open-receiver.ts";
import { runBatch } from "../../functions/cloud/sqs-batch.ts";
import { onQueue } from "../../functions/reaction.ts";
import { once } from "../../functions/runtime.ts";
import { s3Blobs } from "../../shared/adapters/s3/blobs.ts";
import { readSecret } from "../../shared/adapters/secrets/secret.ts";
import { sqsQueue } from "../../shared/adapters/sqs/queue.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Delivered } from "../../shared/ports/queue.ts";
import { settableClock } from "../fakes/clock.ts";
import { collectingLog } from "../fakes/log.ts";
import { type FakeAws, startFakeAws } from "./fake-aws.ts";
import { fakeS3 } from "./fake-s3.ts";
import { httpEvent } from "./lambda.ts";

const region = "ap-southeast-1";
const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };
let aws: FakeAws;
beforeAll(async () => {
  aws = await startFakeAws({ SendMessage: () => ({ body: {} }) });
});
afterAll(() => aws.close());

describe("a batch of a FIFO queue", () => {
  const record = (id: string, group: string, receives = 1, body = JSON.stringify({ id })) =>
    ({
      messageId: id,
      body,
      attributes: { MessageGroupId: group, ApproximateReceiveCount: String(receives) },
    }) as never;
  const app = { log: collectingLog() } as unknown as App;

  it("is handled in order within a group; the first failure stops its group and no other", async () => {
    const handled: string[] = [];
    const reaction = onQueue((_, { id }) => {
      if (id === "a2") return Promise.reject(new Error("broken"));
      handled.push(id);
      return Promise.resolve();
    });
    const Records = [record("a1", "a"), record("b1", "b"), record("a2", "a"), record("a3", "a"), record("b2", "b")];
    const answer = await runBatch(reaction, app, { Records });
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(["a2", "a3"]);
    expect(handled.filter((id) => id.startsWith("a"))).toEqual(["a1"]);
    expect(handled.filter((id) => id.startsWith("b"))).toEqual(["b1", "b2"]);
  });

  it("says which message it is and whether this is the last try", async () => {
    const seen: Delivered[] = [];
    const reaction = onQueue((_, message) => Promise.resolve(void seen.push(message)));
    await runBatch(reaction, app, { Records: [record("m1", "g", 4), record("m2", "h", 5)] });
    expect(seen).toEqual([
      { id: "m1", group: "g", body: { id: "m1" }, receiveCount: 4, lastTry: false },
      { id: "m2", group: "h", body: { id: "m2" }, receiveCount: 5, lastTry: true },
    ]);
  });

  it("fails a message that is no JSON instead of the whole batch", async () => {
    const answer = await runBatch(
      onQueue(() => Promise.resolve()),
      app,
      {
        Records: [record("m1", "g", 1, "{broken"), record("m2", "h")],
      },
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "m1" }] });
  });
});

describe("HTTP through API Gateway", () => {
  it("keeps a webhook's bytes as they were, cookies among the headers", () => {
    const body = Uint8Array.from([0xff, 0x00, 0xc3, 0xa9]);
    const event = { ...httpEvent("/hook", body, { "X-Sign": "a" }), cookies: ["v=1", "w=2"] };
    const request = toWebhookRequest(event as never);
    expect([...request.body]).toEqual([...body]);
    expect(request).toMatchObject({ method: "POST", path: "/hook", headers: { "x-sign": "a", cookie: "v=1; w=2" } });
  });

  it("gives pages a request and takes back text, bytes and several cookies", async () => {
    const event = { ...httpEvent("/tim", "q=miến", {}), rawQueryString: "trang=2" };
    const request = toRequest(event as never);
    expect([request.url, await request.text()]).toEqual(["https://market.example/tim?trang=2", "q=miến"]);
    const page = new Response("<p>Miến dong", { status: 201, headers: { "content-type": "text/html; charset=utf-8" } });
    page.headers.append("set-cookie", "a=1");
    page.headers.append("set-cookie", "b=2");
    expect(await fromResponse(page)).toEqual({
      statusCode: 201,
      headers: { "content-type": "text/html; charset=utf-8" },
      body: "<p>Miến dong",
      isBase64Encoded: false,
      cookies: ["a=1", "b=2"],
    });
    const photo = new Response(Uint8Array.from([0xff, 0xd8]), { headers: { "content-type": "image/jpeg" } });
    expect(await fromResponse(photo)).toMatchObject({ body: "/9g=", isBase64Encoded: true });
  });
});

describe("what is opened once", () => {
  it("is opened for the first invocation alone, and anew after a failure", async () => {
    let opened = 0;
    const app = once(() => (++opened === 1 ? Promise.reject(new Error("not yet")) : Promise.resolve(opened)));
    await expect(app()).rejects.toThrow("not yet");
    expect(await Promise.all([app(), app()])).toEqual([2, 2]);
  });

  it("is a door that reads its secret again after a minute at the earliest", async () => {
    let secret = "old";
    aws.answers["GetSecretValue"] = ({ VersionStage }) =>
      VersionStage === "AWSCURRENT"
        ? { body: { SecretString: JSON.stringify({ KEY: secret, OTHER: "x" }) } }
        : { status: 400, body: { __type: "ResourceNotFoundException" } };
    const clock = settableClock();
    const environment = {
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: "AKID",
      AWS_SECRET_ACCESS_KEY: "secret",
      AWS_ENDPOINT_URL: aws.endpoint,
      POST_SECRET_ARN: "post",
    };
    const channel = { name: "post", settings: [{ name: "KEY", required: true }] };
    const source = openReceiver(channel, environment, { clock, log: collectingLog() });
    expect((await source.current()).settings).toEqual([{ KEY: "old" }]);
    secret = "new";
    expect(await source.renewed()).toBeUndefined();
    clock.advance(60_000);
    expect((await source.renewed())?.settings).toEqual([{ KEY: "new" }]);
    expect(await source.renewed()).toBeUndefined();
    expect((await source.current()).settings).toEqual([{ KEY: "new" }]);
  });

  it("is told of a secret that is no JSON without repeating it", async () => {
    aws.answers["GetSecretValue"] = () => ({ body: { SecretString: "s3cret-value" } });
    const reading = readSecret("arn:post", { region, credentials, endpoint: aws.endpoint });
    await expect(reading).rejects.toThrow(/^(?!.*s3cret).*arn:post is not a JSON object/);
  });
});

describe("the inbox over SQS", () => {
  it("goes by a hash where an id is longer or stranger than SQS takes, the same each time", async () => {
    const queue = sqsQueue({ region, credentials, urls: { inbox: `${aws.endpoint}/0/inbox.fifo` } });
    const sent = async (group: string, dedupeId: string) => {
      await queue.send("inbox", { group, dedupeId, body: {} });
      const { MessageGroupId, MessageDeduplicationId } = aws.of("SendMessage").at(-1) ?? {};
      return [MessageGroupId, MessageDeduplicationId];
    };
    expect(await sent("zalo:1:2", "zalo:1:abc/+=")).toEqual(["zalo:1:2", "zalo:1:abc/+="]);
    const [group, dedupe] = await sent("zalo:1:Nông Văn A", "x".repeat(129));
    expect([group, dedupe]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(await sent("zalo:1:Nông Văn A", "x".repeat(129))).toEqual([group, dedupe]);
  });

  it("throws for a queue that the function may not send to", async () => {
    const queue = sqsQueue({ region, credentials, urls: {} });
    await expect(queue.send("broadcasts", { group: "g", dedupeId: "d", body: {} })).rejects.toThrow(/permissions/);
  });
});

describe("blobs in S3", () => {
  it("come back as they were put, each folder in its own bucket", async () => {
    const s3 = await fakeS3();
    const blobs = s3Blobs({
      region,
      credentials,
      endpoint: s3.endpoint,
      buckets: { photos: "market-photos" },
      publicUrl: "https://market.example/",
    });
    const bytes = Uint8Array.from([0, 255, 10, 13]);
    await blobs.put("photos/miến dong.jpg", { bytes, type: "image/jpeg" });
    expect([...s3.files.keys()]).toEqual(["/market-photos/photos/mi%E1%BA%BFn%20dong.jpg"]);
    expect(await blobs.get("photos/miến dong.jpg")).toEqual({ bytes, type: "image/jpeg" });
    expect(await blobs.get("photos/none.jpg")).toBeUndefined();
    await expect(blobs.get("catalogue/latest.json")).rejects.toThrow(/no bucket for "catalogue\/latest.json"/);
    expect(blobs.publicUrl("photos/a.jpg")).toBe("https://market.example/blobs/photos/a.jpg");
    await s3.close();
  });
});
