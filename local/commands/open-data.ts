/** The data of the shop for a command: the same file as the server's, whether it runs or not. Nothing is started. */
import { channels } from "../../bots/index.ts";
import { functions } from "../../functions/index.ts";
import { systemClock } from "../../shared/adapters/system/clock.ts";
import { systemIds } from "../../shared/adapters/system/ids.ts";
import { openLog } from "../../shared/log.ts";
import { channelSettings as settingsOf, environment, type HomeSettings, parseSettings } from "../../shared/settings.ts";
import { type ChannelSettingsByName } from "../home/channels.ts";
import { type Home, openHome } from "../home/open-home.ts";
import { keptWebchatSecret } from "../webchat-secret.ts";

export type OpenData = { home: Home; settings: HomeSettings };

export async function openData(): Promise<OpenData> {
  const settings = parseSettings(environment(), channels);
  const channelSettings = await connectedChannels(settings.dataDir);
  const home = await openHome({
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
  return { home, settings };
}

/** Channels that are really connected; the web chat always is. */
async function connectedChannels(dataDir: string): Promise<ChannelSettingsByName> {
  const given = channels.map((channel) => [channel.name, settingsOf(channel, environment()).settings] as const);
  const { webchat = { WEBCHAT_SECRET: await keptWebchatSecret(dataDir) }, ...others } = Object.fromEntries(given);
  return { ...others, webchat };
}

/** Runs with the data open and closes it, whatever happens. */
export async function withData<T>(use: (data: OpenData) => Promise<T>): Promise<T> {
  const data = await openData();
  try {
    return await use(data);
  } finally {
    await data.home.close();
  }
}
