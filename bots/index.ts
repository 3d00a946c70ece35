/** Every channel. Adding one is a folder of the same files and two lines here. Importing this list loads nothing. */
import { type ChannelManifest, type OpenChannel } from "../shared/ports/channel.ts";

export type ChannelEntry = ChannelManifest & { readonly load: () => Promise<{ openChannel: OpenChannel }> };

export const channels: readonly ChannelEntry[] = [];
