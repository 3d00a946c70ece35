/**
 * Installs what package-lock.json names, if it is not there yet. Runs before anything is installed,
 * so on whatever Node >= 20 the machine has, with nothing but what is built in.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = join(root, "node_modules");
const NEEDED_NODE = 24;

/** Progress goes to stderr: what a command prints on stdout may be read by a program. */
const say = (text) => process.stderr.write(`${text}\n`);

function fail(problem, cure) {
  say(`\n${problem}\n${cure}`);
  process.exit(1);
}

const packagesOf = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : undefined);

/** Why node_modules is not what the lockfile says; undefined when it is. npm writes its own list of what it installed last. */
function staleness() {
  const wanted = packagesOf(join(root, "package-lock.json"));
  if (!wanted) fail("package-lock.json is missing.", "Restore it: git checkout package-lock.json");
  const installed = packagesOf(join(modules, ".package-lock.json"));
  if (!installed) return "for the first time";
  const differs = Object.entries(wanted).some(([path, { version, integrity, optional, link }]) => {
    if (path === "") return false;
    const there = installed[path];
    // Optional packages of other platforms are not installed.
    if (!there) return !optional;
    return there.version !== version || there.integrity !== integrity || there.link !== link;
  });
  return differs ? "since they have changed" : undefined;
}

function install(reason) {
  say(`Installing the packages of package-lock.json ${reason}; this takes about half a minute …`);
  // Below errors stands only that packages want Node 24, which is about to be installed.
  const args = ["ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  // npm tells scripts where it is itself; a bare `npm` is a script on Windows, which needs a shell.
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  const { status, error } =
    npm && /\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (error)
    fail(`npm could not be started (${error.code}).`, "Install Node with npm from https://nodejs.org, then try again.");
  if (status !== 0)
    fail(
      `npm ci failed (status ${status}); what it said stands above.`,
      "Most often the network or a proxy is in the way: check `npm ping`, then try again. Files that are in use or owned by another user: remove the folder node_modules and try again.",
    );
}

/** Why the program would not run on the Node that npm scripts find first. */
function checkNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${platform}-${process.arch}`;
  if (packagesOf(join(root, "package-lock.json"))[`node_modules/${name}`]) {
    const binary = join(modules, name, "bin", platform === "win" ? "node.exe" : "node");
    if (existsSync(binary)) return;
    fail(
      `Node ${NEEDED_NODE} for this machine (${name}) was not installed.`,
      "npm leaves out optional packages when it was told to: try `npm ci --include=optional`.",
    );
  }
  if (Number(process.versions.node.split(".")[0]) < NEEDED_NODE)
    fail(
      `This machine has Node ${process.versions.node}, and there is no packaged Node ${NEEDED_NODE} for ${platform} on ${process.arch}.`,
      `Install Node ${NEEDED_NODE} or later from https://nodejs.org, then try again.`,
    );
}

const reason = staleness();
if (reason) install(reason);
checkNode();
