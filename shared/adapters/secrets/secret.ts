/** One secret of AWS Secrets Manager: a JSON object of settings, as it is and as it was before the last rotation. */
import { AwsClient } from "aws4fetch";

export type SecretsOptions = {
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly endpoint?: string;
};

export type Secret = Readonly<Record<string, string>>;

const ANSWER_MS = 1500;
const RETRIES = 2;
const STAGES = ["AWSCURRENT", "AWSPREVIOUS"] as const;

/** The current value first, then the one before it where there is one. */
export async function readSecret(arn: string, options: SecretsOptions): Promise<readonly Secret[]> {
  const values = await Promise.all(STAGES.map((stage) => readStage(arn, stage, options)));
  return values.filter((value) => value !== undefined);
}

async function readStage(
  arn: string,
  stage: (typeof STAGES)[number],
  { region, credentials, endpoint }: SecretsOptions,
): Promise<Secret | undefined> {
  const client = new AwsClient({ ...credentials, region, service: "secretsmanager", retries: RETRIES });
  const answer = await client.fetch(endpoint ?? `https://secretsmanager.${region}.amazonaws.com/`, {
    method: "POST",
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "secretsmanager.GetSecretValue" },
    body: JSON.stringify({ SecretId: arn, VersionStage: stage }),
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const text = await answer.text();
  if (answer.ok) return parseSecret(arn, text);
  // A secret that was never rotated has no value before the current one.
  if (text.includes("ResourceNotFoundException")) return undefined;
  throw new Error(`Secrets Manager answered ${answer.status} for ${arn}: may this function read it?`);
}

/** No error of this may quote the value. */
function parseSecret(arn: string, text: string): Secret {
  const { SecretString: value } = JSON.parse(text) as { SecretString?: string };
  const settings = parseObject(value ?? "");
  if (!settings)
    throw new Error(`The secret ${arn} is not a JSON object of settings: put one in, such as {"NAME":"value"}`);
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, one]) => (typeof one === "string" && one !== "" ? [[name, one]] : [])),
  );
}

function parseObject(text: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
