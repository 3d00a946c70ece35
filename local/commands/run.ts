/** `node local/commands/run.ts NAME …`: runs one command of this folder; its answer is the exit code. */
import { readdirSync } from "node:fs";
import { SettingsError } from "../../shared/settings.ts";
import { DataFault } from "../home/data-fault.ts";
import { CommandError } from "./command-error.ts";

type Command = { default: (args: readonly string[]) => Promise<number> };

/** Files of the folder that are commands; the others are parts of them. */
const COMMANDS = ["bench", "crash", "doctor", "export", "import", "invite", "simulate", "understand"];

const [name = "", ...args] = process.argv.slice(2);
const present = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length))
  .filter((file) => COMMANDS.includes(file));

process.exitCode = await run();

async function run(): Promise<number> {
  if (!present.includes(name)) {
    console.error(`There is no command "${name}". There are: ${present.join(", ")}.`);
    return 2;
  }
  try {
    const module = (await import(new URL(`${name}.ts`, import.meta.url).href)) as Command;
    return await module.default(args);
  } catch (error) {
    const told = error instanceof CommandError || error instanceof SettingsError || error instanceof DataFault;
    console.error(told ? error.message : error);
    return 1;
  }
}
