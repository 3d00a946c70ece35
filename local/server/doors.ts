/** The channels' webhooks as routes of the embedded home: the same receivers as in the cloud, without a network between. */
import { type Hono } from "hono";
import { type ChannelEntry } from "../../bots/index.ts";
import { MAX_BODY_BYTES, receive } from "../../functions/receive.ts";
import { type Receiver, type WebhookReaction } from "../../functions/reaction.ts";
import { type Webhook, type WebhookAnswer } from "../../shared/ports/channel.ts";
import { type ChannelSettingsByName } from "../home/channels.ts";
import { readBody, TOO_LARGE } from "../../functions/read-body.ts";

export type Doors = {
  channels: readonly ChannelEntry[];
  channelSettings: ChannelSettingsByName;
  receiver: Omit<Receiver, "settings">;
};

export function addDoors(routes: Hono, { channels, channelSettings, receiver }: Doors): void {
  for (const { name, webhook } of channels) {
    if (!webhook) continue;
    const settings = channelSettings[name];
    const open = once(() => openDoor(name));
    routes.post(webhook.path, async ({ req }) => {
      // Without its settings a channel does not exist, so nobody can speak through a pretended one.
      if (!settings) return toResponse({ status: 404 });
      const body = await readBody(req.raw, MAX_BODY_BYTES);
      if (body === TOO_LARGE) return new Response(null, { status: 413, headers: { connection: "close" } });
      const request = { method: req.method, path: req.path, headers: req.header(), body };
      return toResponse(await (await open()).run({ ...receiver, settings: [settings] }, request));
    });
  }
}

async function openDoor(name: string): Promise<WebhookReaction> {
  const module = (await import(new URL(`../../bots/${name}/webhook.ts`, import.meta.url).href)) as { webhook: Webhook };
  return receive(name, module.webhook);
}

const toResponse = ({ status, headers, body }: WebhookAnswer): Response =>
  new Response(body ?? null, { status, ...(headers ? { headers } : {}) });

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
