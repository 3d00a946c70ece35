/** The Page over real HTTP: uploads, lost answers, Facebook's own codes, and what is found again. */
import { onTestFinished, describe, expect, it } from "vitest";
import { SqliteFile } from "../../shared/adapters/sqlite/file.ts";
import { SqliteTable } from "../../shared/adapters/sqlite/table.ts";
import { type ChannelSettings } from "../../shared/ports/channel.ts";
import { NOBODY, PNG, serve } from "../../tests/contract/telegram-market.ts";
import { MORNING, settableClock } from "../../tests/fakes/clock.ts";
import { seededIds } from "../../tests/fakes/ids.ts";
import { collectingLog } from "../../tests/fakes/log.ts";
import { openChannel } from "./channel.ts";
import { simulate } from "./simulator.ts";

const COPY = {
  title: "Miến dong",
  text: "[QC] Miến dong Tân Việt Á, 85.000 đ. Bên bán: HTX Tân Việt Á.",
  link: { label: "Xem và đặt hàng", url: "https://ocop.example.vn/san-pham/mien-dong?m=K7Q2M4XZ" },
};
const MESSAGE = `${COPY.text}\n\nXem và đặt hàng: ${COPY.link.url}`;

/** `instead` answers in Facebook's place where it gives something. */
async function openPage(
  settings: ChannelSettings = {},
  instead: (request: Request) => Response | undefined = () => undefined,
) {
  const clock = settableClock();
  const log = collectingLog();
  const root = await serve((request) => instead(request) ?? simulator.handle(request));
  const simulator = simulate({
    apiRoot: `${root}/simulator/facebook/api`,
    clock,
    ids: seededIds(),
    deliver: () => Promise.reject(new Error("Nothing comes from a wall")),
  });
  const file = new SqliteFile({ path: ":memory:" });
  onTestFinished(() => file.close());
  const channel = openChannel({
    settings: { ...simulator.settings, ...settings },
    fetch,
    table: new SqliteTable(file, clock),
    clock,
    log,
    publicUrl: "https://ocop.example.vn",
  });
  return { channel, simulator, log, root };
}

/** Answers posts with this error of the Graph API. */
const failing =
  (error: object, headers: Record<string, string> = {}) =>
  (request: Request): Response | undefined =>
    request.method === "POST" ? Response.json({ error }, { status: 400, headers }) : undefined;

describe("a post", () => {
  it("without a picture shows a card of its link, and says where it stands", async () => {
    const { channel, simulator } = await openPage();
    const posted = await channel.post!(COPY);
    const [seen] = simulator.wall();
    expect(seen).toEqual({
      id: expect.stringMatching(/^104857601234567_\w+$/) as unknown,
      text: MESSAGE,
      link: { label: "ocop.example.vn", url: COPY.link.url },
      at: MORNING,
    });
    expect(posted).toEqual({ outcome: "posted", ref: seen!.id, url: `https://www.facebook.com/${seen!.id}` });
  });

  it("goes with the address of a public picture, and with the bytes of any other", async () => {
    const { channel, simulator } = await openPage();
    await channel.post!({ ...COPY, photo: "https://ocop.example.vn/a.jpg" });
    const shop = await serve(() => new Response(PNG, { headers: { "content-type": "image/png" } }));
    await channel.post!({ ...COPY, link: { ...COPY.link, url: `${COPY.link.url}2` }, photo: `${shop}/a.png` });
    const [linked, uploaded] = simulator.wall();
    expect(linked).toMatchObject({ text: MESSAGE, photo: "https://ocop.example.vn/a.jpg" });
    expect(uploaded?.text).toBe(`${MESSAGE}2`);
    const shown = await fetch(uploaded?.photo ?? "");
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(PNG);
  });

  it("from a laptop has its link in words, since Facebook can't open it", async () => {
    const { channel, simulator } = await openPage();
    const link = { label: "Xem", url: "http://localhost:3000/san-pham/mien?m=K7Q2M4XZ" };
    expect(await channel.post!({ ...COPY, link })).toMatchObject({ outcome: "posted" });
    expect(simulator.wall()).toMatchObject([{ text: `${COPY.text}\n\nXem: ${link.url}` }]);
  });

  it("never has the token in an address", async () => {
    const { channel, simulator } = await openPage();
    await channel.post!(COPY);
    await channel.diagnose!();
    const token = simulator.settings["FACEBOOK_PAGE_TOKEN"] ?? "";
    expect(simulator.calls().length).toBeGreaterThan(2);
    expect(simulator.calls().filter((call) => call.includes(token))).toEqual([]);
  });

  it.each([
    ["the text is over-long", { text: "x".repeat(63_207) }, "shorten the text"],
    ["the picture is gone", { photo: `${NOBODY}/a.png` }, "see that its address answers"],
  ])("is refused with a cure when %s", async (_, change, cure) => {
    const { channel, simulator } = await openPage();
    const posted = await channel.post!({ ...COPY, ...change });
    expect(posted).toMatchObject({ outcome: "refused", why: expect.stringContaining(cure) as unknown });
    expect(simulator.wall()).toEqual([]);
  });

  it("is refused with a cure when the picture is none", async () => {
    const { channel, simulator } = await openPage();
    const shop = await serve(() => new Response("<svg/>"));
    const posted = await channel.post!({ ...COPY, photo: `${shop}/a.png` });
    expect(posted).toMatchObject({ outcome: "refused", why: expect.stringContaining("JPEG or PNG") as unknown });
    expect(simulator.wall()).toEqual([]);
  });
});

