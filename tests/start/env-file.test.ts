/** A file of settings beside the program is read by the server and by the commands alike. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

it.each(["app", "command"])("is read by what `npm run %s` runs", async (script) => {
  const folder = await mkdtemp(join(tmpdir(), "env-file-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await symlink(join(ROOT, "local"), join(folder, "local"));
  await writeFile(join(folder, ".env"), "PORT=no-port\n");
  const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const [program, ...args] = (scripts[script] ?? "").split(" ");
  expect(program).toBe("node");
  const run = promisify(execFile)(process.execPath, [...args, ...(script === "command" ? ["doctor"] : [])], {
    cwd: folder,
    env: { PATH: "" },
  });
  const { code, stdout, stderr } = (await run.catch((error: unknown) => error)) as {
    code: number;
    stdout: string;
    stderr: string;
  };
  expect([code, stdout + stderr]).toEqual([1, expect.stringContaining("PORT is no port") as string]);
});

it.each(["app", "command"])("is not missed by what `npm run %s` runs", async (script) => {
  const folder = await mkdtemp(join(tmpdir(), "env-file-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await symlink(join(ROOT, "local"), join(folder, "local"));
  const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const [, ...args] = (scripts[script] ?? "").split(" ");
  const run = promisify(execFile)(process.execPath, [...args, ...(script === "command" ? ["doctor"] : [])], {
    cwd: folder,
    env: { PATH: "", PORT: "no-port" },
  });
  const { stdout, stderr } = (await run.catch((error: unknown) => error)) as { stdout: string; stderr: string };
  expect(stdout + stderr).toContain("PORT is no port");
  expect(stdout + stderr).not.toContain(".env");
});

it("is never committed", async () => {
  expect((await readFile(join(ROOT, ".gitignore"), "utf8")).split("\n")).toContain(".env");
});
