/** What was drafted is looked at again before it is posted: the product, the fair and who makes it may have changed. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { vnd } from "../../shared/domain/money.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { announceFair } from "../../shared/usecases/announce-fair.ts";
import { draftPromotion } from "../../shared/usecases/draft-promotion.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { postPromotion } from "../../shared/usecases/post-promotion.ts";
import { addProducer, mien, producer, publish } from "../import/goods.ts";
import { openWith, type PromotingHome } from "./promoting-home.ts";
import { posted, wall } from "./walls.ts";

let home: PromotingHome;
let tele: ReturnType<typeof wall>;
beforeEach(async () => {
  tele = wall("tele");
  home = await openWith(tele);
});
afterEach(() => home.close());

const change = (facts: object) => publish(home.app, mien({ product: { ...mien().product, ...facts } }));

const drafted = async () => {
  await publish(home.app, mien());
  await home.deliver();
  return (await home.only()).id;
};

describe("a product that changed since its post was drafted", () => {
  it.each<[string, () => Promise<unknown>, string]>([
    [
      "was withdrawn",
      () => change({ status: "withdrawn" }),
      "Not posted: it is off sale, or its producer is not verified (any more). Post by hand once it is back",
    ],
    [
      "has a suspended producer",
      () => addProducer(home.app, { ...producer, status: "suspended" }),
      "Not posted: it is off sale, or its producer is not verified (any more). Post by hand once it is back",
    ],
    [
      "turned out to be strong",
      () => change({ abv: 40 }),
      "Not posted: it may not be advertised (alcohol). Check its strength, class and name",
    ],
    [
      "needs confirmed content",
      () => change({ claimClass: "health_food" }),
      "Not posted: it may not be advertised (needs-confirmed-content). Check its strength, class and name",
    ],
  ])("and %s is not posted, and the reason is kept", async (_, happen, problem) => {
    const id = await drafted();
    await happen();
    await postPromotion(home.app, id);
    expect(tele.posted).toEqual([]);
    expect(await home.only()).toMatchObject({ status: "failed", posts: [{ status: "failed", problem }] });
  });

  it("is posted with its price of today, and the post keeps what was shown", async () => {
    const id = await drafted();
    const { link } = (await home.only()).posts[0]!.copy;
    await publish(home.app, mien({ offers: [{ unit: "gói", price: vnd(52_000), onHand: 20 }] }));
    await postPromotion(home.app, id);
    expect(tele.posted).toHaveLength(1);
    expect(tele.posted[0]!.text).toContain("52.000");
    expect(tele.posted[0]!.text).not.toContain("45.000");
    expect(tele.posted[0]!.link).toEqual(link);
    expect((await home.only()).posts[0]!.copy).toEqual(tele.posted[0]);
  });

  it("is looked at again where the wall put the post off", async () => {
    const full = wall("full", {
      answers: [{ outcome: "later", why: "Too many requests", retryAfterMs: 30_000 }, posted("7")],
    });
    home.hang(full);
    await home.announce();
    await change({ status: "withdrawn" });
    await home.pass(31);
    expect(full.posted).toHaveLength(1);
    expect(await home.only()).toMatchObject({ status: "failed", posts: [{ status: "failed" }] });
  });
});

it("a fair that is over by then is not posted", async () => {
  const told = await carryOut(home.app, () =>
    announceFair(home.app, {
      name: "Hội xuân",
      organizer: "UBND xã",
      from: "2026-11-25" as IsoDate,
      venue: { text: "Sân vận động" },
    }),
  );
  if ("refused" in told) throw new Error(told.code);
  await carryOut(home.app, () => draftPromotion(home.app, { fair: told.fair.id }));
  const { id } = await home.only();
  home.clock.advance(5 * 24 * 3_600_000);
  await postPromotion(home.app, id);
  expect(tele.posted).toEqual([]);
  expect(await home.only()).toMatchObject({
    status: "failed",
    posts: [{ status: "failed", problem: "Not posted: the fair is over or cancelled" }],
  });
});
