/** The embedded home put together: settings, channels real or pretended, data, server. */
import { channels } from "../bots/index.ts";
import { functions } from "../functions/index.ts";
import { type Reaction } from "../functions/reaction.ts";
import { type FunctionSpec } from "../functions/spec.ts";
import { openAssistant } from "../shared/adapters/openai/assistant.ts";
import { systemClock } from "../shared/adapters/system/clock.ts";
import { systemIds } from "../shared/adapters/system/ids.ts";
import { type Shop } from "../shared/ports/app.ts";
import { type Assistant } from "../shared/ports/assistant.ts";
import { type BankSettings } from "../shared/ports/payments.ts";
import { type Log } from "../shared/ports/log.ts";
import {
  assistantSettings,
  bankSettings,
  channelSettings,
  type Environment,
  type HomeSettings,
} from "../shared/settings.ts";
import { type ChannelSettingsByName } from "./home/channels.ts";
import { openingData } from "./home/data-fault.ts";
import { type Home, openHome } from "./home/open-home.ts";
import { seedOnce } from "./seed/seed-once.ts";
import { routesOf } from "./server/routes.ts";
import { type RunningServer, startServer } from "./server/server.ts";
import { claimKind } from "./shop-kind.ts";
import { simulatorPage } from "./simulator/page.ts";
import { openSimulators, type Simulators } from "./simulator/simulators.ts";
import { keptWebchatSecret } from "./webchat-secret.ts";

const ROOT = new URL("..", import.meta.url);
const clock = systemClock;
const ids = systemIds;

export type RunningShop = {
  readonly home: Home;
  readonly publicUrl: string;
  readonly port: number;
  readonly dataDir: string;
  readonly sample: boolean;
  readonly channelNames: readonly string[];
  /** Ends what is at work, then lets go of the data; asked again, it is the same end. */
  readonly close: () => Promise<void>;
};

export type ShopOptions = { settings: HomeSettings; environment: Environment; log: Log };

export async function openShop(options: ShopOptions): Promise<RunningShop> {
  const { settings } = options;
  // A pretended shop is for this machine alone; a real one is reached from outside, also from out of a container.
  const server = await startServer({ port: settings.port, ...(settings.sample ? { host: "127.0.0.1" } : {}) });
  try {
    return await openBehind(server, options);
  } catch (error) {
    await server.close(0);
    throw error;
  }
}

async function openBehind(server: RunningServer, { settings, environment, log }: ShopOptions): Promise<RunningShop> {
  const { sample, dataDir } = settings;
  const base = `http://127.0.0.1:${server.port}`;
  const publicUrl = settings.publicUrl.replace(/^http:\/\/localhost:0$/, `http://localhost:${server.port}`);
  const simulators = sample ? await openSimulators({ channels, base, clock, ids }) : undefined;
  const settingsByName = await openingData(dataDir, () => settingsOf(environment, dataDir, simulators));
  const model = assistantSettings(environment).settings;
  const assistant = model && openAssistant({ settings: model, fetch, clock, log });
  const shop: Shop = { name: settings.shopName, publicUrl, sample, ...(assistant && { model: true }) };
  const banks = bankSettings(environment);
  const home = await openingData(dataDir, () => openData({ settings, log, shop, settingsByName, assistant, banks }));
  if (sample) await closedOnFault(home, () => seedOnce(home));
  const { app } = home;
  const simulation = simulators && { simulators, page: simulatorPage({ app, simulators, base }) };
  server.serve(routesOf({ app, channels, channelSettings: settingsByName, ...(simulation && { simulation }) }));
  home.start();
  return {
    home,
    publicUrl,
    port: server.port,
    dataDir,
    sample,
    channelNames: app.channels.names,
    close: once(async () => {
      await server.close();
      await home.close();
    }),
  };
}

type Opening = Pick<ShopOptions, "settings" | "log"> & {
  shop: Shop;
  settingsByName: ChannelSettingsByName;
  assistant: Assistant | undefined;
  banks: BankSettings;
};

/** The data, if they are of this kind of shop. */
async function openData({ settings, log, shop, settingsByName, assistant, banks }: Opening): Promise<Home> {
  const { dataDir, sample, polling } = settings;
  const home = await openHome({
    dataDir,
    clock,
    ids,
    log,
    fetch,
    shop,
    channels,
    channelSettings: settingsByName,
    ...(assistant && { assistant }),
    bankSettings: banks,
    functions,
    loadFunction,
    polling: polling && !sample,
  });
  return closedOnFault(home, () => claimKind(home.app, sample ? "sample" : "real", dataDir));
}

async function closedOnFault(home: Home, act: () => Promise<void>): Promise<Home> {
  try {
    await act();
    return home;
  } catch (error) {
    await home.close();
    throw error;
  }
}

async function settingsOf(
  environment: Environment,
  dataDir: string,
  simulators: Simulators | undefined,
): Promise<ChannelSettingsByName> {
  const entries = channels.map(async (channel) => {
    const given = channelSettings(channel, environment).settings;
    if (channel.name === "webchat")
      return [channel.name, given ?? { WEBCHAT_SECRET: await keptWebchatSecret(dataDir) }] as const;
    return [channel.name, simulators?.get(channel.name)?.settings ?? given] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function loadFunction({ entry }: FunctionSpec): Promise<Reaction> {
  const { handler } = (await import(new URL(entry, ROOT).href)) as { handler: Reaction };
  return handler;
}

function once(end: () => Promise<void>): () => Promise<void> {
  let ending: Promise<void> | undefined;
  return () => (ending ??= end());
}
