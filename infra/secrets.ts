/** One secret for each channel and one for the language model: a JSON object of its settings, empty until somebody fills it in. */
import { RemovalPolicy, SecretValue, Stack } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { type Construct } from "constructs";
import { type ChannelManifest } from "../shared/ports/channel.ts";

export type Secrets = ReadonlyMap<string, Secret>;

export const makeSecrets = (
  scope: Construct,
  owners: readonly Pick<ChannelManifest, "name" | "title" | "settings">[],
): Secrets =>
  new Map(
    owners.map(({ name, title, settings }) => [
      name,
      new Secret(scope, `${name}-secret`, {
        secretName: `${Stack.of(scope).stackName}/${name}`,
        description: `${title}: ${settings.map((setting) => setting.name).join(", ")}`,
        // Nothing secret: what is without its settings does not exist, and later values are never overwritten.
        secretStringValue: SecretValue.unsafePlainText("{}"),
        removalPolicy: RemovalPolicy.RETAIN,
      }),
    ]),
  );
