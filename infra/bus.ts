/** The bus: one rule for each function that reacts to events, with a place for what it could not be given. */
import { Duration } from "aws-cdk-lib";
import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { EventInvokeConfig } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { type Construct } from "constructs";
import { type EventName } from "../events/index.ts";
import { EVENT_SOURCE } from "../shared/ports/bus.ts";
import { type MadeFunction } from "./functions.ts";

const KEPT = Duration.days(14);
const LONGEST_WAIT = Duration.hours(6);
/** Lambda's most for an event that arrived and failed. */
const RETRIES = 2;

export const makeBus = (scope: Construct): EventBus => new EventBus(scope, "Bus");

export function reactToEvents(bus: EventBus, { spec, handler }: MadeFunction, events: readonly EventName[]): void {
  const dead = new Queue(handler, "Dead", {
    retentionPeriod: KEPT,
    enforceSSL: true,
    encryption: QueueEncryption.SQS_MANAGED,
  });
  const target = new LambdaFunction(handler, { deadLetterQueue: dead, maxEventAge: LONGEST_WAIT });
  new Rule(handler, "Events", {
    eventBus: bus,
    description: `What ${spec.name} reacts to`,
    eventPattern: { source: [EVENT_SOURCE], detailType: [...events] },
    targets: [target],
  });
  new EventInvokeConfig(handler, "Invoke", {
    function: handler,
    retryAttempts: RETRIES,
    maxEventAge: LONGEST_WAIT,
    onFailure: new SqsDestination(dead),
  });
  handler.addToRolePolicy(new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [dead.queueArn] }));
}
