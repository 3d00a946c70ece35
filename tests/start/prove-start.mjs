/**
 * The one-command start, as a newcomer meets it: a fresh clone, `npm start` and nothing else, /healthz, one order over
 * the pretended Telegram, stop. Only Node's own modules: nothing is installed when it begins.
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const START_LIMIT_MS = 300_000;
const ANSWER_LIMIT_MS = 20_000;
const PHONE = "customer-telegram";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const clone = mkdtempSync(join(tmpdir(), "fresh-clone-"));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
let shop;

try {
  execFileSync("git", ["clone", "--quiet", "--no-hardlinks", repository, clone]);
  const began = Date.now();
  shop = start();
  await until("/healthz answers 200", START_LIMIT_MS, async () => (await fetch(`${base}/healthz`)).status === 200);
  console.log(
    `start: /healthz answered ${((Date.now() - began) / 1000).toFixed(1)} s after npm start on a fresh clone`,
  );
  await order();
  await stop();
  console.log("start: passed");
} catch (error) {
  console.error(`start: failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  if (shop?.exitCode === null) signal("SIGKILL");
  rmSync(clone, { recursive: true, force: true });
}

function start() {
  const env = { ...process.env, PORT: String(port) };
  const child = spawn("npm", ["start"], { cwd: clone, env, stdio: ["ignore", "inherit", "inherit"], detached: true });
  child.on("error", (error) => console.error(`start: npm could not be run: ${error.message}`));
  return child;
}

async function order() {
  await say("cho mình 2 gói nấm hương Việt Trúc Mai");
  await heard("Nấm hương Việt Trúc Mai: 2");
  await say("Hoa, 0912 345 678, số 25 Hoàng Đình Giong, phường Thục Phán, Cao Bằng");
  await heard("Tổng");
  await say("ừ");
  const told = await heard("Mã đơn");
  console.log(`start: an order over Telegram: ${/Mã đơn (\w+)/.exec(told)?.[1] ?? "without a code"}`);
}

async function say(text) {
  const response = await fetch(`${base}/simulator/api/phones/${PHONE}/say`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text }),
  });
  if (!response.ok) throw new Error(`The simulator answered ${response.status} to "${text}"`);
}

/** The message on the phone that holds these words. */
async function heard(words) {
  let found;
  await until(`a message with "${words}" arrives`, ANSWER_LIMIT_MS, async () => {
    const { phones } = await (await fetch(`${base}/simulator/api/screens`)).json();
    const messages = phones.find(({ id }) => id === PHONE)?.messages ?? [];
    found = messages.findLast(({ from, text }) => from === "us" && text.includes(words))?.text;
    return found !== undefined;
  });
  return found;
}

async function stop() {
  const ended = new Promise((resolve) => shop.once("exit", resolve));
  signal("SIGTERM");
  const timeout = pause(ANSWER_LIMIT_MS, "late", { ref: false });
  if ((await Promise.race([ended, timeout])) === "late") throw new Error("The shop did not stop on SIGTERM");
}

/** To npm and everything it started. */
function signal(name) {
  try {
    process.kill(-shop.pid, name);
  } catch {
    // It has ended already.
  }
}

async function until(what, limitMs, holds) {
  const end = Date.now() + limitMs;
  for (;;) {
    const result = await holds().catch(() => false);
    if (result) return;
    if (shop.exitCode !== null) throw new Error(`npm start ended with ${shop.exitCode} before ${what}`);
    if (Date.now() > end) throw new Error(`Within ${limitMs / 1000} s it did not happen that ${what}`);
    await pause(200);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
