/** The CDK app: describes the stack around the bundles in dist/. Needs no account, no network and no Docker. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { MarketStack } from "./market-stack.ts";

const flags = JSON.parse(
  readFileSync(new URL(import.meta.resolve("aws-cdk-lib/recommended-feature-flags.json")), "utf8"),
) as Record<string, unknown>;

/** Where local/build/main.ts, which cdk.json runs before this, puts them. */
const BUNDLES = join(import.meta.dirname, "../dist/functions");

const app = new App({ context: flags });
new MarketStack(app, "cho-phien", {
  // Source maps stay here: they are for reading a stack trace, not for Lambda.
  code: ({ name }) => Code.fromAsset(join(BUNDLES, name), { exclude: ["*.map"] }),
});
app.synth();
