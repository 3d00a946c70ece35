import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { postPromotion } from "../../shared/usecases/post-promotion.ts";
import { mien, publish } from "../import/goods.ts";
import { openWith, type PromotingHome } from "./promoting-home.ts";
import { posted, wall } from "./walls.ts";

let home: PromotingHome;
beforeEach(async () => {
  home = await openWith(wall("tele"));
});
afterEach(() => home.close());

describe("a post", () => {
  it("goes onto every wall, and one that breaks keeps no other from its own", async () => {
    const [first, second, third] = [
      wall("first", { answers: [new Error("socket")] }),
      wall("second", { answers: [{ outcome: "refused", why: "Not allowed here: make the bot an administrator" }] }),
      wall("third"),
    ];
    home.hang(first, second, third);
    const one = await home.announce();
    expect(one.status).toBe("partly");
    expect(one.posts.map(({ wall: name, status }) => [name, status])).toEqual([
      ["first", "unknown"],
      ["second", "failed"],
      ["third", "posted"],
    ]);
    expect(one.posts[1]!.problem).toBe("Not allowed here: make the bot an administrator");
    expect(home.deadLetters()).toEqual([]);
  });

  it("is unknown after a crash between intent and result, and is never sent again", async () => {
    const dying = wall("dying", { answers: ["crash"] });
    home.hang(dying);
    await publish(home.app, mien());
    await home.deliver();
    const { id } = await home.only();
    void postPromotion(home.app, id);
    await expect.poll(() => dying.posted.length).toBe(1);
    expect((await home.only()).posts[0]!.status).toBe("posting");
    await postPromotion(home.app, id);
    await postPromotion(home.app, id);
    expect((await home.only()).posts[0]).toMatchObject({
      status: "unknown",
      problem: expect.stringContaining("look") as string,
    });
    expect(dying.posted).toHaveLength(1);
  });

  it("is sent once by ten deliveries at once, and its result stands", async () => {
    const busy = wall("busy");
    home.hang(busy);
    await publish(home.app, mien());
    await home.deliver();
    const { id } = await home.only();
    await Promise.all(Array.from({ length: 10 }, () => postPromotion(home.app, id)));
    expect(busy.posted).toHaveLength(1);
    expect(await home.only()).toMatchObject({ status: "posted", posts: [{ status: "posted", ref: "1" }] });
  });

  it("that the wall is still working on is asked about, further and further apart", async () => {
    const slow = wall("slow", {
      answers: [{ outcome: "submitted", ref: "token" }],
      checks: [
        { outcome: "submitted", ref: "token" },
        new Error("socket"),
        { outcome: "posted", ref: "9", url: "https://wall.test/9" },
      ],
    });
    home.hang(slow);
    expect(await home.announce()).toMatchObject({ status: "posting", posts: [{ status: "submitted", ref: "token" }] });
    await home.pass(2);
    expect(slow.asked).toBe(0);
    await home.pass(1);
    expect(slow.asked).toBe(1);
    await home.pass(5);
    expect(slow.asked).toBe(1);
    await home.pass(1);
    expect(slow.asked).toBe(2);
    await home.pass(12);
    expect(await home.only()).toMatchObject({
      status: "posted",
      posts: [{ status: "posted", ref: "9", url: "https://wall.test/9" }],
    });
    expect(slow.posted).toHaveLength(1);
  });

  it("that never comes through is unknown after eight questions", async () => {
    const slow = wall("slow", {
      answers: [{ outcome: "submitted", ref: "token" }],
      checks: [{ outcome: "submitted", ref: "token" }],
    });
    home.hang(slow);
    await home.announce();
    for (let round = 0; round < 12; round++) await home.pass(600);
    expect(slow.asked).toBe(8);
    expect(await home.only()).toMatchObject({ status: "partly", posts: [{ status: "unknown" }] });
  });

  it("that the wall puts off comes back at the time it named, and not before", async () => {
    const full = wall("full", {
      answers: [{ outcome: "later", why: "Too many requests", retryAfterMs: 30_000 }, posted("7")],
    });
    home.hang(full);
    const one = await home.announce();
    expect(one).toMatchObject({ status: "posting", posts: [{ status: "waiting" }] });
    await postPromotion(home.app, one.id);
    await home.pass(29);
    expect(full.posted).toHaveLength(1);
    await home.pass(1);
    expect(full.posted).toHaveLength(2);
    expect(await home.only()).toMatchObject({ status: "posted", posts: [{ status: "posted", ref: "7" }] });
  });

  it("that is put off eight times has failed", async () => {
    const full = wall("full", { answers: [{ outcome: "later", why: "Too many requests", retryAfterMs: 1000 }] });
    home.hang(full);
    await home.announce();
    for (let round = 0; round < 12; round++) await home.pass(60);
    expect(full.posted).toHaveLength(8);
    expect(await home.only()).toMatchObject({
      status: "failed",
      posts: [{ status: "failed", problem: "Too many requests (put off 8 times)" }],
    });
  });

  it("of a wall that is no more has failed, with the cure", async () => {
    await publish(home.app, mien());
    await home.deliver();
    home.hang();
    await postPromotion(home.app, (await home.only()).id);
    expect((await home.only()).posts[0]).toMatchObject({
      status: "failed",
      problem: "The channel tele is not set up: see what npm run doctor says about it",
    });
  });
});
