/** A function of the list as a Lambda: a role and a log group of its own, and no more than it may touch. */
import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { type EventBus } from "aws-cdk-lib/aws-events";
import { type TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, type Code, Function as Lambda, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { type Bucket } from "aws-cdk-lib/aws-s3";
import { type Queue } from "aws-cdk-lib/aws-sqs";
import { type Construct } from "constructs";
import { channels } from "../bots/index.ts";
import {
  bucketVariable,
  BUS_VARIABLE,
  channelsOf,
  type FunctionSpec,
  queueVariable,
  secretVariable,
  SHOP_VARIABLE,
  TABLE_VARIABLE,
  URL_VARIABLE,
  variablesOf,
} from "../functions/spec.ts";
import { assistantManifest } from "../shared/ports/assistant.ts";
import { statementsOf } from "./permissions.ts";
import { type Secrets } from "./secrets.ts";

/** What functions find around them. */
export type Surroundings = {
  readonly table: TableV2;
  readonly bus: EventBus;
  readonly queues: Readonly<Record<"inbox" | "broadcasts", Queue>>;
  readonly buckets: Readonly<Record<"photos" | "catalogue", Bucket>>;
  readonly secrets: Secrets;
  readonly publicUrl: string;
  readonly shopName: string;
};

export type MadeFunction = { readonly spec: FunctionSpec; readonly handler: Lambda };

export function makeFunction(
  scope: Construct,
  spec: FunctionSpec,
  { code, around }: { readonly code: Code; readonly around: Surroundings },
): MadeFunction {
  const logGroup = new LogGroup(scope, `${spec.name}-log`, {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, `${spec.name}-role`, {
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    description: `What ${spec.name} may touch`,
  });
  const handler = new Lambda(scope, spec.name, {
    description: `${Stack.of(scope).stackName}: ${spec.name}`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: "index.handler",
    code,
    role,
    logGroup,
    memorySize: spec.memoryMb,
    timeout: Duration.seconds(spec.timeoutS),
    environment: { ...plainSettings(scope, spec), ...environmentOf(spec, around) },
  });
  const write = ["logs:CreateLogStream", "logs:PutLogEvents"];
  handler.addToRolePolicy(new PolicyStatement({ actions: write, resources: [logGroup.logGroupArn] }));
  for (const statement of statementsOf(spec, around)) handler.addToRolePolicy(statement);
  return { spec, handler };
}

function environmentOf(spec: FunctionSpec, around: Surroundings): Record<string, string> {
  const { table, bus, queues, buckets, secrets, publicUrl, shopName } = around;
  const values: Readonly<Record<string, string>> = {
    [TABLE_VARIABLE]: table.tableName,
    [BUS_VARIABLE]: bus.eventBusName,
    [URL_VARIABLE]: publicUrl,
    [SHOP_VARIABLE]: shopName,
    [queueVariable("inbox")]: queues.inbox.queueUrl,
    [queueVariable("broadcasts")]: queues.broadcasts.queueUrl,
    [bucketVariable("photos")]: buckets.photos.bucketName,
    [bucketVariable("catalogue")]: buckets.catalogue.bucketName,
    ...Object.fromEntries([...secrets].map(([name, secret]) => [secretVariable(name), secret.secretArn])),
  };
  return Object.fromEntries(
    variablesOf(spec, channels).map((name) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${spec.name} wants ${name}, which the stack does not have`);
      return [name, value];
    }),
  );
}

/** Settings that are no secrets may be given as context: -c settings='{"TELEGRAM_CHANNEL_ID":"@…"}'. */
function plainSettings(scope: Construct, spec: FunctionSpec): Record<string, string> {
  const given: unknown = scope.node.tryGetContext("settings");
  const values = (typeof given === "string" ? JSON.parse(given) : (given ?? {})) as Readonly<Record<string, unknown>>;
  const owners = [...channelsOf(spec, channels), ...(spec.model === undefined ? [] : [assistantManifest])];
  const plain = owners.flatMap(({ settings }) => settings.filter(({ secret }) => !secret));
  return Object.fromEntries(
    plain.flatMap(({ name }) => (typeof values[name] === "string" ? [[name, values[name]]] : [])),
  );
}
