/**
 * `npm run check`: everything a change has to pass, each step with its time. The tests mostly wait, so what only reads
 * runs beside them and says its part when it is done; synth writes what the tests read, and comes last.
 * A step that fails does not keep the others from running, so that one run shows all there is to mend.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const MODULES = join(ROOT, "node_modules");
const TSC = "typescript-native/bin/tsc";

/** Which program of node_modules, with what. */
type Step = { name: string; program: string; args: readonly string[] };

const REPORT = ["--reporter=default", "--reporter=json", "--outputFile.json=dist/vitest-report.json"];

/** What was in order and has not changed is not read again: known by its content, the version and the options. */
const KNOWN = ["--cache", "--cache-strategy", "content"];

const READING: readonly Step[] = [
  { name: "format", program: "prettier/bin/prettier.cjs", args: ["--check", ...KNOWN, "--log-level", "warn", "."] },
  { name: "types", program: TSC, args: ["-p", "."] },
  { name: "types of the browser's side", program: TSC, args: ["-p", "tsconfig.browser.json"] },
  { name: "types of the cloud's side", program: TSC, args: ["-p", "infra"] },
  { name: "lint", program: "eslint/bin/eslint.js", args: ["."] },
];
const TESTS: Step = { name: "tests", program: "vitest/vitest.mjs", args: ["run", ...REPORT] };
const SYNTH: Step = { name: "synth", program: "aws-cdk/bin/cdk", args: ["synth", "-q"] };

type Result = { name: string; passed: boolean; seconds: number };

const started = performance.now();
const reading = readAll();
const tested = told(await run(TESTS, "inherit"));
const results = [...(await reading), tested, told(await run(SYNTH, "inherit"))];
const failed = results.filter(({ passed }) => !passed);
const seconds = (performance.now() - started) / 1000;
console.log(`\n${results.map(line).join("\n")}\n${verdict(failed)} in ${seconds.toFixed(0)} s${counts()}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function readAll(): Promise<readonly Result[]> {
  const read: Result[] = [];
  for (const step of READING) read.push(told(await run(step, "pipe")));
  return read;
}

/** What a step prints comes through at once, or in one piece at its end. */
function run({ name, program, args }: Step, stdio: "inherit" | "pipe"): Promise<Result> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(MODULES, program), ...args], {
      cwd: ROOT,
      stdio: ["ignore", stdio, stdio],
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece: Buffer) => said.push(piece));
    const end = (passed: boolean) => {
      process.stdout.write(Buffer.concat(said));
      resolve({ name, passed, seconds: (performance.now() - began) / 1000 });
    };
    child.on("error", (error) => {
      console.error(`${program} could not be started (${error.message}): run npm ci, then try again`);
      end(false);
    });
    child.on("close", (code) => {
      end(code === 0);
    });
  });
}

function told(result: Result): Result {
  console.log(line(result));
  return result;
}

function line({ name, passed, seconds: took }: Result): string {
  return `${passed ? "ok    " : "FAILED"}  ${name} (${took.toFixed(1)} s)`;
}

function verdict(broken: readonly Result[]): string {
  return broken.length === 0 ? "All passed" : `Failed: ${broken.map(({ name }) => name).join(", ")}`;
}

/** How many tests that were, as the runner reported; nothing where it did not come so far. */
function counts(): string {
  try {
    const report = JSON.parse(readFileSync(join(ROOT, "dist/vitest-report.json"), "utf8")) as Record<string, unknown>;
    const { numPassedTests: passed, numFailedTests: broken, numPendingTests: skipped } = report;
    return ` (tests: ${String(passed)} passed, ${String(broken)} failed, ${String(skipped)} skipped)`;
  } catch {
    return "";
  }
}