describe("a lost answer", () => {
  it("is made good by finding the post", async () => {
    const { channel, simulator } = await openPage();
    simulator.fault({ kind: "lost-after" });
    const posted = await channel.post!(COPY);
    const [seen, ...others] = simulator.wall();
    expect(others).toEqual([]);
    const url = `https://www.facebook.com/${seen!.id.replace("_", "/posts/")}`;
    expect(posted).toEqual({ outcome: "posted", ref: seen!.id, url });
  });

  it("leaves the post unknown where it is not found, or the Page can't be looked at", async () => {
    const { channel, simulator } = await openPage();
    simulator.fault({ kind: "lost-before" });
    expect(await channel.post!(COPY)).toEqual({
      outcome: "unknown",
      why: "Facebook gave no answer (UND_ERR_SOCKET)",
    });
    let looks = 0;
    const blind = await openPage({}, (request) => {
      if (request.method === "POST" || looks++ === 0) return undefined;
      return new Response("", { status: 500 });
    });
    blind.simulator.fault({ kind: "lost-after" });
    expect(await blind.channel.post!(COPY)).toMatchObject({ outcome: "unknown" });
  });

  it("does not lead to a second post when somebody posts it again later", async () => {
    const { channel, simulator } = await openPage();
    simulator.fault({ kind: "lost-after" });
    const first = await channel.post!(COPY);
    expect(await channel.post!({ ...COPY, text: `${COPY.text} Mời bà con.` })).toEqual(first);
    expect(simulator.wall()).toHaveLength(1);
  });

  it("does not take a longer link for the same", async () => {
    const { channel, simulator } = await openPage();
    await channel.post!({ ...COPY, link: { ...COPY.link, url: `${COPY.link.url}&b=1` } });
    expect(await channel.post!(COPY)).toMatchObject({ outcome: "posted" });
    expect(simulator.wall()).toHaveLength(2);
  });

  it("is for later when the Page can't be looked at before: nothing was posted", async () => {
    const { channel, simulator } = await openPage();
    simulator.fault({ kind: "lost-before", call: "/posts" });
    expect(await channel.post!(COPY)).toMatchObject({ outcome: "later" });
    expect(simulator.wall()).toEqual([]);
    const nobody = await openPage({ FACEBOOK_GRAPH_ROOT: NOBODY });
    expect(await nobody.channel.post!(COPY)).toEqual({
      outcome: "later",
      why: "Facebook gave no answer (ECONNREFUSED)",
      retryAfterMs: 30_000,
    });
  });
});

describe("Facebook's codes", () => {
  it.each([
    [1, "later", "Facebook answered 1"],
    [2, "later", "Facebook answered 2"],
    [4, "later", "Facebook answered 4"],
    [17, "later", "Facebook answered 17"],
    [32, "later", "Facebook answered 32"],
    [80001, "later", "Facebook answered 80001"],
    [190, "refused", "set FACEBOOK_PAGE_TOKEN"],
    [10, "refused", "pages_manage_posts"],
    [200, "refused", "pages_manage_posts"],
    [299, "refused", "pages_manage_posts"],
    [100, "refused", "FACEBOOK_PAGE_ID"],
    [368, "refused", "Page quality"],
    [506, "refused", "change the text"],
    [9999, "refused", "Facebook answered 9999: No"],
  ])("%i means %s", async (code, outcome, why) => {
    const { channel } = await openPage({}, failing({ code, message: "No", type: "OAuthException" }));
    const posted = await channel.post!(COPY);
    expect(posted).toMatchObject({ outcome, why: expect.stringContaining(why) as unknown });
  });

  it("tell how long to wait, in minutes", async () => {
    const use = (minutes: number) => [{ type: "pages", estimated_time_to_regain_access: minutes }];
    const headers = { "x-business-use-case-usage": JSON.stringify({ 1: use(3), 2: use(12) }) };
    const { channel } = await openPage({}, failing({ code: 80001, message: "Slow" }, headers));
    expect(await channel.post!(COPY)).toMatchObject({ outcome: "later", retryAfterMs: 12 * 60_000 });
  });

  it.each([
    [502, "unknown"],
    [504, "unknown"],
    [500, "unknown"],
    [200, "unknown"],
    [503, "later"],
    [429, "later"],
    [413, "refused"],
  ])("are missing from a proxy's HTML: status %i is %s", async (status, outcome) => {
    const { channel } = await openPage({}, ({ method }) =>
      method === "POST" ? new Response("<html>Bad</html>", { status }) : undefined,
    );
    expect(await channel.post!(COPY)).toMatchObject({ outcome });
  });
});

describe("its diagnosis", () => {
  it("finds nothing wrong with a Page that is set up", async () => {
    const { channel } = await openPage();
    expect(await channel.diagnose!()).toEqual([]);
  });

  it.each([
    ["a wrong token, which is not repeated", { FACEBOOK_PAGE_TOKEN: "EAAguess" }, "set FACEBOOK_PAGE_TOKEN."],
    ["a token of another Page", { FACEBOOK_PAGE_ID: "1" }, "but FACEBOOK_PAGE_ID is 1"],
    ["nobody there", { FACEBOOK_GRAPH_ROOT: NOBODY }, "can be reached from here"],
  ])("tells of %s", async (_, settings, cure) => {
    const { channel } = await openPage(settings);
    const problems = await channel.diagnose!();
    expect(problems).toEqual([expect.stringContaining(cure)]);
    expect(problems.join()).not.toContain("EAAguess");
  });

  it("asks for what is not set, and writes to nobody", async () => {
    await expect(openPage({ FACEBOOK_PAGE_TOKEN: "" })).rejects.toThrow("FACEBOOK_PAGE_TOKEN");
    const { channel } = await openPage();
    expect(await channel.send("1", { text: "Dạ" })).toMatchObject({ outcome: "refused", parts: 0 });
  });
});
