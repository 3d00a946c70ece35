import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isoTime } from "../../shared/domain/time.ts";
import { type Verdict } from "../../shared/ports/channel.ts";
import { readVisitor, signVisitor } from "./visitor.ts";
import { webhook } from "./webhook.ts";

const SECRET = "a long random text";
const NOW = isoTime(new Date("2026-11-23T02:00:00.000Z"));
const VISITOR = "AbCdEfGhIjKlMnOpQrStUv";

const specimen = (name: string): Uint8Array => readFileSync(new URL(`./specimens/${name}.json`, import.meta.url));
const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const post = (
  body: Uint8Array,
  headers: Record<string, string> = {},
  settings: Record<string, string | undefined> = { WEBCHAT_SECRET: SECRET },
): Verdict =>
  webhook(
    { method: "POST", path: "/chat/messages", headers: { "content-type": "application/json", ...headers }, body },
    settings,
    NOW,
  );

const cookieOf = (id: string, secret = SECRET) => ({ cookie: `theme=light; visitor=${signVisitor(secret, id)}` });

function accepted(verdict: Verdict) {
  if (verdict.kind !== "accepted") throw new Error(`Not accepted: ${JSON.stringify(verdict)}`);
  return verdict;
}

const givenVisitor = (verdict: Verdict) =>
  readVisitor(SECRET, accepted(verdict).answer?.headers?.["set-cookie"]?.split(";")[0]);

describe("a visitor's message", () => {
  it("becomes an incoming message of the visitor whose signed cookie came with it", () => {
    const [incoming] = accepted(post(specimen("typed"), cookieOf(VISITOR))).incoming;
    expect(incoming).toEqual({
      channel: "webchat",
      account: "shop",
      chat: VISITOR,
      updateId: expect.stringMatching(/^[\w-]{22}$/) as string,
      at: NOW,
      sender: { id: VISITOR },
      content: { kind: "text", text: "cho mình 2 gói miến dong" },
    });
  });

  it.each([
    ["tap", { kind: "tap", payload: "order:confirm" }],
    ["start", { kind: "start", payload: "K7Q2M9XP" }],
  ])("is read as a %s", (name, content) => {
    expect(accepted(post(specimen(name), cookieOf(VISITOR))).incoming[0]?.content).toEqual(content);
  });

  it("opens the chat without a code when the start is empty", () => {
    expect(accepted(post(json({ start: "" }))).incoming[0]?.content).toEqual({ kind: "start" });
  });

  it("has the same update id when it is sent again, and another when it is another", () => {
    const [once, again, other] = [specimen("typed"), specimen("typed"), specimen("tap")].map(
      (body) => accepted(post(body, cookieOf(VISITOR))).incoming[0]?.updateId,
    );
    expect(again).toBe(once);
    expect(other).not.toBe(once);
  });

  it("is taken without an id, each time as another", () => {
    const [one, two] = [1, 2].map(() => accepted(post(json({ text: "alo" }), cookieOf(VISITOR))).incoming[0]?.updateId);
    expect(one).not.toBe(two);
  });
});

describe("a new visitor", () => {
  it("gets a signed cookie that scripts and other sites cannot use", () => {
    const verdict = accepted(post(specimen("typed")));
    expect(givenVisitor(verdict)).toEqual({ kind: "visitor", id: verdict.incoming[0]?.chat });
    expect(verdict.answer?.headers?.["set-cookie"]).toMatch(/; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax$/);
  });

  it("gets a cookie for https alone where the page came by https", () => {
    const verdict = accepted(post(specimen("typed"), { "x-forwarded-proto": "https" }));
    expect(verdict.answer?.headers?.["set-cookie"]).toMatch(/; SameSite=Lax; Secure$/);
  });

  it("stays one visitor when the first message was sent twice because its answer got lost", () => {
    expect(givenVisitor(post(specimen("typed")))).toEqual(givenVisitor(post(specimen("typed"))));
  });

  it("shares nothing with another whose client numbers its messages 1, 2, 3", () => {
    const body = json({ id: "1", text: "alo" });
    expect(givenVisitor(post(body))).not.toEqual(givenVisitor(post(body)));
  });
});

describe("what is refused", () => {
  it.each([
    ["a cookie signed with another secret", cookieOf(VISITOR, "another secret")],
    ["a cookie signed with no secret", cookieOf(VISITOR, "undefined")],
    ["a cookie without a signature", { cookie: `visitor=${VISITOR}` }],
    [
      "a cookie with another's signature",
      { cookie: `visitor=${signVisitor(SECRET, "other").replace("other", VISITOR)}` },
    ],
  ])("%s", (_, headers) => {
    expect(post(specimen("typed"), headers)).toMatchObject({ kind: "rejected", status: 401 });
  });

  it.each([[undefined], [""]])("everything while the secret is %j, even what is signed with it", (secret) => {
    const headers = cookieOf(VISITOR, secret ?? "undefined");
    expect(post(specimen("typed"), headers, { WEBCHAT_SECRET: secret })).toMatchObject({
      kind: "rejected",
      status: 401,
    });
    expect(post(specimen("typed"), {}, { WEBCHAT_SECRET: secret })).toMatchObject({ kind: "rejected", status: 401 });
  });

  it.each([
    ["a form of another site", { "content-type": "text/plain" }],
    ["a script of another site", { "sec-fetch-site": "cross-site" }],
  ])("%s", (_, headers) => {
    expect(post(specimen("typed"), headers)).toMatchObject({ kind: "rejected", status: 400 });
  });

  it.each([
    ["broken JSON", new TextEncoder().encode('{"text":')],
    ["bytes that are not UTF-8", Uint8Array.from([0x22, 0xff, 0xfe, 0x22])],
    ["deep nesting", new TextEncoder().encode(`${"[".repeat(30_000)}${"]".repeat(30_000)}`)],
    ["an array", json([])],
    ["nothing said", json({ id: "x" })],
    ["only spaces", json({ text: "  " })],
    ["a text that is a number", json({ text: 5 })],
    ["an id that is no text", json({ id: 5, text: "alo" })],
  ])("%s with 400", (_, body) => {
    expect(post(body, cookieOf(VISITOR))).toMatchObject({ kind: "rejected", status: 400 });
  });

  it("a text of more than 4000 characters with 413", () => {
    expect(post(json({ text: "a".repeat(4000) }))).toMatchObject({ kind: "accepted" });
    expect(post(json({ text: "a".repeat(4001) }))).toMatchObject({ kind: "rejected", status: 413 });
  });
});
