/** The channels that have their settings, each opened when it is first asked for. */
import { type ChannelEntry } from "../../bots/index.ts";
import { type Channel, type ChannelContext, type Channels, type ChannelSettings } from "../../shared/ports/channel.ts";

export type ChannelSettingsByName = Readonly<Record<string, ChannelSettings | undefined>>;

export function openChannels(
  list: readonly ChannelEntry[],
  settings: ChannelSettingsByName,
  context: Omit<ChannelContext, "settings">,
): Channels {
  const present = new Map(list.filter(({ name }) => settings[name]).map((entry) => [entry.name, entry]));
  const opened = new Map<string, Promise<Channel>>();
  const open = async ({ name, load }: ChannelEntry): Promise<Channel> => {
    try {
      const { openChannel } = await load();
      return openChannel({ ...context, settings: settings[name] ?? {} });
    } catch (error) {
      opened.delete(name);
      throw error;
    }
  };
  return {
    names: [...present.keys()],
    async get(name) {
      const entry = present.get(name);
      if (!entry) return undefined;
      const channel = opened.get(name) ?? open(entry);
      opened.set(name, channel);
      return channel;
    },
  };
}
