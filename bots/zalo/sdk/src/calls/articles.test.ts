import { describe, expect, it } from "vitest";
import { clientOf, ok, refusal, refused } from "../../testing/fake-answers.ts";

const article = {
  title: "Miến dong Phia Đén",
  author: "HTX Tâm Hòa",
  description: "Sợi dai, thơm",
  status: "show",
  coverUrl: "https://shop.vn/ảnh/miến dong.jpg",
  body: [
    { type: "text", content: "<p>[QC]</p>" },
    { type: "image", url: "https://shop.vn/a.jpg" },
  ],
} as const;

describe("articles", () => {
  it("are created, waited for and shown, their addresses in ASCII", async () => {
    const states = [refused(-214), ok({}), ok({ id: "a-1" })];
    const { client, server } = await clientOf((seen) =>
      seen.path.endsWith("/create") ? ok({ token: "t-1" }) : states.shift()!,
    );
    const token = await client.createArticle(article);
    const slept: number[] = [];
    const sleep = (ms: number) => Promise.resolve(void slept.push(ms));
    expect(await client.awaitArticle(token, { sleep })).toEqual({ ready: true, id: "a-1" });
    expect(slept).toEqual([3_000, 3_000]);
    expect(server.bodies()[0]).toEqual({
      type: "normal",
      title: article.title,
      author: article.author,
      description: article.description,
      status: "show",
      comment: "show",
      cover: { cover_type: "photo", photo_url: "https://shop.vn/%E1%BA%A3nh/mi%E1%BA%BFn%20dong.jpg", status: "show" },
      body: article.body,
    });
    expect(server.bodies()[1]).toEqual({ token: "t-1" });
  });

  it("that are not ready in time are an answer, those that failed an error", async () => {
    const { client, server } = await clientOf(refused(-214));
    const sleep = () => Promise.resolve();
    expect(await client.awaitArticle("t-1", { sleep, tries: 2 })).toEqual({ ready: false });
    expect(server.seen.length).toBe(2);
    await server.close();
    const { client: failing } = await clientOf(refused(-200, "Upload media failed"));
    expect(await refusal(failing.verifyArticle("t-1"))).toMatchObject({ code: -200, reply: "Upload media failed" });
  });

  it("are changed, removed, read and listed by ten", async () => {
    const { client, server } = await clientOf((seen) => {
      if (seen.path.endsWith("/update")) return ok({ token: "t-2" });
      return seen.path.endsWith("/getslice") ? ok({ total: 1, medias: [{ id: "a-1" }] }) : ok({ id: "a-1" });
    });
    expect(await client.updateArticle("a-1", { ...article, status: "hide" })).toBe("t-2");
    await client.removeArticle("a-1");
    expect(await client.articleDetail("a-1")).toEqual({ id: "a-1" });
    expect(await client.listArticles({ offset: 0, limit: 10 })).toEqual({ total: 1, articles: [{ id: "a-1" }] });
    expect(server.seen.map((seen) => [seen.path, seen.query])).toEqual([
      ["/v2.0/article/update", {}],
      ["/v2.0/article/remove", {}],
      ["/v2.0/article/getdetail", { id: "a-1" }],
      ["/v2.0/article/getslice", { offset: "0", limit: "10", type: "normal" }],
    ]);
    expect(server.bodies()[0]).toMatchObject({ id: "a-1", status: "hide" });
    expect((await refusal(client.listArticles({ offset: 0, limit: 11 }))).code).toBe("over-limit");
    expect((await refusal(client.createArticle({ ...article, title: "x".repeat(141) }))).code).toBe("over-limit");
  });

  it("are pushed by a broadcast of at most five", async () => {
    const { client, server } = await clientOf(ok({ message_id: "b-1" }));
    const target = { gender: "0", cities: "9" } as const;
    expect(await client.sendBroadcast({ articleIds: ["a-1", "a-2"], target })).toEqual({ messageId: "b-1" });
    const elements = ["a-1", "a-2"].map((id) => ({ media_type: "article", attachment_id: id }));
    const attachment = { type: "template", payload: { template_type: "media", elements } };
    expect(server.bodies()[0]).toEqual({ recipient: { target }, message: { attachment } });
    const six = ["1", "2", "3", "4", "5", "6"];
    expect((await refusal(client.sendBroadcast({ articleIds: six }))).code).toBe("over-limit");
  });
});
