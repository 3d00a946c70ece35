/** What is wrong with the bot, its webhook and its wall: each in words with a cure. */
import { type Api } from "grammy/web";
import { HOUR, millis, SECOND } from "../../shared/domain/time.ts";
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

async function webhookProblems(api: Api, { publicUrl, settings, clock }: ChannelContext): Promise<readonly string[]> {
  const info = await api.getWebhookInfo();
  const { url = "" } = info;
  const expected = publicUrl + manifest.webhook.path;
  if (!publicUrl.startsWith("https://")) return url === "" || url === expected ? [] : [takenAway(url)];
  return [
    ...(settings["TELEGRAM_WEBHOOK_SECRET"] ? [] : [NO_SECRET]),
    ...(url === expected
      ? deliveryProblems(info, { url: expected, now: millis(clock.now()) })
      : [`Telegram delivers to ${url === "" ? "no address" : url}: ${setWebhook(expected)}`]),
  ];
}

const NO_SECRET =
  "TELEGRAM_WEBHOOK_SECRET is not set: every message from Telegram is refused. Choose 32 or more letters and digits and set it here and in setWebhook.";

const UPDATES = ["message", "callback_query", "my_chat_member"] as const;

const setWebhook = (url: string): string =>
  `call setWebhook with url=${url}, secret_token=<TELEGRAM_WEBHOOK_SECRET> and allowed_updates=${JSON.stringify(UPDATES)}.`;

type WebhookInfo = Awaited<ReturnType<Api["getWebhookInfo"]>>;

/** So many wait where messages come faster than they are taken in. */
const MANY_WAITING = 20;

function deliveryProblems(info: WebhookInfo, { url, now }: { url: string; now: number }): readonly string[] {
  const { pending_update_count: waiting, allowed_updates: allowed, last_error_date: failedAt = 0 } = info;
  const isFresh = waiting > 0 || now - failedAt * SECOND < HOUR;
  // Telegram keeps the last error long after it was mended.
  const lastError = isFresh ? info.last_error_message : undefined;
  const unasked = allowed && allowed.length > 0 ? UPDATES.filter((kind) => !allowed.includes(kind)) : [];
  const failed = `Telegram could not deliver to ${url} lately: "${lastError ?? ""}"; ${waiting} updates wait there. See the log of receive-telegram, and that the secret in setWebhook is TELEGRAM_WEBHOOK_SECRET.`;
  const slow = `${waiting} updates wait at Telegram and are not taken in: see that the server runs and what its log says.`;
  return [
    ...(unasked.length > 0 ? [`Telegram sends no ${unasked.join(", ")}: ${setWebhook(url)}`] : []),
    ...(lastError === undefined ? (waiting >= MANY_WAITING ? [slow] : []) : [failed]),
  ];
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
