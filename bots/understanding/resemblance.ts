/**
 * What a message that no rule reads was most likely for: its words weighed by how often labelled messages of each intent
 * have them (naive Bayes over words and pairs). `resemblance.json` is made by `node tests/understanding/learn.ts`.
 */
import learned from "./resemblance.json" with { type: "json" };
import { type Intent, INTENTS } from "./reading.ts";

/** How much likelier than the next the likeliest must be: below, the rules' guess was right as often. */
const MARGIN = 4;
const SMOOTH = 0.3;

/** Words and neighbouring pairs of a line of signs; each counts once. */
export function featuresOf(gist: string): ReadonlySet<string> {
  const words = ["^", ...gist.split(/[^\p{L}\p{N}§~?]+/u).filter((word) => word !== ""), "$"];
  return new Set([...words.slice(1, -1), ...words.slice(1).map((word, at) => `${words[at] ?? ""}_${word}`)]);
}

type Counts = ReadonlyMap<string, number>;
const countsOf = (listed: string): Counts =>
  new Map(
    listed.split(" ").map((pair) => {
      const at = pair.lastIndexOf(":");
      return [pair.slice(0, at), Number(pair.slice(at + 1))];
    }),
  );

const table = new Map(
  Object.entries(learned).map(([intent, { messages, words }]) => [intent, { messages, counts: countsOf(words) }]),
);
const known = new Set([...table.values()].flatMap(({ counts }) => [...counts.keys()]));
const total = [...table.values()].reduce((sum, { messages }) => sum + messages, 0);

/**
 * What may be guessed: it leads to an answer, a question or a person. Placing, changing, cancelling, agreeing and opting
 * out are never guessed.
 */
const GUESSED: ReadonlySet<Intent> = new Set([
  "greet",
  "handover",
  "complaint",
  "order_status",
  "ask_event",
  "subscribe",
  "checkout",
]);

/** Null when no intent stands out, or one that is not for guessing. */
export function mostAlike(gist: string): Intent | null {
  const features = [...featuresOf(gist)].filter((feature) => known.has(feature));
  const ranked = INTENTS.flatMap((intent) => {
    const row = table.get(intent);
    if (row === undefined) return [];
    const { messages, counts } = row;
    const prior = 0.5 * Math.log((messages + 1) / (total + INTENTS.length));
    const likeness = (feature: string) => Math.log(((counts.get(feature) ?? 0) + SMOOTH) / (messages + 2 * SMOOTH));
    return [{ intent, score: features.reduce((sum, feature) => sum + likeness(feature), prior) }];
  }).sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (first === undefined || second === undefined || first.score - second.score < MARGIN) return null;
  return GUESSED.has(first.intent) ? first.intent : null;
}
