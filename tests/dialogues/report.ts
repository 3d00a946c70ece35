/** `node tests/dialogues/report.ts [telegram|zalo …] [--show ID …]`: figures of both halves; transcripts of the tuned one. */
import { dialogues, isTuned } from "./corpus.ts";
import { play } from "./play.ts";
import { score } from "./score.ts";

const args = process.argv.slice(2);
const shown = args.includes("--show") ? args.slice(args.indexOf("--show") + 1) : [];
const named = args.slice(0, args.includes("--show") ? args.indexOf("--show") : args.length);
const percent = (share: number | null): string => (share === null ? "-" : `${(100 * share).toFixed(0)} %`);

for (const channel of named.length > 0 ? named : ["telegram", "zalo"]) {
  const played = await play(channel, dialogues);
  for (const [half, mine] of [
    ["tuned", isTuned],
    ["untuned", (dialogue: (typeof dialogues)[number]) => !isTuned(dialogue)],
  ] as const) {
    const gold = dialogues.filter(mine);
    const { n, shares, wrong } = await score(
      gold,
      played.map(({ prediction }) => prediction),
    );
    const figures = Object.entries(shares).map(([check, share]) => `${check} ${percent(share)}`);
    console.log(`${channel}, ${half} (${n}): ${figures.join(", ")}`);
    if (half === "tuned") console.log(wrong.map((line) => `  ${line}`).join("\n"));
  }
  for (const [place, { id, turns, expect }] of dialogues.entries()) {
    if (!shown.includes(id)) continue;
    for (const [turn, { user }] of turns.entries()) console.log(`\n> ${user}\n${played[place]?.said[turn]}`);
    console.log(JSON.stringify(expect), "\n", JSON.stringify(played[place]?.prediction));
  }
}
