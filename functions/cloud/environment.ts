/** What CDK and Lambda put into a function's environment. */
import { type QueueName } from "../../shared/ports/queue.ts";
import { type Environment } from "../../shared/settings.ts";
import { QUEUES, queueVariable } from "../spec.ts";

/** Where AWS is, and as whom a function speaks to it. */
export type Place = {
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly endpoint?: string;
};

export function needed(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`${name} is not set: deploy the stack again, it gives every function its environment`);
  return value;
}

export function placeOf(environment: Environment): Place {
  const { AWS_SESSION_TOKEN: sessionToken, AWS_ENDPOINT_URL: endpoint } = environment;
  return {
    region: needed(environment, "AWS_REGION"),
    credentials: {
      accessKeyId: needed(environment, "AWS_ACCESS_KEY_ID"),
      secretAccessKey: needed(environment, "AWS_SECRET_ACCESS_KEY"),
      ...(sessionToken && { sessionToken }),
    },
    ...(endpoint && { endpoint }),
  };
}

export function queueUrls(environment: Environment): Partial<Record<QueueName, string>> {
  return Object.fromEntries(
    QUEUES.flatMap((name) => {
      const url = environment[queueVariable(name)];
      return url ? [[name, url]] : [];
    }),
  );
}
