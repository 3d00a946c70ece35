/**
 * What a message is most likely for, and how likely: what it says, weighed as labelled messages taught (multinomial logistic
 * regression). `learned-intent.json` is made by `node tests/understanding/train-intent.ts`; docs/understanding.md says how to teach it.
 */
import learned from "./learned-intent.json" with { type: "json" };
import { type Decision } from "./intent-unnamed.ts";
import { INTENTS } from "./reading.ts";

/** Weights are whole numbers from -15 to 15; each has its letter. */
export const WEIGHTS = "abcdefghijklmnopqrstuvwxyz01234";
export const NO_WEIGHT = 15;
/** Each intent has its letter too, in the order of INTENTS. */
export const LETTERS = "abcdefghijklmnopqr";

type Pull = { readonly intent: number; readonly weight: number };

/** "aBcD": intent and weight in turn. */
const pullsOf = (code: string): readonly Pull[] =>
  (code.match(/../g) ?? []).map(([intent = "", weight = ""]) => ({
    intent: LETTERS.indexOf(intent),
    weight: (WEIGHTS.indexOf(weight) - NO_WEIGHT) * learned.scale,
  }));

const table = new Map(
  learned.weights.split(" ").map((pair): [string, readonly Pull[]] => {
    const at = pair.lastIndexOf("|");
    return [pair.slice(0, at), pullsOf(pair.slice(at + 1))];
  }),
);

export function likeliest(features: ReadonlySet<string>): Decision {
  const scores = INTENTS.map(() => 0);
  for (const feature of features)
    for (const { intent, weight } of table.get(feature) ?? []) scores[intent] = (scores[intent] ?? 0) + weight;
  const most = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - most), 0);
  return { intent: INTENTS[scores.indexOf(most)] ?? "other", confidence: 1 / sum };
}
