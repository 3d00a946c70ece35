/** Telegram keeps what every channel promises. */
import { openChannel } from "../../bots/telegram/channel.ts";
import { manifest } from "../../bots/telegram/manifest.ts";
import { simulate } from "../../bots/telegram/simulator.ts";
import { signSpecimen, specimens, specimenSettings } from "../../bots/telegram/specimens.ts";
import { webhook } from "../../bots/telegram/webhook.ts";
import { type Breach, channelSuite } from "./channel-suite.ts";

const breach = (limit: Breach["limit"], method: string, params: Readonly<Record<string, unknown>>): Breach => ({
  limit,
  taken: async (call, apiRoot, settings, chat) => {
    const response = await call(`${apiRoot}/bot${settings["TELEGRAM_BOT_TOKEN"] ?? ""}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: chat, ...params }),
    });
    return response.ok;
  },
});

const keyboard = (buttons: readonly object[]) => ({ text: "Chọn ạ", reply_markup: { inline_keyboard: [buttons] } });

const { limits } = manifest;

channelSuite({
  manifest,
  webhook,
  openChannel,
  simulate,
  specimens,
  specimenSettings,
  webhookSecret: "TELEGRAM_WEBHOOK_SECRET",
  sign: signSpecimen,
  breaches: [
    breach("text", "sendMessage", { text: "ế".repeat(limits.text + 1) }),
    breach("caption", "sendPhoto", { photo: "https://chophien.test/a.jpg", caption: "ế".repeat(limits.caption + 1) }),
    breach(
      "payloadBytes",
      "sendMessage",
      keyboard([{ text: "Đặt", callback_data: "x".repeat(limits.payloadBytes + 1) }]),
    ),
    breach(
      "buttons",
      "sendMessage",
      keyboard(Array.from({ length: limits.buttons + 1 }, (_, place) => ({ text: String(place), callback_data: "x" }))),
    ),
  ],
});
