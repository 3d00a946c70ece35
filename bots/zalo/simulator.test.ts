/** The pretended Zalo is as strict as the real one: what it lets through proves something. */
import { createZaloClient, fixedToken, isZaloError } from "zalo-sdk-nodejs";
import { describe, expect, it } from "vitest";
import { CHAT, HOUR, openMarket, ROOT } from "../../tests/contract/zalo-market.ts";
import { openGrant } from "./simulator-grant.ts";

type Market = ReturnType<typeof openMarket>;
type Reply = { error: number; data?: Readonly<Record<string, unknown>>; access_token?: string; refresh_token?: string };

async function refresh(
  { call, simulator }: Market,
  refreshToken: string,
  secret = simulator.settings["ZALO_APP_SECRET"] ?? "",
) {
  const form = {
    app_id: simulator.settings["ZALO_APP_ID"] ?? "",
    grant_type: "refresh_token",
    refresh_token: refreshToken,
  };
  const body = new URLSearchParams(form);
  const answer = await call(`${ROOT}/v4/oa/access_token`, { method: "POST", headers: { secret_key: secret }, body });
  return (await answer.json()) as Reply;
}

async function enter(market: Market) {
  const { access_token: token = "" } = await refresh(market, market.simulator.settings["ZALO_REFRESH_TOKEN"] ?? "");
  const ask = async (path: string, json?: object): Promise<Reply & { status: number }> => {
    const post = json && { method: "POST", body: JSON.stringify(json) };
    const answer = await market.call(`${ROOT}${path}`, { headers: { access_token: token }, ...post });
    return { ...((await answer.json()) as Reply), status: answer.status };
  };
  const send = async (message: object, person = CHAT) =>
    (await ask("/v3.0/oa/message/cs", { recipient: { user_id: person }, message })).error;
  return { token, ask, send };
}

const template = (payload: object) => ({ text: "Chọn", attachment: { type: "template", payload } });
const button = { title: "Có", type: "oa.query.hide", payload: "#yes" };

describe("its tokens", () => {
  it("live 25 hours, and only until the next one is given", async () => {
    const market = openMarket();
    market.simulator.person(CHAT);
    const { send } = await enter(market);
    market.clock.advance(25 * HOUR - 1);
    expect(await send({ text: "Dạ" })).toBe(0);
    market.clock.advance(1);
    expect(await send({ text: "Dạ" })).toBe(-216);
    const other = openMarket();
    other.simulator.person(CHAT);
    const first = await enter(other);
    expect((await refresh(other, "simulated-refresh-1")).error).toBeUndefined();
    expect(await first.send({ text: "Dạ" })).toBe(-216);
  });

  it("are refreshed by a refresh token once, with the app's secret", async () => {
    const market = openMarket();
    const seed = market.simulator.settings["ZALO_REFRESH_TOKEN"] ?? "";
    expect((await refresh(market, seed, "wrong")).error).toBe(-14004);
    expect(await refresh(market, seed)).toMatchObject({ refresh_token: "simulated-refresh-1", expires_in: "90000" });
    expect((await refresh(market, seed)).error).toBe(-14014);
    expect((await refresh(market, "made up")).error).toBe(-14014);
  });

  it("outlive the process that pretends, as the shop's table does", () => {
    const { clock } = openMarket();
    const form = (token: string) =>
      new URLSearchParams({ app_id: "2861904477301552846", grant_type: "refresh_token", refresh_token: token });
    const secret = "the sample shop's app secret, which anybody may read here";
    const before = openGrant(clock);
    before.exchange(form("simulated-refresh-0"), secret);
    const given = before.exchange(form("simulated-refresh-1"), secret) as {
      access_token: string;
      refresh_token: string;
    };
    const restarted = openGrant(clock);
    expect(restarted.accepts(given.access_token)).toBe(true);
    expect(restarted.exchange(form("simulated-refresh-1"), secret)).toMatchObject({ error: -14014 });
    expect(restarted.exchange(form(given.refresh_token), secret)).toMatchObject({
      refresh_token: "simulated-refresh-3",
    });
    expect(restarted.accepts(given.access_token)).toBe(false);
  });
});

describe("its messages", () => {
  it.each([
    ["2,000 characters", { text: "x".repeat(2000) }, 0],
    ["2,001 characters", { text: "x".repeat(2001) }, -201],
    ["no words", { text: " " }, -201],
    ["five buttons", template({ buttons: Array(5).fill(button) }), 0],
    ["six buttons", template({ buttons: Array(6).fill(button) }), -201],
    ["a template_type list", template({ template_type: "list", elements: [] }), -233],
    ["a title of 100", template({ buttons: [{ ...button, title: "x".repeat(100) }] }), 0],
    ["a title of 101", template({ buttons: [{ ...button, title: "x".repeat(101) }] }), -201],
    ["a payload of 1,000", template({ buttons: [{ ...button, payload: "x".repeat(1000) }] }), 0],
    ["a payload of 1,001", template({ buttons: [{ ...button, payload: "x".repeat(1001) }] }), -201],
    ["a button to nowhere", template({ buttons: [{ title: "Web", type: "oa.open.url", payload: {} }] }), -201],
    [
      "an upload it forgot",
      template({ template_type: "media", elements: [{ media_type: "image", attachment_id: "9" }] }),
      -100,
    ],
    [
      "a card without a picture",
      template({ template_type: "request_user_info", elements: [{ title: "a", subtitle: "b" }] }),
      -201,
    ],
  ])("of %s get the real Zalo's answer", async (_, message, error) => {
    const market = openMarket();
    const person = market.simulator.person(CHAT);
    const { send } = await enter(market);
    expect(await send(message)).toBe(error);
    expect(person.messages().length).toBe(error === 0 ? 1 : 0);
  });

  it("reach nobody that never came, with HTTP 200 like every refusal", async () => {
    const { ask, send } = await enter(openMarket());
    expect(await send({ text: "Dạ" }, "404")).toBe(-213);
    expect(await ask("/v3.0/oa/message/cs", { recipient: { user_id: "404" }, message: { text: "Dạ" } })).toMatchObject({
      status: 200,
    });
    expect(await ask("/v3.0/oa/message/promotion", {})).toMatchObject({ status: 404 });
  });

  it("are counted out by faults, so many times", async () => {
    const market = openMarket();
    market.simulator.person(CHAT);
    const { send } = await enter(market);
    market.simulator.fault({ kind: "rate-limited", retryAfterS: 1, times: 2 });
    expect([await send({ text: "1" }), await send({ text: "2" }), await send({ text: "3" })]).toEqual([-32, -32, 0]);
  });
});

