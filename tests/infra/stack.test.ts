/** The template and the three lists say the same: nothing is in one and not in the other. */
import { App } from "aws-cdk-lib";
import { Template as Assertions } from "aws-cdk-lib/assertions";
import { Code } from "aws-cdk-lib/aws-lambda";
import { describe, expect, it } from "vitest";
import { channels } from "../../bots/index.ts";
import { assistantManifest } from "../../shared/ports/assistant.ts";
import { bankManifests } from "../../shared/ports/payments.ts";
import { EVENT_SOURCE } from "../../shared/ports/bus.ts";
import { events } from "../../events/index.ts";
import { functions } from "../../functions/index.ts";
import { type FunctionSpec, MAX_RECEIVES, QUEUES, variablesOf } from "../../functions/spec.ts";
import { MarketStack } from "../../infra/market-stack.ts";
import { type Fields, ofType, queueName, readFunctions, target, type Template } from "./read-template.ts";

function synthesize(context: Record<string, unknown> = {}): Template {
  const stack = new MarketStack(new App({ context }), "market", {
    code: () => Code.fromInline("exports.handler = 0"),
  });
  return Assertions.fromStack(stack).toJSON() as Template;
}

const template = synthesize();
const all = (type: string): readonly Fields[] => ofType(template, type).map(({ fields }) => fields);

function triggersOf({ trigger }: FunctionSpec): readonly string[] {
  switch (trigger.on) {
    case "http":
      return trigger.routes.map(({ method, path }) => `http ${method} ${path}`);
    case "queue":
      return [`queue ${trigger.queue}`];
    case "events":
      return trigger.events.map((name) => `event ${name}`);
    case "outbox":
      return ["outbox"];
    case "schedule":
      return [`every ${trigger.everyMinutes} minutes`];
  }
}

describe("functions", () => {
  it("are those of the list, each with its own trigger, size, time and variables", () => {
    const expected = functions
      .map((spec) => ({
        name: spec.name,
        memoryMb: spec.memoryMb,
        timeoutS: spec.timeoutS,
        variables: variablesOf(spec, channels),
        triggers: [...triggersOf(spec)].sort(),
      }))
      .sort((one, other) => one.name.localeCompare(other.name));
    expect(readFunctions(template)).toEqual(expected);
  });

  it("run on Node 24 and arm64, each under a role and with a log of its own that forgets", () => {
    const made = all("AWS::Lambda::Function");
    const shapes = new Set(made.map(({ Runtime, Architectures }) => JSON.stringify([Runtime, Architectures])));
    expect([...shapes]).toEqual(['["nodejs24.x",["arm64"]]']);
    const logs = made.map(({ LoggingConfig }) => target((LoggingConfig as { LogGroup: unknown }).LogGroup));
    expect(new Set(made.map(({ Role }) => target(Role))).size).toBe(functions.length);
    expect(new Set(logs).size).toBe(functions.length);
    expect(all("AWS::Logs::LogGroup").map(({ RetentionInDays }) => RetentionInDays)).toEqual(functions.map(() => 30));
  });

  it("may do what their permissions say and nothing on everything", () => {
    expect(all("AWS::IAM::Role").filter(({ ManagedPolicyArns }) => ManagedPolicyArns)).toEqual([]);
    const statements = all("AWS::IAM::Policy").flatMap(
      ({ PolicyDocument }) => (PolicyDocument as { Statement: readonly Fields[] }).Statement,
    );
    const actions = statements.flatMap(({ Action }) => Action as string | string[]);
    expect(actions.filter((action) => action.includes("*"))).toEqual([]);
    const everything = statements.filter(({ Resource }) => Resource === "*").map(({ Action }) => Action);
    expect(everything).toEqual(["dynamodb:ListStreams"]);
  });

  it("that receive messages may touch one queue and one secret", () => {
    for (const { channel } of functions.filter((spec) => spec.channel !== undefined)) {
      const policies = ofType(template, "AWS::IAM::Policy").filter(({ id }) =>
        id.startsWith(`receive${channel ?? ""}role`),
      );
      const actions = policies.flatMap(({ fields }) =>
        (fields["PolicyDocument"] as { Statement: readonly Fields[] }).Statement.flatMap(({ Action }) => Action),
      );
      expect(actions).toEqual([
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "sqs:SendMessage",
        "secretsmanager:GetSecretValue",
      ]);
    }
  });

  it("leave the model's key to converse, and its name to the pages as well", () => {
    const secret = ofType(template, "AWS::SecretsManager::Secret").find(
      ({ fields }) => fields["Name"] === "market/openai",
    );
    const readers = ofType(template, "AWS::IAM::Policy").filter(({ fields }) =>
      JSON.stringify(fields["PolicyDocument"]).includes(secret?.id ?? "no such secret"),
    );
    expect(readers.map(({ id }) => id.replace(/role.*$/, ""))).toEqual(["converse"]);
    const named = readFunctions(synthesize({ settings: '{"OPENAI_MODEL":"small"}' }));
    const told = named.filter(({ variables }) => variables.includes("OPENAI_MODEL")).map(({ name }) => name);
    expect(told).toEqual(["converse", "serve-web"]);
  });

  it("can't be reached but by their triggers", () => {
    expect(all("AWS::Lambda::Url")).toEqual([]);
  });

  it("get settings that are no secrets from the context, where their channel wants them", () => {
    const [setting] = channels.flatMap(({ settings }) => settings.filter(({ secret }) => !secret));
    if (!setting) return;
    const [secret] = channels.flatMap(({ settings }) => settings.filter((one) => one.secret));
    const given = { [setting.name]: "@ocop", [secret?.name ?? ""]: "leaked", UNKNOWN: "x" };
    const made = readFunctions(synthesize({ settings: JSON.stringify(given) }));
    const added = made.map(({ name, variables }) => {
      const before = readFunctions(template).find((one) => one.name === name);
      return variables.filter((variable) => !before?.variables.includes(variable));
    });
    expect([...new Set(added.flat())]).toEqual([setting.name]);
  });
});

