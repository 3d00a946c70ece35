/** The weights in the repository are those that the labelled messages teach. */
import { describe, expect, it } from "vitest";
import learned from "../../bots/understanding/learned-intent.json" with { type: "json" };
import { examplesOf, fingerprint, learn, TAUGHT_BY } from "./train-intent.ts";

describe("learned-intent.json", () => {
  const examples = examplesOf(...TAUGHT_BY);

  it("was made from the messages as labelled and read today; else run: node tests/understanding/train-intent.ts", () => {
    expect(learned.taughtBy).toBe(fingerprint(examples));
  });

  it("is the same whenever it is learned from the same messages", () => {
    const few = examples.filter((_, at) => at % 8 === 0);
    expect(learn(few)).toEqual(learn(few));
  });

  it("weighs at most 24 KB", () => {
    expect(JSON.stringify(learned).length).toBeLessThanOrEqual(24 * 1024);
  });
});
