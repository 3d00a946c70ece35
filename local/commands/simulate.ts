/**
 * `npm run simulate [-- --seeds N] [--from SEED] [--steps N]`: histories of the market under storms, crashes and races,
 * each from its seed. One that breaks a promise is named with the seed that shows it again.
 */
import { CommandError } from "./command-error.ts";
import { readNumbers } from "./read-numbers.ts";

type History = { steps: number; orders: number; crashes: number; broken?: string };
type Simulation = { simulate: (seed: number, steps: number) => Promise<History> };

const USE = "Use: npm run simulate [-- --seeds N] [--from SEED] [--steps N], each a whole number from 1 to 1000000";

/** 1 where a promise was broken. */
export default async function simulateMany(args: readonly string[]): Promise<number> {
  const wanted = readNumbers(args, { "--seeds": 20, "--from": 1, "--steps": 150 });
  if (!wanted) throw new CommandError(USE);
  const { "--seeds": seeds, "--from": from, "--steps": steps } = wanted;
  const { simulate } = (await import(
    new URL("../../tests/simulation/simulate.ts", import.meta.url).href
  )) as Simulation;
  const broken: number[] = [];
  const sums = { steps: 0, orders: 0, crashes: 0 };
  for (let seed = from; seed < from + seeds; seed++) {
    const history = await simulate(seed, steps);
    for (const what of ["steps", "orders", "crashes"] as const) sums[what] += history[what];
    if (history.broken !== undefined) {
      broken.push(seed);
      console.log(
        `seed ${seed}, ${history.broken}\n  again: npm run simulate -- --seeds 1 --from ${seed} --steps ${steps}`,
      );
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${seed - from + 1} of ${seeds} histories `);
  }
  console.log(
    `${seeds} histories, ${sums.steps} steps, ${sums.orders} orders, ${sums.crashes} crashes: ${verdict(broken)}`,
  );
  return broken.length === 0 ? 0 : 1;
}

const verdict = (broken: readonly number[]): string =>
  broken.length === 0 ? "every promise was kept" : `promises were broken with the seeds ${broken.join(", ")}`;
