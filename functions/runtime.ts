/**
 * A reaction as Lambda runs it: the event parsed, the app built lazily and once, failures told in the trigger's own words.
 * Which app, and from what, is for the bundle's entry to say: a door of a channel is given far less than a dialogue.
 */
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  DynamoDBBatchResponse,
  DynamoDBStreamEvent,
  EventBridgeEvent,
  SQSBatchResponse,
  SQSEvent,
} from "aws-lambda";
import { type Envelope } from "../events/envelope.ts";
import { type App } from "../shared/ports/app.ts";
import { type WebhookAnswer, type WebhookRequest } from "../shared/ports/channel.ts";
import { fromResponse, fromWebhookAnswer, toRequest, toWebhookRequest } from "./cloud/api-gateway.ts";
import { runBatch } from "./cloud/sqs-batch.ts";
import { runStream } from "./cloud/stream.ts";
import { type OutboxReaction, type Publisher, type Reaction, type Receiver, type WebhookReaction } from "./reaction.ts";

type HttpResult = APIGatewayProxyStructuredResultV2;
type Handler = (event: never) => Promise<undefined | SQSBatchResponse | HttpResult>;

/** What failed to open is opened anew by the next invocation. */
export function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return async () => {
    opened ??= open();
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
}

export function lambda(reaction: Reaction, openApp: () => Promise<App>): Handler {
  const app = once(openApp);
  switch (reaction.on) {
    case "queue":
      return async (event: SQSEvent) => await runBatch(reaction, await app(), event);
    case "events":
      return async ({ detail }: EventBridgeEvent<string, Envelope>) => {
        await reaction.run(await app(), detail);
        return undefined;
      };
    case "schedule":
      return async () => {
        await reaction.run(await app());
        return undefined;
      };
    case "http":
      return async (event: APIGatewayProxyEventV2) =>
        await fromResponse(await reaction.run(await app(), toRequest(event)));
  }
}

export function outboxLambda(reaction: OutboxReaction, open: () => Promise<Publisher>) {
  const publisher = once(open);
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    await runStream(reaction, await publisher(), event);
}

/** `renewed` reads the secrets again, if that was not done just now. */
export type ReceiverSource = { current(): Promise<Receiver>; renewed(): Promise<Receiver | undefined> };

/** A door that can't open asks to be knocked at again: nothing of the message is kept yet. */
const LATER: WebhookAnswer = { status: 503 };

export function webhookLambda(reaction: WebhookReaction, source: ReceiverSource) {
  const answer = async (request: WebhookRequest): Promise<WebhookAnswer> => {
    const first = await reaction.run(await source.current(), request);
    if (first.status !== 401 && first.status !== 404) return first;
    // The secret may have been changed since this sandbox started.
    const renewed = await source.renewed();
    return renewed ? await reaction.run(renewed, request) : first;
  };
  return async (event: APIGatewayProxyEventV2): Promise<HttpResult> =>
    fromWebhookAnswer(await answer(toWebhookRequest(event)).catch(() => LATER));
}
