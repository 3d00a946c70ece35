/** What each function weighs and what it must not carry: every cold start is a person waiting. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { functions } from "../../functions/index.ts";
import { bundle } from "../../local/build/bundle.ts";

/** A door may grow to this in an emergency, and no further. */
const DOOR_GATE_KB = 100;

const HEAVY: readonly (readonly [name: string, path: RegExp])[] = [
  ["openai", /node_modules\/openai\//],
  ["all of zod", /node_modules\/zod\/v4\/classic\//],
  ["grammy instead of grammy/web", /node_modules\/grammy\/out\/(?!web)[^/]+\.js$/],
  ["the CDK", /node_modules\/(?:aws-cdk-lib|constructs)\//],
  ["the SDK's search for credentials", /node_modules\/@aws-sdk\/credential-provider-/],
  ["tests or simulators", /^tests\/|\/simulator[^/]*\.ts$/],
  ["the embedded home", /^local\/(?!build\/no-(?:credential-chain|event-streams))|adapters\/sqlite\//],
];
const TOO_HEAVY_FOR_A_DOOR: typeof HEAVY = [
  ["the AWS SDK", /node_modules\/@(?:aws-sdk|smithy)\//],
  ["zod", /node_modules\/zod\//],
];

const carried = (inputs: readonly string[], list: typeof HEAVY): readonly string[] =>
  list.flatMap(([name, path]) => (inputs.some((input) => path.test(input)) ? [name] : []));

describe.each(functions)("the bundle of $name", (spec) => {
  it(`weighs at most ${spec.bundleKb} KB and carries nothing it should not`, async () => {
    const { bytes, inputs } = await bundle(spec);
    expect(bytes).toBeGreaterThan(1024);
    expect(Math.ceil(bytes / 1024)).toBeLessThanOrEqual(spec.bundleKb);
    expect(carried(inputs, HEAVY)).toEqual([]);
    if (spec.channel === undefined) return;
    expect(spec.bundleKb).toBeLessThanOrEqual(DOOR_GATE_KB);
    expect(carried(inputs, TOO_HEAVY_FOR_A_DOOR)).toEqual([]);
  });

  it("grows by a quarter of its ceiling at most with all that it loads when that is needed", async () => {
    const { folder } = await bundle(spec);
    const names = (await readdir(folder)).filter((name) => name.endsWith(".mjs"));
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
    const whole = sizes.reduce((sum, size) => sum + size, 0);
    expect(Math.ceil(whole / 1024)).toBeLessThanOrEqual(spec.bundleKb * 1.25);
  });

  it("is left alone when nothing changed", async () => {
    const first = await bundle(spec);
    const { mtimeMs } = await stat(first.file);
    expect(await bundle(spec)).toEqual(first);
    expect((await stat(first.file)).mtimeMs).toBe(mtimeMs);
  });
});
