/** Each permission of the list as exactly the actions and resources it stands for. */
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { channels } from "../bots/index.ts";
import { type FunctionSpec, type Permission, secretsOf } from "../functions/spec.ts";
import { type Surroundings } from "./functions.ts";

const allow = (actions: readonly string[], ...resources: readonly string[]): PolicyStatement =>
  new PolicyStatement({ actions: [...actions], resources: [...resources] });

export function statementsOf(spec: FunctionSpec, around: Surroundings): readonly PolicyStatement[] {
  const permitted = spec.permissions.flatMap((permission) => permit(permission, around));
  const secrets = secretsOf(spec, channels).flatMap(({ name }) => around.secrets.get(name)?.secretArn ?? []);
  return secrets.length === 0 ? permitted : [...permitted, allow(["secretsmanager:GetSecretValue"], ...secrets)];
}

function permit(permission: Permission, { table, bus, queues, buckets }: Surroundings): readonly PolicyStatement[] {
  const { photos, catalogue } = buckets;
  switch (permission) {
    case "table:read":
      return [
        allow(["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"], table.tableArn),
        allow(["dynamodb:Query"], `${table.tableArn}/index/gsi1`),
      ];
    case "table:write": {
      const writes = ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"];
      // A commit may have to read what it replaces, and whether it was done.
      return [
        allow(
          [...writes, "BatchGetItem"].map((action) => `dynamodb:${action}`),
          table.tableArn,
        ),
      ];
    }
    case "inbox:send":
      return [allow(["sqs:SendMessage"], queues.inbox.queueArn)];
    case "bus:publish":
      return [allow(["events:PutEvents"], bus.eventBusArn)];
    case "catalogue:read":
      // Without the right to list, S3 says "forbidden" of a file that is not there.
      return [allow(["s3:GetObject"], catalogue.arnForObjects("*")), allow(["s3:ListBucket"], catalogue.bucketArn)];
    case "catalogue:write":
      return [allow(["s3:PutObject"], catalogue.arnForObjects("*"))];
    case "photos:read":
      return [allow(["s3:GetObject"], photos.arnForObjects("*")), allow(["s3:ListBucket"], photos.bucketArn)];
    case "photos:write":
      return [allow(["s3:PutObject"], photos.arnForObjects("*"))];
  }
}
