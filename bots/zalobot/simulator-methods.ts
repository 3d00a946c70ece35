/** The methods of the bot API that we call, and those by which a bot is set up; refused where Zalo would refuse them. */
import { setTimeout as rest } from "node:timers/promises";
import { isVisible } from "../../shared/domain/split-text.ts";
import { millis, SECOND } from "../../shared/domain/time.ts";
import { type SeenMessage } from "../../shared/ports/simulator.ts";
import { type Fields } from "./fields.ts";
import { type Phone, Refusal, show, type World } from "./simulator-world.ts";

export type Method = (world: World, params: Fields, signal: AbortSignal) => unknown;

const TEXT = 2000;

export const methods: Readonly<Record<string, Method>> = {
  getMe: ({ bot }) => ({ id: bot.id, account_name: bot.name, account_type: "BASIC", can_join_groups: false }),
  getUpdates,
  setWebhook(world, { url, secret_token: secret }) {
    if (typeof url !== "string" || !isReachable(url, "https:")) throw new Refusal(400, "Bad request: invalid url");
    if (typeof secret !== "string" || secret.length < 8 || secret.length > 256)
      throw new Refusal(400, "Bad request: secret_token must be 8 to 256 characters");
    world.webhook = { url, secret };
    return webhookInfo(world);
  },
  deleteWebhook(world) {
    world.webhook = { ...world.webhook, url: "" };
    return webhookInfo(world);
  },
  getWebhookInfo: (world) => webhookInfo(world),
  sendMessage(world, params) {
    const text = checked(params["text"], "text");
    if (!isVisible(text)) throw new Refusal(400, "Bad request: text must not be empty");
    return sent(show(world, phoneOf(world, params), { from: "us", text }));
  },
  sendPhoto(world, params) {
    const phone = phoneOf(world, params);
    const text = params["caption"] === undefined ? "" : checked(params["caption"], "caption");
    const photo = String(params["photo"]);
    // A simulator of this machine also takes pictures of this machine.
    const plain = world.context.apiRoot.startsWith("http:");
    if (!isReachable(photo, "https:") && !(plain && /^http:\/\//.test(photo)))
      throw new Refusal(400, "Bad request: photo is not a valid URL");
    return sent(show(world, phone, { from: "us", text, photo }));
  },
};

const webhookInfo = ({ webhook, context }: World) => ({ url: webhook.url, updated_at: millis(context.clock.now()) });

const sent = ({ id, at }: SeenMessage) => ({ message_id: id, date: Date.parse(at) });

function checked(text: unknown, name: string): string {
  if (typeof text !== "string" || text.length > TEXT || !text.isWellFormed())
    throw new Refusal(400, `Bad request: ${name} must be 1 to ${TEXT} characters`);
  return text;
}

/** What Zalo answers about people who block a bot is not documented: it is taken to be what a stranger gets. */
function phoneOf({ phones }: World, params: Fields): Phone {
  const phone = phones.get(String(params["chat_id"]));
  if (!phone?.met || phone.blocked) throw new Refusal(400, "Bad request: chat not found");
  return phone;
}

function isReachable(address: string, protocol: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === protocol && url.hostname.includes(".") && !/^(?:127|10|192\.168)\./.test(url.hostname);
}

/** One event, which is gone from then on, or 408 after the time that was asked for. */
async function getUpdates(world: World, params: Fields, signal: AbortSignal): Promise<unknown> {
  if (world.webhook.url !== "") throw new Refusal(400, "Bad request: webhook is set, call deleteWebhook first");
  if (world.waiting.length === 0) await somethingNew(world, Number(params["timeout"] ?? 30) * SECOND, signal);
  const next = world.waiting.shift();
  if (!next) throw new Refusal(408, "Request timeout");
  return JSON.parse(new TextDecoder().decode(next.body)) as unknown;
}

async function somethingNew(world: World, waitMs: number, signal: AbortSignal): Promise<void> {
  const news = new AbortController();
  world.wake = () => {
    news.abort();
  };
  await rest(waitMs, undefined, { signal: AbortSignal.any([signal, news.signal]), ref: false }).catch(() => undefined);
}