describe("the bus", () => {
  it("knows every event that is reacted to by a contract", () => {
    const contracts: readonly string[] = events.map(({ name }) => name);
    const reactedTo = readFunctions(template).flatMap(({ triggers }) =>
      triggers.flatMap((trigger) => (trigger.startsWith("event ") ? [trigger.slice("event ".length)] : [])),
    );
    expect(reactedTo.filter((name) => !contracts.includes(name))).toEqual([]);
  });

  it("matches our own events alone, and keeps what could not be handled", () => {
    const rules = all("AWS::Events::Rule").filter(({ EventPattern }) => EventPattern);
    expect(rules.map(({ EventPattern }) => (EventPattern as Fields)["source"])).toEqual(
      rules.map(() => [EVENT_SOURCE]),
    );
    const targets = rules.flatMap(({ Targets }) => Targets as readonly { DeadLetterConfig?: { Arn: unknown } }[]);
    const dead = targets.map(({ DeadLetterConfig }) => template.Resources[target(DeadLetterConfig?.Arn)]?.Type);
    expect(dead).toEqual(rules.map(() => "AWS::SQS::Queue"));
    expect(new Set(targets.map(({ DeadLetterConfig }) => target(DeadLetterConfig?.Arn))).size).toBe(rules.length);
  });
});

describe("queues", () => {
  it("are those that the program sends to: FIFO, hidden long enough, each with one for the dead", () => {
    const fifo = ofType(template, "AWS::SQS::Queue").filter(({ fields }) => fields["FifoQueue"] === true);
    const live = fifo.flatMap(({ id, fields }) => (fields["RedrivePolicy"] ? [{ name: queueName(id), fields }] : []));
    expect(live.map(({ name }) => name).sort()).toEqual([...QUEUES].sort());
    for (const { fields } of live) {
      const { deadLetterTargetArn, maxReceiveCount } = fields["RedrivePolicy"] as Fields;
      expect([fields["VisibilityTimeout"], maxReceiveCount]).toEqual([120, MAX_RECEIVES]);
      expect(fifo.map(({ id }) => id)).toContain(target(deadLetterTargetArn));
    }
    const readers = functions.filter(({ trigger }) => trigger.on === "queue");
    expect(readers.filter(({ timeoutS }) => timeoutS * 6 > 120)).toEqual([]);
  });

  it("and the stream tell which messages failed", () => {
    const types = all("AWS::Lambda::EventSourceMapping").map(({ FunctionResponseTypes }) => FunctionResponseTypes);
    expect(types).toEqual(types.map(() => ["ReportBatchItemFailures"]));
  });
});

describe("what is kept", () => {
  it("is one table with a stream, an index of keys, expiry and recovery", () => {
    const [table, ...others] = all("AWS::DynamoDB::GlobalTable");
    expect(others).toEqual([]);
    expect(table).toMatchObject({
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: "gsi1",
          KeySchema: [
            { AttributeName: "gsi1pk", KeyType: "HASH" },
            { AttributeName: "gsi1sk", KeyType: "RANGE" },
          ],
          Projection: { ProjectionType: "KEYS_ONLY" },
        },
      ],
      StreamSpecification: { StreamViewType: "NEW_IMAGE" },
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
      Replicas: [
        { DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
      ],
    });
  });

  it("hands on inserts of outbox items alone", () => {
    const filters = all("AWS::Lambda::EventSourceMapping").flatMap(({ FilterCriteria }) =>
      FilterCriteria ? (FilterCriteria as { Filters: readonly { Pattern: string }[] }).Filters : [],
    );
    expect(filters.map(({ Pattern }) => JSON.parse(Pattern) as unknown)).toEqual([
      { eventName: ["INSERT"], dynamodb: { Keys: { pk: { S: [{ prefix: "outbox#" }] } } } },
    ]);
  });

  it("is closed to the public, and secrets are one for each channel, the model and each bank provider, and empty", () => {
    const blocks = all("AWS::S3::Bucket").map(({ PublicAccessBlockConfiguration }) => PublicAccessBlockConfiguration);
    const closed = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    expect(blocks).toEqual([closed, closed]);
    const secrets = all("AWS::SecretsManager::Secret").map(({ Name, SecretString }) => [Name, SecretString]);
    expect(secrets).toEqual(
      [...channels, assistantManifest, ...bankManifests].map(({ name }) => [`market/${name}`, "{}"]),
    );
  });
});
