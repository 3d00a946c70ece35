/**
 * `npm run crash [-- --kills N] [--seed N]`: the real program under orders, killed with -9 at random moments; what it
 * had acknowledged is looked for after every death, and whatever is missing or doubled is told.
 */
import { CommandError } from "./command-error.ts";
import { readNumbers } from "./read-numbers.ts";

type Crashes = { kills: number; acknowledged: number; orders: number; broken: readonly string[] };
type Crash = { crash: (wish: { kills: number; seed: number }, progress: (kill: number) => void) => Promise<Crashes> };

const USE = "Use: npm run crash [-- --kills N] [--seed N], each a whole number from 1 to 1000000";

/** 1 where a promise was broken. */
export default async function crashMany(args: readonly string[]): Promise<number> {
  const wanted = readNumbers(args, { "--kills": 100, "--seed": 1 });
  if (!wanted) throw new CommandError(USE);
  const { "--kills": kills, "--seed": seed } = wanted;
  const { crash } = (await import(new URL("../../tests/crash/crash.ts", import.meta.url).href)) as Crash;
  const crashes = await crash({ kills, seed }, (killed) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${killed} of ${kills} kills `);
    else if (killed % 25 === 0) process.stderr.write(`${killed} of ${kills} kills\n`);
  });
  const { acknowledged, orders, broken } = crashes;
  for (const one of broken) console.log(one);
  console.log(
    `${crashes.kills} kills, ${acknowledged} messages acknowledged, ${orders} orders: ${verdict(broken, { kills, seed })}`,
  );
  return broken.length === 0 ? 0 : 1;
}

const verdict = (broken: readonly string[], { kills, seed }: { kills: number; seed: number }): string =>
  broken.length === 0
    ? "all that was acknowledged is there, once"
    : `promises were broken\n  again: npm run crash -- --kills ${kills} --seed ${seed}`;
