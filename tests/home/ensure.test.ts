/** The step before every command: installs when it has to, and says what to do when it can't. */
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const NODE = `node_modules/node-${process.platform}-${process.arch}`;
const packages = {
  "": { name: "shop" },
  "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
  "node_modules/other-platform": { version: "1.0.0", integrity: "sha512-o", optional: true },
  [NODE]: { version: "24.21.0", integrity: "sha512-n", optional: true },
};
const installed = { "node_modules/a": packages["node_modules/a"], [NODE]: packages[NODE] };

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ensure-"));
  mkdirSync(join(root, "local"));
  copyFileSync(join(import.meta.dirname, "../../local/ensure.mjs"), join(root, "local/ensure.mjs"));
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
  // Plays npm: writes down how it was called, and installs or fails as it is told.
  writeFileSync(
    join(root, "npm.js"),
    `const fs = require("node:fs");
     fs.appendFileSync("calls", process.argv.slice(2).join(" ") + "\\n");
     console.log("npm says something");
     if (process.env.NPM_FAILS) process.exit(7);
     fs.mkdirSync("${NODE}/bin", { recursive: true });
     if (!process.env.NPM_OMITS_OPTIONAL) fs.writeFileSync("${NODE}/bin/node", "");
     fs.writeFileSync("node_modules/.package-lock.json", ${JSON.stringify(JSON.stringify({ packages: installed }))});`,
  );
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function ensure(env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["local/ensure.mjs"], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: "/nowhere", npm_execpath: join(root, "npm.js"), ...env },
  });
  return { status, stdout, stderr };
}

const calls = () => readFileSync(join(root, "calls"), "utf8").trim().split("\n");
const NPM_CI = "ci --prefer-offline --no-audit --no-fund --loglevel=error";

describe("ensure", () => {
  it("installs once, and leaves stdout to the command", () => {
    const first = ensure();
    expect(first).toMatchObject({ status: 0, stdout: "" });
    expect(first.stderr).toMatch(/^Installing the packages of package-lock\.json for the first time; .*\nnpm says/);
    expect(ensure()).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(calls()).toEqual([NPM_CI]);
  });

  it.each([
    ["a version", { ...packages, "node_modules/a": { version: "1.0.1", integrity: "sha512-a" } }],
    ["the content of a version", { ...packages, "node_modules/a": { version: "1.0.0", integrity: "sha512-b" } }],
    ["the list of packages", { ...packages, "node_modules/b": { version: "1.0.0", integrity: "sha512-b" } }],
  ])("installs again when %s has changed", (_name, changed) => {
    ensure();
    writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: changed }));
    expect(ensure()).toMatchObject({ status: 0 });
    expect(calls()).toEqual([NPM_CI, NPM_CI]);
  });

  it("says what to do when npm fails", () => {
    const { status, stderr } = ensure({ NPM_FAILS: "1" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/npm ci failed \(status 7\)[^]*try again/);
  });

  it("says what to do when there is no npm", () => {
    const { status, stderr } = ensure({ npm_execpath: "" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/npm could not be started \(ENOENT\)\.\nInstall Node with npm/);
  });

  it("says what to do when the packaged Node was left out", () => {
    const { status, stderr } = ensure({ NPM_OMITS_OPTIONAL: "1" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/was not installed\.\n.*npm ci --include=optional/);
  });

  it("says what to do when the lockfile is gone", () => {
    rmSync(join(root, "package-lock.json"));
    const { status, stderr } = ensure();
    expect(status).toBe(1);
    expect(stderr).toMatch(/package-lock\.json is missing/);
  });

  it("uses the npm on the path where nothing else is named", () => {
    mkdirSync(join(root, "bin"));
    writeFileSync(join(root, "bin/npm"), `#!/bin/sh\nexec "${process.execPath}" "${root}/npm.js" "$@"\n`);
    chmodSync(join(root, "bin/npm"), 0o755);
    expect(ensure({ npm_execpath: "", PATH: `${join(root, "bin")}:/usr/bin:/bin` })).toMatchObject({ status: 0 });
    expect(calls()).toEqual([NPM_CI]);
  });
});
