/** `node tests/understanding/train-intent.ts`: learns from the labelled messages what each is for, into bots/understanding/learned-intent.json. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { featuresOf } from "../../bots/understanding/intent-features.ts";
import { ruled } from "../../bots/understanding/intent.ts";
import { LETTERS, NO_WEIGHT, WEIGHTS } from "../../bots/understanding/learned-intent.ts";
import { factsOf } from "../../bots/understanding/read-message.ts";
import { INTENTS } from "../../bots/understanding/reading.ts";
import { type Fit, fit, type Row } from "./logistic.ts";
import { corpusLexicon, type Message, messagesOf } from "./score.ts";

/**
 * Messages that only measure are not among them. The rules were written over the first two, so that those of strangers tell
 * better how far a rule is to be trusted: each counts twice.
 */
export const TAUGHT_BY = ["dev.jsonl", "more-tuned.jsonl", "more-strangers.jsonl"];
const STRANGERS = "more-strangers.jsonl";
/** As many weights as are kept: more weigh more than they tell. */
const KEPT = 3000;
const STEPS = 120;

export type Example = { readonly message: Message; readonly features: readonly string[]; readonly weight: number };

export function examplesOf(...files: readonly string[]): Example[] {
  const lexicon = corpusLexicon();
  return files.flatMap((file) =>
    messagesOf(file).map((message) => {
      const { facts } = factsOf(message.text, lexicon);
      return { message, features: [...featuresOf(facts, ruled(facts))], weight: file === STRANGERS ? 2 : 1 };
    }),
  );
}

/** Changes with any label and with anything read differently. */
export const fingerprint = (examples: readonly Example[]): string =>
  createHash("sha256")
    .update(JSON.stringify(examples.map(({ message, features }) => [message.intent, features])))
    .digest("hex")
    .slice(0, 16);

/** Features said twice, in the order met; what is said once tells of one message. */
function known(examples: readonly Example[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([feature]) => feature);
}

/** Only the greatest weights, at none what is less. */
function pruned(model: Fit): Fit {
  const sizes = model.weights.map(Math.abs).sort().reverse();
  const least = sizes[KEPT] ?? 0;
  return { ...model, weights: model.weights.map((weight) => (Math.abs(weight) <= least ? 0 : weight)) };
}

export function learn(examples: readonly Example[]) {
  const names = known(examples);
  const index = new Map(names.map((name, at) => [name, at]));
  const rows: Row[] = examples.map(({ message, features, weight }) => ({
    label: (INTENTS as readonly string[]).indexOf(message.intent),
    features: features.flatMap((feature) => index.get(feature) ?? []),
    weight,
  }));
  const options = { labels: INTENTS.length, features: names.length, pull: 1, steps: STEPS };
  const { weights } = fit(rows, { ...options, from: pruned(fit(rows, options)) });
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / NO_WEIGHT;
  const codes = names.flatMap((name, at) => {
    const own = [...weights.slice(at * INTENTS.length, (at + 1) * INTENTS.length)].map((one) => Math.round(one / step));
    const code = own.flatMap((one, label) => (one === 0 ? [] : [`${LETTERS[label]}${WEIGHTS[one + NO_WEIGHT]}`]));
    return code.length === 0 ? [] : [`${name}|${code.join("")}`];
  });
  return { scale: Number(step.toFixed(4)), weights: codes.sort().join(" ") };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const examples = examplesOf(...TAUGHT_BY);
  const file = fileURLToPath(new URL("../../bots/understanding/learned-intent.json", import.meta.url));
  writeFileSync(file, `${JSON.stringify({ taughtBy: fingerprint(examples), ...learn(examples) }, null, 2)}\n`);
}
