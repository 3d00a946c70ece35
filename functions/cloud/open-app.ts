/** The whole app in the cloud: DynamoDB, SQS, S3, and the channels whose secrets are filled in. */
import { type ChannelEntry } from "../../bots/index.ts";
import { dynamoClient } from "../../shared/adapters/dynamodb/client.ts";
import { openDynamoTable } from "../../shared/adapters/dynamodb/table.ts";
import { s3Blobs } from "../../shared/adapters/s3/blobs.ts";
import { sqsQueue } from "../../shared/adapters/sqs/queue.ts";
import { systemClock } from "../../shared/adapters/system/clock.ts";
import { systemIds } from "../../shared/adapters/system/ids.ts";
import { type App, type Shop } from "../../shared/ports/app.ts";
import { type Channel, type ChannelContext, type Channels, type ChannelSettings } from "../../shared/ports/channel.ts";
import { type Log } from "../../shared/ports/log.ts";
import { type Environment } from "../../shared/settings.ts";
import { bucketVariable, FOLDERS, SHOP_VARIABLE, TABLE_VARIABLE, URL_VARIABLE } from "../spec.ts";
import { channelSettings } from "./channel-settings.ts";
import { needed, placeOf, queueUrls } from "./environment.ts";
import { bankSettings } from "./bank-settings.ts";
import { isModelNamed, openModel } from "./open-model.ts";

const pace = {
  now: () => performance.now(),
  wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
  random: () => Math.random(),
};

/** `list`: the channels that the function may use. */
export async function openApp(list: readonly ChannelEntry[], environment: Environment, log: Log): Promise<App> {
  const place = placeOf(environment);
  const shop: Shop = {
    name: needed(environment, SHOP_VARIABLE),
    publicUrl: needed(environment, URL_VARIABLE),
    sample: false,
    ...(isModelNamed(environment) && { model: true }),
  };
  const { publicUrl } = shop;
  const name = needed(environment, TABLE_VARIABLE);
  const table = openDynamoTable({ client: dynamoClient(place), name, pace, clock: systemClock });
  const buckets = Object.fromEntries(FOLDERS.map((folder) => [folder, environment[bucketVariable(folder)]]));
  const assistant = await openModel(environment, log);
  return {
    clock: systemClock,
    ids: systemIds,
    log,
    table,
    queue: sqsQueue({ ...place, urls: queueUrls(environment) }),
    blobs: s3Blobs({ ...place, buckets, publicUrl }),
    channels: await openChannels(list, environment, { fetch, table, clock: systemClock, log, publicUrl }),
    shop,
    ...(assistant && { assistant }),
    bankSettings: bankSettings(environment, systemClock),
  };
}

async function openChannels(
  list: readonly ChannelEntry[],
  environment: Environment,
  context: Omit<ChannelContext, "settings">,
): Promise<Channels> {
  const place = placeOf(environment);
  const settled = await Promise.all(
    list.map(async (entry) => ({ entry, settings: (await channelSettings(entry, environment, place))[0] })),
  );
  const present = new Map(
    settled.flatMap(({ entry, settings }) => (settings ? [[entry.name, { entry, settings }] as const] : [])),
  );
  const opened = new Map<string, Channel>();
  return {
    names: [...present.keys()],
    async get(name) {
      const found = present.get(name);
      if (!found) return undefined;
      const channel = opened.get(name) ?? (await open(found.entry, { ...context, settings: found.settings }));
      opened.set(name, channel);
      return channel;
    },
  };
}

async function open(
  { load }: ChannelEntry,
  context: ChannelContext & { readonly settings: ChannelSettings },
): Promise<Channel> {
  const { openChannel } = await load();
  return openChannel(context);
}
