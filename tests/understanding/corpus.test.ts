/** Floors of understanding on labelled messages: those it was tuned on, and those that only measure it. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { corpusFile, messagesOf, score } from "./score.ts";

const FILES = ["dev.jsonl", "more-tuned.jsonl", "more-strangers.jsonl", "more-untuned.jsonl"];

/** Names of figures that are below their floor. */
const below = (figures: Readonly<Record<string, number | null>>, floors: Readonly<Record<string, number>>): string[] =>
  Object.entries(floors)
    .filter(([name, floor]) => (figures[name] ?? 0) < floor)
    .map(([name, floor]) => `${name} ${String(figures[name])} < ${String(floor)}`);

describe("the labelled messages", () => {
  it("keep to the corpus' form", () => {
    const checked = execFileSync(process.execPath, [corpusFile("score.mjs"), "--check", ...FILES.map(corpusFile)], {
      encoding: "utf8",
    });
    expect(checked.match(/ 0 problems/g)).toHaveLength(FILES.length);
  });

  it("are at least 500 of our own beside the corpus, 60 of them English, no text twice", () => {
    const own = messagesOf("more-tuned.jsonl", "more-untuned.jsonl");
    const texts = messagesOf(...FILES).map((message) => message.text);
    const english = own.filter((message) => JSON.stringify(message).includes('"english"'));
    expect(own.length - english.length).toBeGreaterThanOrEqual(500);
    expect(english.length).toBeGreaterThanOrEqual(60);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe("understanding", () => {
  it("holds its floors on the messages it was tuned on", () => {
    const { overall } = score("dev.jsonl", "more-tuned.jsonl");
    expect(
      below(overall, {
        intent_acc_any: 0.98,
        item_f1: 0.98,
        phone_acc: 0.99,
        address_acc: 0.97,
        name_acc: 0.93,
        frame_acc: 0.97,
      }),
    ).toEqual([]);
    expect(overall["ambiguity_guess_rate"]).toBe(0);
    expect(overall["bad_quantity_accepted_rate"]).toBe(0);
    expect(overall["negation_violation_rate"]).toBe(0);
  });

  it("holds its floors on messages nobody looked at while tuning", () => {
    const { overall } = score("more-untuned.jsonl");
    expect(below(overall, UNTUNED_FLOORS)).toEqual([]);
    expect(overall["bad_quantity_accepted_rate"]).toBe(0);
  });

  it("reads no line by its exact words", () => {
    const code = FILES.flatMap((file) => messagesOf(file)).filter((message) => message.text.length > 25);
    const sources = ["cues.ts", "cues-order.ts", "polarity.ts", "revise-items.ts", "words.json"].map((file) =>
      readFileSync(corpusFile(`../../bots/understanding/${file}`), "utf8").replaceAll(
        /\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm,
        "",
      ),
    );
    expect(code.filter((message) => sources.some((source) => source.includes(message.text)))).toEqual([]);
  });
});

const UNTUNED_FLOORS = {
  intent_acc_any: 0.94,
  item_f1: 0.92,
  phone_acc: 0.98,
  address_acc: 0.9,
  name_acc: 0.85,
  frame_acc: 0.9,
};
