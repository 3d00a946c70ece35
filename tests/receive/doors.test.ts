/** Doors of the channels, bundled, run as Lambda runs them: in a process of their own, with real events, against AWS over HTTP. */
import { createHash } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startCloud } from "./cloud.ts";
import { httpEvent } from "./lambda.ts";

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

const cloud = await startCloud();
const { aws, secrets, start } = cloud;
beforeEach(cloud.reset);
afterAll(cloud.stop);

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
      QueueUrl: cloud.environment.INBOX_QUEUE_URL,
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

describe("receive-zalo", () => {
  const PATH = "/webhooks/zalo";
  const settings = {
    ZALO_APP_ID: "4411",
    ZALO_APP_SECRET: "app-secret",
    ZALO_OA_ID: "5522",
    ZALO_OA_SECRET_KEY: "oa-secret",
    ZALO_REFRESH_TOKEN: "seed",
  };
  const TIMESTAMP = "1795399200000";
  const sign = (body: string, key = "oa-secret") => ({
    "x-zevent-signature": `mac=${createHash("sha256").update(`4411${body}${TIMESTAMP}${key}`).digest("hex")}`,
  });
  const text = (extra: object = {}) =>
    JSON.stringify({
      app_id: "4411",
      event_name: "user_send_text",
      timestamp: TIMESTAMP,
      sender: { id: "900001" },
      recipient: { id: "5522" },
      message: { msg_id: "m1", text: "miến dong còn không" },
      ...extra,
    });

  it("takes what is signed, lets the unsigned probe pass, and refuses the rest without a retry loop", async () => {
    secrets["zalo AWSCURRENT"] = settings;
    const lambda = await start("receive-zalo", { ZALO_SECRET_ARN: "zalo" });
    const status = async (body: string, headers: Readonly<Record<string, string>> = {}) =>
      ((await lambda.invoke(httpEvent(PATH, body, headers))) as { statusCode: number }).statusCode;
    let deep: unknown[] = [];
    for (let level = 0; level < 40; level++) deep = [deep];
    const [nested, large] = [text({ deep }), text({ padding: "x".repeat(65 * 1024) })];
    expect(await status("{}")).toBe(200);
    expect([await status(nested, sign(nested)), await status(nested), await status(large, sign(large))]).toEqual([
      200, 401, 413,
    ]);
    expect([await status(text()), await status(text(), sign(text(), "undefined"))]).toEqual([401, 401]);
    expect(aws.of("SendMessage")).toEqual([]);
    expect(await status(text(), sign(text()))).toBe(200);
    expect(aws.of("SendMessage").map(({ MessageGroupId }) => MessageGroupId)).toEqual(["zalo:5522:900001"]);
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
