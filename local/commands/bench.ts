/** `npm run bench [-- NAME] [--json]`: the figures of the README and the docs, measured on this machine. */
import { readdirSync } from "node:fs";
import { cpus } from "node:os";
import { CommandError } from "./command-error.ts";

type Bench = { default: () => Promise<readonly Readonly<Record<string, string | number>>[]> };

const FOLDER = new URL("../../tests/bench/", import.meta.url);
/** Parts of benches, not benches. */
const PARTS = ["buyers", "row", "shop"];

export default async function bench(args: readonly string[]): Promise<number> {
  const json = args.includes("--json");
  const [name] = args.filter((arg) => !arg.startsWith("--"));
  const present = readdirSync(FOLDER)
    .map((file) => file.replace(/\.ts$/, ""))
    .filter((one) => !PARTS.includes(one));
  if (name !== undefined && !present.includes(name))
    throw new CommandError(`There is no bench "${name}". There are: ${present.join(", ")}.`);
  const results: Record<string, unknown> = {};
  for (const one of name === undefined ? present : [name]) {
    const module = (await import(new URL(`${one}.ts`, FOLDER).href)) as Bench;
    const rows = await module.default();
    results[one] = rows;
    if (!json) print(one, rows);
  }
  if (json) console.log(JSON.stringify({ node: process.version, cores: cpus().length, results }));
  return 0;
}

function print(name: string, rows: readonly object[]): void {
  console.log(`\n${name} (Node ${process.version}, ${cpus().length} cores)`);
  console.table(rows);
}
