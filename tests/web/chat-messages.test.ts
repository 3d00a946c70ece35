import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signVisitor } from "../../bots/webchat/visitor.ts";
import { DAY } from "../../shared/domain/time.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.market.close());

const cookieOf = (id: string): { cookie: string } => {
  const secret = site.market.simulators.get("webchat")?.settings["WEBCHAT_SECRET"] ?? "";
  return { cookie: `visitor=${signVisitor(secret, id)}` };
};

const fetchNews = async (path: string, headers?: Record<string, string>) => {
  const response = await site.get(path, headers);
  return {
    ...response,
    news: JSON.parse(response.text) as { messages: { seq: number; text: string }[]; last: number },
  };
};

const send = async (chat: string, text: string): Promise<void> => {
  await (await site.market.home.app.channels.get("webchat"))?.send(chat, { text });
};

describe("a visitor's messages", () => {
  it("are the visitor's own, in order, and each once", async () => {
    await send("lan", "một");
    await send("nam", "của người khác");
    await send("lan", "hai");
    const first = await fetchNews("/chat/messages?after=0", cookieOf("lan"));
    expect(first.news.messages.map(({ text }) => text)).toEqual(["một", "hai"]);
    expect(first.headers.get("cache-control")).toBe("no-store");
    const again = await fetchNews(`/chat/messages?after=${first.news.last}`, cookieOf("lan"));
    expect(again.news).toEqual({ messages: [], last: first.news.last });
  });

  it("come fifty at a time", async () => {
    for (let place = 0; place < 60; place += 1) await send("lan", String(place));
    const first = await fetchNews("/chat/messages", cookieOf("lan"));
    const second = await fetchNews(`/chat/messages?after=${first.news.last}`, cookieOf("lan"));
    expect([first.news.messages.length, second.news.messages.length]).toEqual([50, 10]);
  });

  it("are gone after thirty days, and what comes later is still seen by a page that kept its place", async () => {
    await send("lan", "cũ");
    const { news } = await fetchNews("/chat/messages", cookieOf("lan"));
    site.market.clock.advance(31 * DAY);
    expect((await fetchNews("/chat/messages", cookieOf("lan"))).news.messages).toEqual([]);
    await send("lan", "mới");
    const later = await fetchNews(`/chat/messages?after=${news.last}`, cookieOf("lan"));
    expect(later.news.messages.map(({ text }) => text)).toEqual(["mới"]);
  });

  it("keep their order when many are sent in the same second at once", async () => {
    await Promise.all(Array.from({ length: 10 }, (_, place) => send("lan", String(place))));
    const { news } = await fetchNews("/chat/messages", cookieOf("lan"));
    expect(new Set(news.messages.map(({ seq }) => seq)).size).toBe(10);
  });
});

describe("somebody who is no visitor", () => {
  it("sees nothing without a cookie", async () => {
    await send("lan", "một");
    expect((await fetchNews("/chat/messages?after=0")).news).toEqual({ messages: [], last: 0 });
  });

  it("sees nothing with a made-up cookie, which is taken away", async () => {
    await send("lan", "một");
    const { news, headers } = await fetchNews("/chat/messages", {
      cookie: `visitor=${signVisitor("a guess at the secret", "lan")}`,
    });
    expect(news.messages).toEqual([]);
    expect(headers.get("set-cookie")).toMatch(/^visitor=; .*Max-Age=0/);
  });

  it.each(["abc", "-5", "1e400", "0.5"])("may ask after %s, which is no number of a message", async (after) => {
    expect((await fetchNews(`/chat/messages?after=${after}`)).status).toBe(200);
  });
});
