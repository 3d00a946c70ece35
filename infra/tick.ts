/** What runs by the clock. A run that failed is not repeated: the next one is near. */
import { Duration } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { EventInvokeConfig } from "aws-cdk-lib/aws-lambda";
import { type MadeFunction } from "./functions.ts";

export function runOnSchedule({ spec, handler }: MadeFunction, everyMinutes: number): void {
  const period = Duration.minutes(everyMinutes);
  new Rule(handler, "Schedule", {
    description: `Runs ${spec.name}`,
    schedule: Schedule.rate(period),
    targets: [new LambdaFunction(handler, { retryAttempts: 0, maxEventAge: period })],
  });
  new EventInvokeConfig(handler, "Invoke", { function: handler, retryAttempts: 0, maxEventAge: period });
}