describe("its uploads and articles", () => {
  const article = {
    type: "normal",
    title: "Miến dong",
    author: "OCOP",
    description: "Miến dong",
    status: "show",
    cover: { cover_type: "photo", photo_url: "https://a.vn/a.jpg", status: "show" },
    body: [{ type: "text", content: "<p>Miến &amp; chè</p>" }],
  };

  it("take pictures up to 1 MB, which can then be sent", async () => {
    const market = openMarket();
    const person = market.simulator.person(CHAT);
    const { token } = await enter(market);
    const client = createZaloClient({ tokens: fixedToken(token), apiRoot: ROOT, fetch: market.call });
    const upload = (size: number) =>
      client.uploadImage({ bytes: new Uint8Array(size), filename: "a.png", contentType: "image/png" });
    const attachmentId = await upload(1_000_000);
    await client.sendImage({ userId: CHAT, attachmentId });
    expect(person.messages().map(({ photo }) => photo)).toEqual([`${ROOT}/files/${attachmentId}`]);
    expect(await upload(1_000_001).catch((error: unknown) => isZaloError(error) && error.code)).toBe("over-limit");
  });

  it.each([
    ["without a cover", { cover: undefined }],
    ["with a title of 150", { title: "x".repeat(150) }],
    ["with a summary of 300", { description: "x".repeat(300) }],
    ["without an author", { author: "" }],
    ["without a body", { body: [] }],
  ])("refuse an article %s", async (_, changes) => {
    const { ask } = await enter(openMarket());
    expect((await ask("/v2.0/article/create", { ...article, ...changes })).error).toBe(-201);
  });

  it("show an article when it is done and not hidden, list it ten a page, and take it away", async () => {
    const market = openMarket();
    const { ask } = await enter(market);
    const { data } = await ask("/v2.0/article/create", article);
    await ask("/v2.0/article/create", { ...article, status: undefined });
    const verify = () => ask("/v2.0/article/verify", { token: data?.["token"] });
    expect([(await verify()).error, (await verify()).error]).toEqual([-214, 0]);
    market.clock.advance(3000);
    expect(market.simulator.wall().map(({ text }) => text)).toEqual(["Miến & chè"]);
    expect((await ask("/v2.0/article/getslice?offset=0&limit=11&type=normal")).error).toBe(-201);
    expect((await ask("/v2.0/article/getslice?offset=0&limit=10&type=normal")).data).toMatchObject({ total: 2 });
    const id = (await verify()).data?.["id"];
    const page = await market.call(`${ROOT}/articles/${String(id)}`);
    expect(await page.text()).toBe("Miến dong\n\nMiến & chè\n");
    await ask("/v2.0/article/remove", { id });
    expect(market.simulator.wall()).toEqual([]);
  });
});

describe("its deliveries", () => {
  it("are repeated until they are answered 200, five times at most", async () => {
    const { simulator, hooks, statuses, inbox } = openMarket();
    const answers = [503, 503, 200];
    hooks.door = () => answers.shift() ?? 503;
    expect(await simulator.person(CHAT).say("xin chào")).toBe(200);
    expect(statuses).toEqual([503, 503, 200]);
    expect(inbox).toHaveLength(1);
    expect(await simulator.person(CHAT).say("alo")).toBe(503);
    expect(statuses).toHaveLength(3 + 6);
  });

  it("say what people do: coming by a code, tapping, leaving", async () => {
    const { open, simulator, inbox } = openMarket();
    const person = simulator.person(CHAT);
    await person.start("K7Q2M4XZ");
    await open().send(CHAT, {
      text: "Chọn đi",
      choices: [{ label: "Miến dong", payload: "show:ocop-12" }],
      link: { label: "Web", url: "https://a.vn" },
    });
    await person.tap("Miến dong");
    await expect(person.tap("Web")).rejects.toThrow("opens https://a.vn");
    await expect(person.tap("Chè")).rejects.toThrow('No button "Chè"');
    await person.block(true);
    expect(inbox.map(({ content }) => content)).toEqual([
      { kind: "start" },
      { kind: "text", text: "K7Q2M4XZ" },
      { kind: "tap", payload: "show:ocop-12" },
      { kind: "stop" },
    ]);
    expect(new Set(inbox.map(({ updateId }) => updateId)).size).toBe(4);
  });
});
