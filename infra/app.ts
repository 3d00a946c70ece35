/** The CDK app: bundles what changed, then describes the stack. Needs no account, no network and no Docker. */
import { readFileSync } from "node:fs";
import { App } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { bundleAll } from "../local/build/bundle.ts";
import { MarketStack } from "./market-stack.ts";

const flags = JSON.parse(
  readFileSync(new URL(import.meta.resolve("aws-cdk-lib/recommended-feature-flags.json")), "utf8"),
) as Record<string, unknown>;

const folders = new Map((await bundleAll()).map(({ name, folder }) => [name, folder]));

const app = new App({ context: flags });
new MarketStack(app, "cho-phien", {
  // Source maps stay here: they are for reading a stack trace, not for Lambda.
  code: ({ name }) => Code.fromAsset(folders.get(name) ?? name, { exclude: ["*.map"] }),
});
app.synth();
