/** The real program as a process of its own, on a free port and an empty folder; and the browser to try it with. */
import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { type Environment, environment } from "../../shared/settings.ts";

const ROOT = join(import.meta.dirname, "../..");

export type Program = {
  /** "http://localhost:4711" */
  address: string;
  printed(): string;
  /** What it ended with. */
  stop(): Promise<number | null>;
};

/** Settings of whoever runs the tests would make it another shop than the sample. */
const ownEnvironment = (dataDir: string, more: Environment): NodeJS.ProcessEnv => {
  const { PATH, HOME, TMPDIR, LANG } = environment();
  return { PATH, HOME, TMPDIR, LANG, PORT: "0", DATA_DIR: dataDir, ...more };
};

export async function startProgram(more: Environment = {}): Promise<Program> {
  const dataDir = await mkdtemp(join(tmpdir(), "browser-shop-"));
  const child = spawn(process.execPath, ["local/main.ts"], { cwd: ROOT, env: ownEnvironment(dataDir, more) });
  let printed = "";
  const keep = (data: Buffer) => (printed += data.toString());
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const address = await addressOf(child, () => printed).catch(async (error: unknown) => {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  });
  return {
    address,
    printed: () => printed,
    async stop() {
      const status = await ended(child);
      await rm(dataDir, { recursive: true, force: true });
      return status;
    },
  };
}

/** As a newcomer reads it off the terminal. */
function addressOf(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", () => {
      const address = /(http:\/\/localhost:\d+)\/simulator/.exec(printed())?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", (status) => {
      reject(new Error(`The program ended with ${status ?? "a signal"} before it was open:\n${printed()}`));
    });
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}

/** CHROMIUM_PATH, or what a PATH has under one of its names; nothing is ever downloaded. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH, PATH = "" } = environment();
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return PATH.split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
