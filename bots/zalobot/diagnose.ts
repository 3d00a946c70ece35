/** What is wrong with the bot and its webhook: each in words with a cure. */
import { type ChannelContext } from "../../shared/ports/channel.ts";
import { type Api } from "./api.ts";
import { object, text } from "./fields.ts";
import { manifest } from "./manifest.ts";

/** [] when it works. */
export async function diagnose(api: Api, { settings, publicUrl }: ChannelContext): Promise<readonly string[]> {
  const me = await api.call("getMe");
  if (!me.ok) return [`${me.failure.why}. See that ZALO_BOT_TOKEN is right and that Zalo can be reached from here.`];
  const info = await api.call("getWebhookInfo");
  if (!info.ok) return [`${info.failure.why} when asked for the bot's webhook: try again in a minute.`];
  const url = text(object(info.result)?.["url"]) ?? "";
  const expected = publicUrl + manifest.webhook.path;
  if (!publicUrl.startsWith("https://")) return url === "" || url === expected ? [] : [takenAway(url)];
  return [
    ...secretProblems(settings["ZALO_BOT_WEBHOOK_SECRET"]),
    ...(url === expected ? [] : [elsewhere(url, expected)]),
  ];
}

const takenAway = (url: string): string =>
  `The bot's messages go to ${url}. Polling from here takes them away from there: use a bot of its own for trying things out.`;

const elsewhere = (url: string, expected: string): string =>
  `Zalo delivers to ${url === "" ? "no address" : url}: call setWebhook with url=${expected} and secret_token=<ZALO_BOT_WEBHOOK_SECRET>.`;

function secretProblems(setting: string | undefined): readonly string[] {
  if (!setting)
    return [
      "ZALO_BOT_WEBHOOK_SECRET is not set: every message from Zalo is refused. Choose 32 or more letters and digits and set it here and in setWebhook.",
    ];
  const unfit = setting.split(/[\s,]+/).some(({ length }) => length < 8 || length > 256);
  return unfit ? ["ZALO_BOT_WEBHOOK_SECRET is not 8 to 256 characters long, as Zalo wants it: choose another."] : [];
}
