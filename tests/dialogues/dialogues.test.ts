/** Whole conversations come out right: those that were tuned on, and those that nobody looked at. */
import { describe, expect, it } from "vitest";
import { type Half, HALVES } from "./corpus.ts";
import { play } from "./play.ts";
import { score } from "./score.ts";

/** Shares of dialogues with every check right; raised whenever they rise. */
const FLOORS = { tuned: 0.96, untuned: 0.88 };

/** Some two thousand turns, each a commit. */
const PATIENCE_MS = 180_000;

describe.each(["telegram", "zalo"])("on %s", (channel) => {
  it.each<Half>(["tuned", "untuned"])(
    "orders, people called and leads are what the customer meant: %s",
    async (half) => {
      const played = await play(channel, HALVES[half]);
      const { n, shares, wrong } = await score(
        HALVES[half],
        played.map(({ prediction }) => prediction),
      );
      expect(n).toBeGreaterThanOrEqual(50);
      // What fails of the unseen ones is told by nobody, so that nobody tunes on it.
      expect(shares["all"], half === "tuned" ? wrong.join("\n") : undefined).toBeGreaterThanOrEqual(FLOORS[half]);
    },
    PATIENCE_MS,
  );
});
