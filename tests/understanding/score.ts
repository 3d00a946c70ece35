/** Runs the corpus' scorer on our readings: what score.mjs prints, as data. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildLexicon, type CatalogueEntry, type Lexicon } from "../../bots/understanding/read-message.ts";
import { entriesOf, predict } from "../../local/commands/understand.ts";

export type Figures = Readonly<Record<string, number | null>> & { readonly n: number };
export type Score = {
  readonly overall: Figures;
  readonly by_tag: Readonly<Record<string, Figures>>;
};
export type Message = {
  readonly id: string;
  readonly text: string;
  readonly intent: string;
  readonly items: readonly unknown[];
};

const here = import.meta.dirname;
export const corpusFile = (name: string): string => join(here, name);

export const corpusEntries = (): CatalogueEntry[] =>
  entriesOf(JSON.parse(readFileSync(corpusFile("catalogue.json"), "utf8")));

export const corpusLexicon = (): Lexicon => buildLexicon(corpusEntries());

export const messagesOf = (...names: readonly string[]): Message[] =>
  names.flatMap((name) =>
    readFileSync(corpusFile(name), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Message),
  );

/** Scores the readings of these corpus files together. */
export function score(...names: readonly string[]): Score {
  const lexicon = corpusLexicon();
  const messages = messagesOf(...names);
  const folder = mkdtempSync(join(tmpdir(), "understanding-"));
  const [gold, predictions] = [join(folder, "gold.jsonl"), join(folder, "predictions.jsonl")];
  const lines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join("\n");
  try {
    writeFileSync(gold, lines(messages));
    writeFileSync(predictions, lines(messages.map(({ id, text }) => predict(id, text, lexicon))));
    const arguments_ = [
      corpusFile("score.mjs"),
      gold,
      predictions,
      "--catalogue",
      corpusFile("catalogue.json"),
      "--json",
    ];
    return JSON.parse(execFileSync(process.execPath, arguments_, { encoding: "utf8" })) as Score;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
