/**
 * The data of the shop for a command: the same file as the server's, whether it runs or not. Nothing is started.
 * A command may lack the server's environment, so what shop it is the data say, not the settings alone.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { channels } from "../../bots/index.ts";
import { functions } from "../../functions/index.ts";
import { systemClock } from "../../shared/adapters/system/clock.ts";
import { systemIds } from "../../shared/adapters/system/ids.ts";
import { openLog } from "../../shared/log.ts";
import {
  channelSettings as settingsOf,
  environment,
  type HomeSettings,
  isDataDirSet,
  parseSettings,
  REAL_DATA,
} from "../../shared/settings.ts";
import { type ChannelSettingsByName } from "../home/channels.ts";
import { openingData } from "../home/data-fault.ts";
import { DATA_FILE, type Home, openHome } from "../home/open-home.ts";
import { claimKind, kindOf } from "../shop-kind.ts";
import { keptWebchatSecret } from "../webchat-secret.ts";

export type OpenData = { home: Home; settings: HomeSettings };

/** `fetch`: the way to the providers. */
export async function openData(fetch: typeof globalThis.fetch = globalThis.fetch): Promise<OpenData> {
  const given = settingsOfCommand();
  const home = await openingData(given.dataDir, () => openWith(given, fetch));
  try {
    const { app } = home;
    if (!given.sample) await claimKind(app, "real", given.dataDir);
    const sample = given.sample && (await kindOf(app.table)) !== "real";
    return { home: { ...home, app: { ...app, shop: { ...app.shop, sample } } }, settings: { ...given, sample } };
  } catch (error) {
    await home.close();
    throw error;
  }
}

/** Where no folder is set and nothing tells which shop is meant, a real one is meant as soon as there is one. */
function settingsOfCommand(): HomeSettings {
  const settings = parseSettings(environment(), channels);
  const isUntold = settings.sample && !isDataDirSet(environment());
  return isUntold && existsSync(join(REAL_DATA, DATA_FILE)) ? { ...settings, dataDir: REAL_DATA } : settings;
}

async function openWith(settings: HomeSettings, fetch: typeof globalThis.fetch): Promise<Home> {
  const channelSettings = await connectedChannels(settings.dataDir);
  return openHome({
    dataDir: settings.dataDir,
    clock: systemClock,
    ids: systemIds,
    log: openLog({ clock: systemClock, level: "warn" }),
    fetch,
    shop: { name: settings.shopName, publicUrl: settings.publicUrl, sample: settings.sample },
    channels,
    channelSettings,
    functions,
    loadFunction: ({ name }) => {
      throw new Error(`A command does not run ${name}: the server does`);
    },
    polling: false,
  });
}

/** Channels that are really connected; the web chat always is. */
async function connectedChannels(dataDir: string): Promise<ChannelSettingsByName> {
  const given = channels.map((channel) => [channel.name, settingsOf(channel, environment()).settings] as const);
  const { webchat = { WEBCHAT_SECRET: await keptWebchatSecret(dataDir) }, ...others } = Object.fromEntries(given);
  return { ...others, webchat };
}

/** Runs with the data open and closes it, whatever happens. */
export async function withData<T>(use: (data: OpenData) => Promise<T>, fetch?: typeof globalThis.fetch): Promise<T> {
  const data = await openData(fetch);
  try {
    return await use(data);
  } finally {
    await data.home.close();
  }
}
