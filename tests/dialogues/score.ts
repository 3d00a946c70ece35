/** Scores played dialogues with the corpus's own scorer. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Dialogue } from "./corpus.ts";
import { type Prediction } from "./play.ts";

const SCORER = join(import.meta.dirname, "../understanding/score.mjs");

/** Shares from 0 to 1; null where nothing was to be checked. `wrong` says of each failed dialogue which checks. */
export type Score = { n: number; shares: Readonly<Record<string, number | null>>; wrong: readonly string[] };

const jsonl = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

export async function score(gold: readonly Dialogue[], predictions: readonly Prediction[]): Promise<Score> {
  const folder = await mkdtemp(join(tmpdir(), "dialogues-"));
  try {
    const files = [join(folder, "gold.jsonl"), join(folder, "predictions.jsonl")] as const;
    await writeFile(files[0], jsonl(gold));
    await writeFile(files[1], jsonl(predictions));
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, [SCORER, ...files, "--json", "--errors", "999"]);
    const end = stdout.indexOf("\n}") + 2;
    const { n, ...shares } = JSON.parse(stdout.slice(0, end)) as { n: number; missing?: number } & Score["shares"];
    delete shares.missing;
    const wrong = stdout.slice(end).split("\n").filter(Boolean);
    return { n, shares, wrong };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
