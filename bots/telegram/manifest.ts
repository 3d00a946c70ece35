/** What Telegram is to the program. Plain data. */
import { type ChannelManifest } from "../../shared/ports/channel.ts";

export const manifest = {
  name: "telegram",
  title: "Telegram",
  webhook: { method: "POST", path: "/webhooks/telegram" },
  chat: true,
  wall: "Kênh Telegram",
  settings: [
    {
      name: "TELEGRAM_BOT_TOKEN",
      secret: true,
      required: true,
      pattern: { matches: /^\d+:\S+$/, looks: "a number, a colon and letters: 7000000001:AA…" },
      cure: "Get a token from @BotFather (/newbot) and set TELEGRAM_BOT_TOKEN.",
    },
    {
      name: "TELEGRAM_WEBHOOK_SECRET",
      secret: true,
      required: false,
      requiredInPublic: true,
      pattern: { matches: /^[\w-]{1,256}(?:\s+[\w-]{1,256})?$/, looks: "letters, digits, _ or -, 256 at most" },
      cure: "Choose 32 or more letters, digits, _ or -, set TELEGRAM_WEBHOOK_SECRET and pass the same as secret_token to setWebhook. Two values with a space between are both accepted while you change it. Long polling needs none.",
    },
    {
      name: "TELEGRAM_CHANNEL_ID",
      secret: false,
      required: false,
      pattern: { matches: /^(?:@\w+|-100\d+)$/, looks: "an @name or a number that begins with -100" },
      cure: "Make the bot an administrator of the channel that promotions are posted on and set TELEGRAM_CHANNEL_ID to its @name or its id (-100…).",
    },
    {
      name: "TELEGRAM_BOT_USERNAME",
      secret: false,
      required: false,
      cure: "Set TELEGRAM_BOT_USERNAME to the bot's name without @, so that links open its chat before it has been asked for its name.",
    },
    {
      name: "TELEGRAM_API_ROOT",
      secret: false,
      required: false,
      cure: "Leave TELEGRAM_API_ROOT unset for https://api.telegram.org; set it only for a Bot API server of your own.",
    },
  ],
  // Bot API 10.1. Buttons and their titles are bounded by what a phone can show, not by a documented number.
  limits: { text: 4096, caption: 1024, buttons: 100, buttonTitle: 64, payloadBytes: 64 },
  abilities: { photos: true, links: true, askContact: true, polling: true },
  staffRung: 3,
} as const satisfies ChannelManifest;
