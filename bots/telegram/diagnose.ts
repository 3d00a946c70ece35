/** What is wrong with the bot, its webhook and its wall: each in words with a cure. */
import { type Api } from "grammy/web";
import { type ChannelContext } from "../../shared/ports/channel.ts";
import { apiRootOf } from "./api.ts";
import { BAD_TOKEN, failureOf, isBadToken } from "./failure.ts";
import { manifest } from "./manifest.ts";

type Me = Awaited<ReturnType<Api["getMe"]>>;

/** `onMe` hears who the bot is. */
export async function diagnose(api: Api, context: ChannelContext, onMe: (me: Me) => void): Promise<readonly string[]> {
  try {
    const me = await api.getMe();
    onMe(me);
    return [
      ...nameProblems(me, context),
      ...(await webhookProblems(api, context)),
      ...(await wallProblems(api, me, context)),
    ];
  } catch (error) {
    if (isBadToken(error)) return [`${BAD_TOKEN}.`];
    const { why } = failureOf(error);
    return [
      `${why} at ${apiRootOf(context.settings)}. Many networks in Viet Nam block Telegram: try another, or set TELEGRAM_API_ROOT to a Bot API server that can be reached.`,
    ];
  }
}

function nameProblems({ username }: Me, { settings }: ChannelContext): readonly string[] {
  const set = settings["TELEGRAM_BOT_USERNAME"];
  if (!set || set.replace(/^@/, "") === username) return [];
  return [
    `TELEGRAM_BOT_USERNAME is "${set}", but the bot is "${username}". Set it to that or leave it out, so that links in posts open the bot.`,
  ];
}

async function webhookProblems(api: Api, { publicUrl, settings }: ChannelContext): Promise<readonly string[]> {
  const { url = "", last_error_message: lastError } = await api.getWebhookInfo();
  const expected = publicUrl + manifest.webhook.path;
  if (!publicUrl.startsWith("https://")) return url === "" || url === expected ? [] : [takenAway(url)];
  const problems: string[] = [];
  if (!settings["TELEGRAM_WEBHOOK_SECRET"])
    problems.push(
      "TELEGRAM_WEBHOOK_SECRET is not set: every message from Telegram is refused. Choose 32 or more letters and digits and set it here and in setWebhook.",
    );
  if (url !== expected)
    problems.push(
      `Telegram delivers to ${url === "" ? "no address" : url}: call setWebhook with url=${expected}, secret_token=<TELEGRAM_WEBHOOK_SECRET> and allowed_updates=["message","callback_query","my_chat_member"].`,
    );
  else if (lastError !== undefined)
    problems.push(`Telegram could not deliver to ${url} lately: "${lastError}". See the log of receive-telegram.`);
  return problems;
}

const takenAway = (url: string): string =>
  `The bot's messages go to ${url}. Polling from here takes them away from there: use a bot of its own for trying things out.`;

async function wallProblems(api: Api, { id, username }: Me, { settings }: ChannelContext): Promise<readonly string[]> {
  const wall = settings["TELEGRAM_CHANNEL_ID"];
  if (!wall) return [];
  const cure = `Add @${username} to the channel as an administrator who may post messages.`;
  try {
    const chat = await api.getChat(wall);
    if (chat.type !== "channel") return [`TELEGRAM_CHANNEL_ID names a ${chat.type}: set it to a channel.`];
    const member = await api.getChatMember(wall, id);
    if (member.status !== "administrator") return [`The bot is no administrator of ${wall}. ${cure}`];
    return member.can_post_messages === true ? [] : [`The bot may not post on ${wall}. ${cure}`];
  } catch (error) {
    return [`${failureOf(error).why} when asked about ${wall}: see that TELEGRAM_CHANNEL_ID is right. ${cure}`];
  }
}
