/** Telegram's webhook: the secret in its header proves it, and one update is in its body. */
import { secretWebhook } from "../../shared/ports/secret-webhook.ts";
import { botIdOf, readUpdate } from "./update.ts";

export const webhook = secretWebhook({
  header: "x-telegram-bot-api-secret-token",
  secret: "TELEGRAM_WEBHOOK_SECRET",
  token: "TELEGRAM_BOT_TOKEN",
  read: (update, token, now) => readUpdate(update, botIdOf(token), now),
});
