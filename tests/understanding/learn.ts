/** `node tests/understanding/learn.ts`: counts the words of the tuned messages by intent into bots/understanding/resemblance.json. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { normalise } from "../../bots/understanding/normalise.ts";
import { INTENTS } from "../../bots/understanding/reading.ts";
import { featuresOf } from "../../bots/understanding/resemblance.ts";
import { see } from "../../bots/understanding/see.ts";
import { corpusLexicon, messagesOf } from "./score.ts";

const lexicon = corpusLexicon();
const rows = messagesOf("dev.jsonl", "more-tuned.jsonl").map(({ text, intent }) => ({
  intent,
  features: featuresOf(see(normalise(text), lexicon).line.gist),
}));

const everywhere = new Map<string, number>();
for (const { features } of rows)
  for (const feature of features) everywhere.set(feature, (everywhere.get(feature) ?? 0) + 1);

/** What is said once tells of one message, not of an intent. */
const telling = (feature: string): boolean => (everywhere.get(feature) ?? 0) >= 2;

const learned = INTENTS.map((intent) => {
  const own = rows.filter((row) => row.intent === intent);
  const counts = new Map<string, number>();
  for (const { features } of own)
    for (const feature of features) if (telling(feature)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const words = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, count]) => `${feature}:${String(count)}`);
  return [intent, { messages: own.length, words: words.join(" ") }] as const;
});

const file = fileURLToPath(new URL("../../bots/understanding/resemblance.json", import.meta.url));
writeFileSync(file, `${JSON.stringify(Object.fromEntries(learned), null, 2)}\n`);
