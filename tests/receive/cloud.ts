/** The functions' surroundings in the cloud, for as long as a test file runs. */
import { startFakeAws } from "./fake-aws.ts";
import { type Lambda, startLambda } from "./lambda.ts";

/** A cloud of the test's own: its AWS, its secrets ("arn STAGE" → settings), its running functions. */
export async function startCloud() {
  const aws = await startFakeAws({});
  const secrets: Record<string, object> = {};
  const running: Lambda[] = [];
  const environment = {
    AWS_ENDPOINT_URL: aws.endpoint,
    TABLE_NAME: "market",
    BUS_NAME: "bus",
    PUBLIC_URL: "https://market.example",
    SHOP_NAME: "OCOP Cao Bằng",
    INBOX_QUEUE_URL: `${aws.endpoint}/0/inbox.fifo`,
  };
  return {
    aws,
    secrets,
    environment,
    start: async (name: string, extra: Readonly<Record<string, string>> = {}): Promise<Lambda> => {
      const lambda = await startLambda(name, { ...environment, ...extra });
      running.push(lambda);
      return lambda;
    },
    /** As it was at first; what runs goes on. */
    reset: (): void => {
      aws.calls.length = 0;
      for (const name of Object.keys(secrets)) Reflect.deleteProperty(secrets, name);
      aws.answers["SendMessage"] = () => ({ body: { MessageId: "m-1" } });
      aws.answers["GetSecretValue"] = ({ SecretId, VersionStage }) => {
        const value = secrets[`${String(SecretId)} ${String(VersionStage)}`];
        return value
          ? { body: { SecretString: JSON.stringify(value) } }
          : { status: 400, body: { __type: "ResourceNotFoundException" } };
      };
    },
    stop: async (): Promise<void> => {
      for (const lambda of running) lambda.stop();
      await aws.close();
    },
  };
}
