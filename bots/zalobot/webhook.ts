/** The bot's webhook: the secret in its header proves it, and one event is in its body. */
import { secretWebhook } from "../../shared/ports/secret-webhook.ts";
import { botIdOf, readUpdate } from "./update.ts";

export const webhook = secretWebhook({
  header: "x-bot-api-secret-token",
  secret: "ZALO_BOT_WEBHOOK_SECRET",
  token: "ZALO_BOT_TOKEN",
  read: (update, token, now) => readUpdate(update, botIdOf(token), now),
});
