/** The web chat: ours alone, on every page of the shop, and nobody can block it. */
import { type ChannelManifest } from "../../shared/ports/channel.ts";

export const manifest: ChannelManifest = {
  name: "webchat",
  title: "Web",
  webhook: { method: "POST", path: "/chat/messages" },
  chat: true,
  settings: [
    {
      name: "WEBCHAT_SECRET",
      secret: true,
      required: true,
      cure: "Set WEBCHAT_SECRET to a long random text, such as `openssl rand -base64 32` prints.",
    },
  ],
  limits: { text: 4000, caption: 4000, buttons: 24, buttonTitle: 200, payloadBytes: 256 },
  abilities: { photos: true, links: true, askContact: false, polling: false },
  // Last: nothing rings when the page is closed.
  staffRung: 4,
};
