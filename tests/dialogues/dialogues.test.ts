/** Whole conversations come out right, on the half that was tuned on and on the half that was not. */
import { describe, expect, it } from "vitest";
import { dialogues, isTuned } from "./corpus.ts";
import { play } from "./play.ts";
import { score } from "./score.ts";

/** Shares of dialogues with every check right; raised whenever they rise. */
const FLOORS = { tuned: 0.88, untuned: 0.66 };

describe.each(["telegram", "zalo"])("on %s", (channel) => {
  it("orders, people called and leads are what the customer meant", async () => {
    const played = await play(channel, dialogues);
    const predictions = played.map(({ prediction }) => prediction);
    const tuned = await score(dialogues.filter(isTuned), predictions);
    const untuned = await score(
      dialogues.filter((dialogue) => !isTuned(dialogue)),
      predictions,
    );
    expect(tuned.n).toBeGreaterThanOrEqual(20);
    expect(untuned.n).toBeGreaterThanOrEqual(20);
    expect(tuned.shares["all"], tuned.wrong.join("\n")).toBeGreaterThanOrEqual(FLOORS.tuned);
    expect(untuned.shares["all"]).toBeGreaterThanOrEqual(FLOORS.untuned);
  });
});
