/** The Zalo Bot keeps what every channel promises. */
import { openChannel } from "../../bots/zalobot/channel.ts";
import { manifest } from "../../bots/zalobot/manifest.ts";
import { simulate } from "../../bots/zalobot/simulator.ts";
import { signSpecimen, specimens, specimenSettings } from "../../bots/zalobot/specimens.ts";
import { webhook } from "../../bots/zalobot/webhook.ts";
import { type Breach, channelSuite } from "./channel-suite.ts";

const breach = (limit: Breach["limit"], method: string, params: Readonly<Record<string, unknown>>): Breach => ({
  limit,
  taken: async (call, apiRoot, settings, chat) => {
    const response = await call(`${apiRoot}/bot${settings["ZALO_BOT_TOKEN"] ?? ""}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: chat, ...params }),
    });
    return ((await response.json()) as { ok: boolean }).ok;
  },
});

const { limits } = manifest;

channelSuite({
  manifest,
  webhook,
  openChannel,
  simulate,
  specimens,
  specimenSettings,
  webhookSecret: "ZALO_BOT_WEBHOOK_SECRET",
  sign: signSpecimen,
  breaches: [
    breach("text", "sendMessage", { text: "ế".repeat(limits.text + 1) }),
    breach("caption", "sendPhoto", { photo: "https://chophien.test/a.jpg", caption: "ế".repeat(limits.caption + 1) }),
  ],
  exempt: { "retry-time": "Zalo's error 429 names no time to wait" },
});
