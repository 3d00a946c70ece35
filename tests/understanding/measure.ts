/** `node tests/understanding/measure.ts`: prints the tables of docs/understanding.md, measured now. */
import { type Figures, score } from "./score.ts";

const COLUMNS = ["intent_acc_any", "item_f1", "phone_acc", "address_acc", "name_acc", "frame_acc"] as const;
const NOISE = [
  "clean-text",
  "no-diacritics",
  "teencode",
  "typo",
  "telex",
  "vni",
  "wrong-diacritics",
  "english",
  "south",
  "tay-nung",
  "ambiguous", // prettier-ignore
  "bad-quantity",
  "vague-quantity",
  "negation",
  "correction",
  "swap",
  "anaphora",
  "question-mention",
  "unknown-product",
  "multi-item", // prettier-ignore
  "multi-buyer",
  "sets",
  "num-words",
  "number-trap",
  "order+contact",
  "rambling",
  "adversarial",
  "service",
  "event",
  "b2b", // prettier-ignore
];

const percent = (value: number | null | undefined): string =>
  value === null || value === undefined ? "–" : (100 * value).toFixed(1);

const row = (name: string, figures: Figures): string =>
  `| ${name} | ${String(figures.n)} | ${COLUMNS.map((column) => percent(figures[column])).join(" | ")} |`;

const HEAD =
  "| | messages | intent | item F1 | phone | address | name | whole line |\n|---|---|---|---|---|---|---|---|";

const seen = score("dev.jsonl", "more-tuned.jsonl");
const unseen = score("more-untuned.jsonl");
console.log(`${HEAD}\n${row("tuned on", seen.overall)}\n${row("only measured", unseen.overall)}\n`);
console.log("Only measured, by kind of noise:\n");
console.log(HEAD);
for (const tag of NOISE) {
  const figures = unseen.by_tag[tag];
  if (figures !== undefined) console.log(row(tag, figures));
}
