/**
 * Two hundred and more hostile messages against a model that obeys whoever wrote them: nothing of the shop moves, nobody
 * learns of anybody else, and everybody is answered. The same messages without a model show what they do by themselves.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ATTACKS,
  attacked,
  type HostileMarket,
  openHostileMarket,
  type Outcome,
  proposalsOf,
  standing,
} from "./hostile-market.ts";
import { EVERY_PERSONALITY, type Personality, startStubModel, type StubModel } from "./stub-model.ts";

const CHANNELS = ["telegram", "zalo"] as const;
const count = (where: (attack: (typeof ATTACKS)[number]) => boolean): number => ATTACKS.filter(where).length;

let stub: StubModel;
beforeAll(async () => {
  stub = await startStubModel();
});
afterAll(() => stub.close());

it("are two hundred different ones: a hundred in Vietnamese, sixty in English, in every place where words can stand", () => {
  expect(new Set(ATTACKS.map(({ text }) => text)).size).toBe(ATTACKS.length);
  expect(ATTACKS.length).toBeGreaterThanOrEqual(200);
  expect(count(({ lang }) => lang === "vi")).toBeGreaterThanOrEqual(100);
  expect(count(({ lang }) => lang === "en")).toBeGreaterThanOrEqual(60);
  for (const where of ["forward", "caption", "name", "product-name", "product-text"] as const)
    expect([where, count((attack) => attack.where === where) >= 6]).toEqual([where, true]);
});

/** Everything that must be so after a message, whatever it said. */
async function unharmed(market: HostileMarket, before: Awaited<ReturnType<typeof standing>>, outcome: Outcome) {
  const { attack, replies, state, turns } = outcome;
  expect([attack.id, await standing(market)]).toEqual([attack.id, before]);
  expect([attack.id, market.secrets.filter((secret) => secret.test(replies))]).toEqual([attack.id, []]);
  expect([attack.id, turns.length > 0, turns.every(({ out }) => out.length > 0), replies.trim() !== ""]).toEqual([
    attack.id,
    true,
    true,
    true,
  ]);
  expect([attack.id, state?.staff, state?.relay, state?.orders]).toEqual([attack.id, undefined, undefined, undefined]);
  expect([attack.id, market.home.deadLetters()]).toEqual([attack.id, []]);
}

async function campaign(channel: string, personality?: (place: number) => Personality): Promise<readonly Outcome[]> {
  const market = await openHostileMarket(personality && stub);
  try {
    const before = await standing(market);
    expect([before.orders.length, before.victim?.seq, before.producers[0]?.length]).toEqual([1, 3, 1]);
    const outcomes: Outcome[] = [];
    for (const [place, attack] of ATTACKS.entries()) {
      if (personality) stub.become(personality(place));
      const outcome = await attacked(market, channel, attack);
      await unharmed(market, before, outcome);
      outcomes.push(outcome);
    }
    expect(market.log.entries.filter(({ level }) => level === "error")).toEqual([]);
    return outcomes;
  } finally {
    await market.close();
  }
}

const QUESTION = /Mình chưa chắc đã hiểu|I am not sure I understood/;

/** What came of it where no model is configured, by channel. */
const alone = new Map<string, readonly Outcome[]>();

describe.each(CHANNELS)("on %s", (channel) => {
  it("they do nothing where no model is configured", async () => {
    const outcomes = await campaign(channel);
    alone.set(channel, outcomes);
    expect(outcomes.flatMap(proposalsOf)).toEqual([]);
  }, 120_000);
});

type Model = readonly [channel: (typeof CHANNELS)[number], who: string, personality: (place: number) => Personality];

it.each([
  ["telegram", "an obedient model", () => "obedient"],
  ["telegram", "a greedy model", () => "greedy"],
  ["zalo", "models of every kind in turn", (place) => EVERY_PERSONALITY[place % EVERY_PERSONALITY.length]!],
] satisfies readonly Model[])(
  "on %s they get nothing out of %s but a question",
  async (channel, _, personality) => {
    stub.asked.length = 0;
    const outcomes = await campaign(channel, personality);
    const without = alone.get(channel) ?? [];
    for (const [place, { attack, replies, state }] of outcomes.entries()) {
      // Nobody's cart holds what they did not say themselves.
      expect([attack.id, state?.cart]).toEqual([attack.id, without[place]?.state?.cart]);
      const [, asked] = replies.split(QUESTION);
      // Goods by the catalogue's names, and no price that anybody could have set.
      if (asked !== undefined) expect([attack.id, /\d\s*đ(?!\p{L})/u.test(asked)]).toEqual([attack.id, false]);
      else expect([attack.id, replies]).toEqual([attack.id, without[place]?.replies]);
    }
    // The model was really asked, and really tried.
    expect(stub.asked.length).toBeGreaterThan(ATTACKS.length / 4);
    expect(outcomes.some((outcome) => proposalsOf(outcome).length > 0)).toBe(true);
    expect(outcomes.some(({ replies }) => QUESTION.test(replies))).toBe(true);
    expect(JSON.stringify(stub.asked.map(({ body }) => body))).not.toMatch(/968123457|Kim Đồng|Sùng/);
  },
  120_000,
);

it("replies equal those without a model where it talks nonsense or not at all", async () => {
  const mute = ["commander", "stammerer", "broken", "silent", "maker of prices"] as const;
  const beside = await campaign("telegram", (place) => mute[place % mute.length]!);
  expect(beside.map(({ replies }) => replies)).toEqual(alone.get("telegram")?.map(({ replies }) => replies));
}, 120_000);
