/** What a bot of the Zalo Bot Platform is to the program. Plain data. */
import { type ChannelManifest } from "../../shared/ports/channel.ts";

export const manifest = {
  name: "zalobot",
  title: "Zalo Bot",
  webhook: { method: "POST", path: "/webhooks/zalobot" },
  chat: true,
  settings: [
    {
      name: "ZALO_BOT_TOKEN",
      secret: true,
      required: true,
      pattern: { matches: /^\d+:\S+$/, looks: "a number, a colon and letters: 7000000001:AA…" },
      cure: "In the Zalo app open Zalo Bot Manager, make a bot with Zalo Bot Creator and set ZALO_BOT_TOKEN to the token that it sends you.",
    },
    {
      name: "ZALO_BOT_WEBHOOK_SECRET",
      secret: true,
      required: false,
      requiredInPublic: true,
      cure: "Choose 32 or more letters and digits, set ZALO_BOT_WEBHOOK_SECRET and pass the same as secret_token to setWebhook. Two values with a space between are both accepted while you change it. Long polling needs none.",
    },
    {
      name: "ZALO_BOT_API_ROOT",
      secret: false,
      required: false,
      cure: "Leave ZALO_BOT_API_ROOT unset for https://bot-api.zaloplatforms.com; set it only for a simulator.",
    },
  ],
  // The platform has no buttons: what can be chosen is numbered in the text.
  limits: { text: 2000, caption: 2000, buttons: 0, buttonTitle: 0, payloadBytes: 0 },
  abilities: { photos: true, links: true, askContact: false, polling: true },
  staffRung: 2,
} as const satisfies ChannelManifest;
