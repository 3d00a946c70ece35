/** Who may import whom: the table of docs/architecture.md, held against every file. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

const EDGE = ["shared/settings.ts", "shared/log.ts"];
const CORE = ["shared/domain/", "shared/ports/", "events/"];
const LISTS = ["functions/index.ts", "functions/spec.ts", "events/index.ts", "bots/index.ts", "shared/ports/"];

/** Folder → what it may import besides itself; a package by its name, "node:" for all of Node's own. First match rules. */
const RULES: readonly (readonly [folder: string, allowed: readonly string[]])[] = [
  ["shared/domain/", ["zod"]],
  ["events/", ["shared/domain/", "zod"]],
  ["shared/ports/", ["shared/domain/", "events/", "node:crypto"]],
  ["shared/stores/", [...CORE, "node:"]],
  ["shared/usecases/", [...CORE, "shared/stores/", "node:"]],
  ["shared/adapters/dynamodb/", [...CORE, ...EDGE, "@aws-sdk/client-dynamodb", "node:"]],
  ["shared/adapters/eventbridge/", [...CORE, ...EDGE, "@aws-sdk/client-eventbridge"]],
  ["shared/adapters/", [...CORE, ...EDGE, "aws4fetch", "node:"]],
  ["shared/settings.ts", ["bots/", ...EDGE, ...CORE]],
  ["shared/log.ts", [...CORE]],
  ["bots/index.ts", ["bots/", "shared/ports/"]],
  ["bots/understanding/", ["shared/domain/"]],
  [
    "bots/dialogue/",
    ["bots/understanding/", "shared/usecases/", "shared/stores/", "shared/ports/", "shared/domain/", "node:"],
  ],
  ["bots/telegram/", ["shared/ports/", "shared/domain/", "grammy/web", "node:"]],
  ["bots/zalo/sdk/", ["node:"]],
  ["bots/zalo/", ["shared/ports/", "shared/domain/", "zalo-sdk-nodejs", "node:"]],
  ["bots/", ["shared/ports/", "shared/domain/", "node:"]],
  ["functions/", ["bots/", "shared/", "events/", "web/", "aws-lambda", "node:"]],
  ["web/", ["shared/", "events/", "bots/", "hono", "qrcode", "zod", "node:"]],
  ["infra/", [...LISTS, "shared/domain/", "aws-cdk-lib", "constructs", "cdk-nag", "esbuild", "node:"]],
  [
    "local/",
    [
      "bots/",
      "shared/",
      "events/",
      "functions/",
      "web/",
      "@hono/node-server",
      "hono",
      "csv-parse",
      "csv-stringify",
      "hucre",
      "qrcode",
      "zod",
      "esbuild",
      "node:",
    ],
  ],
];

const files = globSync("{shared,events,bots,functions,web,infra,local}/**/*.ts", {
  cwd: root,
  exclude: (name) => name.includes("node_modules"),
}).filter((file) => !file.endsWith(".test.ts") && !file.includes("/testing/"));

const IMPORT =
  /(?:import|export)\s[^'"`;]*?from\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|import\s+["']([^"']+)["']/g;

function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), "utf8").replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, "");
  return [...source.matchAll(IMPORT)].map(([, from, dynamic, bare]) => {
    const target = from ?? dynamic ?? bare ?? "";
    return target.startsWith(".") ? relative(root, join(root, dirname(file), target)) : target;
  });
}

const fits = (target: string, allowed: string): boolean =>
  target === allowed || target.startsWith(allowed.endsWith("/") || allowed === "node:" ? allowed : `${allowed}/`);

it("lets each part import only what the architecture allows it", () => {
  const broken = files.flatMap((file) => {
    const rule = RULES.find(([folder]) => file.startsWith(folder));
    if (!rule) return [`${file}: in no folder of the table`];
    return importsOf(file)
      .filter((target) => !target.startsWith(rule[0]) && !rule[1].some((allowed) => fits(target, allowed)))
      .map((target) => `${file} may not import ${target}`);
  });
  expect(broken).toEqual([]);
});

it("reads more than a hundred files, so that an empty list can't pass", () => {
  expect(files.length).toBeGreaterThan(100);
});
