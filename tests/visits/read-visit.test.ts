/** Days and people are read as meant, on the half that was tuned on and on the half that was not. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readVisit } from "../../bots/understanding/read-visit.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { type Sample } from "./sample.ts";
import { TUNED } from "./tuned.ts";
import { UNTUNED } from "./untuned.ts";

const MONDAY = "2026-11-23" as IsoDate;

const wrong = (samples: readonly Sample[]): readonly string[] =>
  samples
    .filter(
      ([words, expected]) => JSON.stringify(sorted(readVisit(words, MONDAY).said)) !== JSON.stringify(sorted(expected)),
    )
    .map(
      ([words, expected]) => `${words}: ${JSON.stringify(expected)} / ${JSON.stringify(readVisit(words, MONDAY).said)}`,
    );

const sorted = (said: object): object =>
  Object.fromEntries(Object.entries(said).toSorted(([one], [other]) => one.localeCompare(other)));

describe("days and people", () => {
  it("are read in every sentence of the tuned half", () => {
    expect(wrong(TUNED)).toEqual([]);
  });
  it("are read in the half that was never tuned on", () => {
    expect(UNTUNED.length).toBeGreaterThanOrEqual(20);
    expect(wrong(UNTUNED)).toEqual([]);
  });

  it.each([
    ["20", "days", { from: "2026-12-20" }],
    ["dạ 2 ạ", "nights", { nights: 2 }],
    ["bốn nhé", "people", { people: 4 }],
  ] as const)("are read in %s where %s were asked for", (words, asked, said) => {
    expect(readVisit(words, MONDAY, asked)).toEqual({ said, rest: "" });
  });

  it("leave the rest of the message as it was typed", () => {
    expect(readVisit("đặt 1 phòng homestay Khuổi Ky 2 đêm từ 24/12 cho 2 người, Hoa 0912345678", MONDAY)).toEqual({
      said: { from: "2026-12-24", nights: 2, people: 2 },
      rest: "đặt 1 phòng homestay Khuổi Ky , Hoa 0912345678",
    });
  });

  it("never throw, whatever is typed, and never give a day gone by", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (words) => {
        const { from = MONDAY } = readVisit(words, MONDAY).said;
        expect(from >= MONDAY).toBe(true);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
