/** The real program over one folder: started as `npm start` does it, and killed without a word. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { environment } from "../../shared/settings.ts";

const ROOT = join(import.meta.dirname, "../..");

export type ShopProcess = {
  /** Where it answers; undefined where it was killed before it did. */
  readonly address: Promise<string | undefined>;
  /** Resolves when it is no more. Throws if it had ended by itself. */
  kill(): Promise<void>;
  /** The end it is meant to have. */
  stop(): Promise<void>;
};

export function startShop(dataDir: string): ShopProcess {
  const { PATH, HOME, TMPDIR } = environment();
  const env = { PATH, HOME, TMPDIR, PORT: "0", DATA_DIR: dataDir, LOG_LEVEL: "error" };
  const child = spawn(process.execPath, ["local/main.ts"], { cwd: ROOT, env });
  let printed = "";
  const heard = (data: Buffer) => (printed += data.toString());
  child.stderr.on("data", heard);
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once("close", (_, signal) => {
      resolve(signal);
    });
  });
  const open = new Promise<string>((resolve) => {
    child.stdout.on("data", (data: Buffer) => {
      heard(data);
      const port = /http:\/\/localhost:(\d+)\/simulator/.exec(printed)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
  });
  return {
    address: Promise.race([open, ended.then(() => undefined)]),
    async kill() {
      child.kill("SIGKILL");
      if ((await ended) !== "SIGKILL") throw new Error(`The shop ended by itself:\n${printed}`);
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
