/** Every channel. Adding one is a folder of the same files and two lines here. Importing this list loads nothing. */
import { type ChannelManifest, type OpenChannel } from "../shared/ports/channel.ts";
import { manifest as facebook } from "./facebook/manifest.ts";
import { manifest as telegram } from "./telegram/manifest.ts";
import { manifest as webchat } from "./webchat/manifest.ts";
import { manifest as zalo } from "./zalo/manifest.ts";
import { manifest as zalobot } from "./zalobot/manifest.ts";

export type ChannelEntry = ChannelManifest & { readonly load: () => Promise<{ openChannel: OpenChannel }> };

export const channels: readonly ChannelEntry[] = [
  { ...facebook, load: () => import("./facebook/channel.ts") },
  { ...telegram, load: () => import("./telegram/channel.ts") },
  { ...webchat, load: () => import("./webchat/channel.ts") },
  { ...zalo, load: () => import("./zalo/channel.ts") },
  { ...zalobot, load: () => import("./zalobot/channel.ts") },
];
