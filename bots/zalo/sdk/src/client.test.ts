import { describe, expect, it } from "vitest";
import { clientOf, ok, refusal, refused, USER, answering } from "../testing/fake-answers.ts";
import type { Answer } from "../testing/local-server.ts";
import { createZaloClient } from "./client.ts";

const NIGHT = Date.parse("2026-11-23T23:05:00+07:00");

describe("what Zalo refuses with HTTP 200", () => {
  it.each([
    [-230, "drop", undefined],
    [-213, "drop", undefined],
    [-224, "alarm", undefined],
    [-32, "back-off", 60_000],
    [-234, "reschedule", 7 * 3_600_000],
    [-12345, "alarm", undefined],
  ])("gives %d as %s", async (code, kind, pause) => {
    const { client, server } = await clientOf(refused(code, `user ${USER} with at-1 is wrong`), { now: NIGHT });
    const error = await refusal(client.sendText({ userId: USER, text: "Chào chị Lan" }));
    expect([error.code, error.class, error.retryAfterMs]).toEqual([code, kind, pause]);
    expect(error.reply).toBe("user [number] with [secret] is wrong");
    expect(error.message).not.toMatch(/Lan|at-1|2468/);
    expect(server.seen.length).toBe(1);
  });
});

describe("a dead token", () => {
  async function renewing(answers: readonly Answer[]) {
    let asked = 0;
    const server = await answering(() => answers[asked++] ?? ok());
    const renewed: string[] = [];
    const renew = (stale: string) => {
      renewed.push(stale);
      return Promise.resolve("at-2");
    };
    const tokens = { token: () => Promise.resolve("at-1"), renew };
    return { client: createZaloClient({ tokens, apiRoot: server.root }), renewed, server };
  }

  it.each([-216, -220, 401])("is renewed once on %d, and the message goes again", async (code) => {
    const { client, renewed, server } = await renewing([refused(code), ok({ message_id: "m1" })]);
    expect(await client.sendText({ userId: USER, text: "x" })).toEqual({ messageId: "m1" });
    expect(renewed).toEqual(["at-1"]);
    expect(server.seen.map((seen) => seen.headers["access_token"])).toEqual(["at-1", "at-2"]);
  });

  it("is not renewed twice for one call", async () => {
    const { client, renewed, server } = await renewing([refused(-216), refused(-216)]);
    expect((await refusal(client.sendText({ userId: USER, text: "x" }))).code).toBe(-216);
    expect([renewed.length, server.seen.length]).toEqual([1, 2]);
  });

  it("that nobody renews is an alarm", async () => {
    const { client } = await clientOf(refused(-216));
    expect(await refusal(client.getAccount())).toMatchObject({ code: "no-grant", class: "alarm" });
  });
});

describe("answers that get lost", () => {
  const send = { userId: USER, text: "x" };
  it.each<[string, Answer, string | number]>([
    ["silence", { lost: "silence" }, "timeout"],
    ["a connection that breaks", { lost: "hang up" }, "connection"],
    ["a gateway's 502", { text: "<html>", status: 502 }, "http"],
    ["a gateway's 504", { text: "", status: 504 }, "http"],
    ["half an envelope", { text: '{"error":0,"da' }, "unreadable"],
  ])("leave a send unknown after %s, and a question repeatable", async (_name, answer, code) => {
    const { client, server } = await clientOf(answer, { timeoutMs: 150 });
    expect(await refusal(client.sendText(send))).toMatchObject({ code, class: "unknown-outcome" });
    expect(await refusal(client.userDetail(USER))).toMatchObject({ code, class: "back-off" });
    expect(await refusal(client.userQuota(USER))).toMatchObject({ code, class: "back-off" });
    expect(server.seen.length).toBe(3);
  });

  it("are none when no connection was made: the send may be repeated", async () => {
    const { client, server } = await clientOf(ok());
    await server.close();
    expect(await refusal(client.sendText(send))).toMatchObject({ code: "connection", class: "back-off" });
  });

  it.each([
    [429, { "retry-after": "7" }, "back-off", 7_000],
    [503, {}, "back-off", undefined],
    [403, {}, "alarm", undefined],
    [302, { location: "https://elsewhere.example/" }, "alarm", undefined],
  ])("HTTP %d says by itself what to do", async (status, headers, kind, pause) => {
    const { client, server } = await clientOf({ text: "", status, headers });
    const error = await refusal(client.sendText(send));
    expect([error.class, error.status, error.retryAfterMs]).toEqual([kind, status, pause]);
    expect(server.seen.length).toBe(1);
  });
});

describe("another root", () => {
  it("keeps its own path, so that a simulator can stand in for Zalo under one", async () => {
    const server = await answering(() => ok({ message_id: "m1" }));
    const tokens = { token: () => Promise.resolve("at-1"), renew: () => Promise.resolve("at-2") };
    for (const apiRoot of [`${server.root}/pretended/zalo`, `${server.root}/pretended/zalo/`])
      await createZaloClient({ tokens, apiRoot }).sendText({ userId: USER, text: "Dạ" });
    expect(server.seen.map(({ path }) => path)).toEqual(Array(2).fill("/pretended/zalo/v3.0/oa/message/cs"));
  });
});
