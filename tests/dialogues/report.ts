/**
 * `node tests/dialogues/report.ts [--show ID …]`: figures of both halves on every chat channel, written into docs/dialogues.md;
 * transcripts of the tuned half alone.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CHATS } from "../journeys/market.ts";
import { type Half, HALVES } from "./corpus.ts";
import { play, type Played } from "./play.ts";
import { score } from "./score.ts";

const PAGE = join(import.meta.dirname, "../../docs/dialogues.md");
const MARK = "<!-- measured -->";
const CHECKS = ["all", "orderPresence", "items", "phone", "address", "name", "handover", "leads"] as const;

const shown = process.argv.slice(process.argv.indexOf("--show") + 1 || process.argv.length);
const percent = (share: number | null = null): string => (share === null ? "–" : (100 * share).toFixed(1));

async function rowOf(channel: string, half: Half): Promise<string> {
  const played = await play(channel, HALVES[half]);
  const { n, shares, wrong } = await score(
    HALVES[half],
    played.map(({ prediction }) => prediction),
  );
  if (half === "tuned") {
    console.log(`${channel}:\n${wrong.map((line) => `  ${line}`).join("\n")}`);
    tell(played);
  }
  const name = half === "tuned" ? "tuned on" : "not looked at";
  return `| ${[channel, name, n, ...CHECKS.map((check) => percent(shares[check]))].join(" | ")} |`;
}

function tell(played: readonly Played[]): void {
  for (const [place, { id, turns, expect }] of HALVES.tuned.entries()) {
    if (!shown.includes(id)) continue;
    for (const [turn, { user }] of turns.entries()) console.log(`\n> ${user}\n${played[place]?.said[turn]}`);
    console.log(JSON.stringify(expect), "\n", JSON.stringify(played[place]?.prediction));
  }
}

const rows: string[] = [];
for (const half of ["tuned", "untuned"] as const) {
  for (const channel of CHATS) rows.push(await rowOf(channel, half));
}
const head = ["channel", "dialogues", "n", "wholly right", "order or none", ...CHECKS.slice(2)];
const table = [`| ${head.join(" | ")} |`, `|${" --- |".repeat(head.length)}`, ...rows].join("\n");
console.log(table);
const [before = ""] = (await readFile(PAGE, "utf8")).split(MARK);
await writeFile(PAGE, `${before}${MARK}\n\n${table}\n`);
