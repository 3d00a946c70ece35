/** Everything of one market in one stack, made from the three lists. */
import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import { type Code } from "aws-cdk-lib/aws-lambda";
import { type Construct } from "constructs";
import { channels } from "../bots/index.ts";
import { functions } from "../functions/index.ts";
import { FOLDERS, type FunctionSpec, QUEUES } from "../functions/spec.ts";
import { assistantManifest } from "../shared/ports/assistant.ts";
import { bankManifests } from "../shared/ports/payments.ts";
import { makeApi, routeAll } from "./api.ts";
import { makeBuckets } from "./buckets.ts";
import { makeBus, reactToEvents } from "./bus.ts";
import { makeFunction, type Surroundings } from "./functions.ts";
import { feedFromQueue, makeQueues } from "./queues.ts";
import { makeSecrets } from "./secrets.ts";
import { feedFromOutbox, makeTable } from "./table.ts";
import { runOnSchedule } from "./tick.ts";

export type MarketStackProps = StackProps & { readonly code: (spec: FunctionSpec) => Code };

export class MarketStack extends Stack {
  constructor(scope: Construct, id: string, { code, ...props }: MarketStackProps) {
    super(scope, id, { description: "Cho Phien: the market of a province's OCOP office", ...props });
    const api = makeApi(this);
    const around: Surroundings = {
      table: makeTable(this),
      bus: makeBus(this),
      queues: makeQueues(this, QUEUES),
      buckets: makeBuckets(this, FOLDERS),
      secrets: makeSecrets(this, [...channels, assistantManifest, ...bankManifests]),
      publicUrl: textContext(this, "publicUrl") ?? api.apiEndpoint,
      shopName: textContext(this, "shopName") ?? "OCOP",
    };
    for (const spec of functions) {
      const made = makeFunction(this, spec, { code: code(spec), around });
      const { trigger } = spec;
      switch (trigger.on) {
        case "http":
          routeAll(api, made, trigger.routes);
          break;
        case "queue":
          feedFromQueue(made, around.queues[trigger.queue]);
          break;
        case "events":
          reactToEvents(around.bus, made, trigger.events);
          break;
        case "outbox":
          feedFromOutbox(around.table, made);
          break;
        case "schedule":
          runOnSchedule(made, trigger.everyMinutes);
      }
    }
    new CfnOutput(this, "Url", { value: around.publicUrl, description: "Where the shop and the webhooks are" });
    new CfnOutput(this, "Table", { value: around.table.tableName });
  }
}

function textContext(scope: Construct, name: string): string | undefined {
  const value: unknown = scope.node.tryGetContext(name);
  return typeof value === "string" && value !== "" ? value : undefined;
}
