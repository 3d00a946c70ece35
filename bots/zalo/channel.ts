/** Talking and posting as a Zalo Official Account. */
import { createZaloClient, type SentMessage, type TokenKeeper, type ZaloClient } from "zalo-sdk-nodejs";
import { millis } from "../../shared/domain/time.ts";
import { type Outgoing } from "../../shared/domain/message.ts";
import { type Channel, type ChannelContext, type Sent } from "../../shared/ports/channel.ts";
import { type Log } from "../../shared/ports/log.ts";
import { advise } from "./advise.ts";
import { diagnose } from "./diagnose.ts";
import { fetchFile } from "./fetch-file.ts";
import { manifest } from "./manifest.ts";
import { isContentRefusal, outcomeOf } from "./outcome.ts";
import { checkArticle, postArticle, type Wall } from "./post.ts";
import { type Part, render } from "./render.ts";
import { sendTemplate } from "./template.ts";
import { openTokens, tableTokenStore } from "./tokens.ts";

const AUTHOR = "OCOP";

export function openChannel(context: ChannelContext): Channel {
  const { settings, log, publicUrl, fetch } = context;
  const account = required(context, "ZALO_OA_ID");
  const grant = openGrant(context, account);
  const zalo = openClient(context, grant);
  const cover = settings["ZALO_COVER_URL"];
  const template = settings["ZALO_TEMPLATE_PARCEL"];
  const simulatorRoot = settings["ZALO_API_ROOT"];
  const plainHttp = simulatorRoot?.startsWith("http:") ?? false;
  const wall: Wall = { zalo, log, cover, plainHttp, publicUrl, author: rememberedName(zalo) };

  return {
    manifest,
    account,

    async send(chat, message: Outgoing, { from = 0 } = {}) {
      const parts = render(message, { cover, plainHttp });
      let sent: Sent = { outcome: "sent", ref: "" };
      for (const [place, part] of parts.entries()) {
        if (place < from) continue;
        sent = await sendPart({ zalo, log }, chat, part);
        if (sent.outcome !== "sent") return { ...sent, parts: place };
      }
      return { ...sent, parts: parts.length };
    },

    ...(template
      ? { sendTemplate: (to, notice) => sendTemplate({ zalo, log, templateId: template }, to, notice) }
      : {}),

    post: (copy) => postArticle(wall, copy),
    check: (ref) => checkArticle(wall, ref),
    fetchFile: (ref) => fetchFile({ fetch, simulatorRoot }, ref),
    // Zalo documents no way to carry a code: the page that leads here tells people to type it.
    chatLink: () => `https://zalo.me/${account}`,
    async upkeep() {
      await grant.token();
    },
    diagnose: () => diagnose(zalo, settings, millis(context.clock.now())),
    advise: () => advise(context, tableTokenStore(context.table, account)),
  };
}

function required({ settings }: ChannelContext, name: string): string {
  const value = settings[name];
  if (!value) throw new Error(`Zalo can't be opened without ${name}. ${cureOf(name)}`);
  return value;
}

const cureOf = (name: string): string => manifest.settings.find((setting) => setting.name === name)?.cure ?? "";

function openGrant(context: ChannelContext, account: string): TokenKeeper {
  const { settings, fetch } = context;
  const { ZALO_OAUTH_ROOT: oauthRoot, ZALO_REFRESH_TOKEN: seed } = settings;
  const oauth = {
    appId: required(context, "ZALO_APP_ID"),
    appSecret: required(context, "ZALO_APP_SECRET"),
    fetch,
    ...(oauthRoot ? { oauthRoot } : {}),
  };
  return openTokens({ ...context, account, oauth, seed });
}

function openClient({ settings, fetch, clock }: ChannelContext, tokens: TokenKeeper): ZaloClient {
  const { ZALO_API_ROOT: apiRoot } = settings;
  return createZaloClient({ tokens, fetch, clock: () => millis(clock.now()), ...(apiRoot ? { apiRoot } : {}) });
}

type Sender = { readonly zalo: ZaloClient; readonly log: Log };

async function sendPart(sender: Sender, chat: string, part: Part): Promise<Sent> {
  try {
    const { messageId } = await deliver(sender.zalo, chat, part);
    return { outcome: "sent", ref: messageId === "" ? "unnamed" : messageId };
  } catch (error) {
    if (part.kind === "text" || !isContentRefusal(error)) return outcomeOf(error, sender.log);
    sender.log.warn("zalo.sent-without-picture", { kind: part.kind });
    return await sendPlainly(sender, chat, part);
  }
}

function deliver(zalo: ZaloClient, userId: string, part: Part): Promise<SentMessage> {
  switch (part.kind) {
    case "text":
      return zalo.sendText({ userId, text: part.text, ...(part.buttons ? { buttons: part.buttons } : {}) });
    case "image":
      return zalo.sendImage({
        userId,
        url: part.url,
        ...(part.caption === undefined ? {} : { caption: part.caption }),
      });
    case "ask-contact":
      return zalo.requestUserInfo({ userId, title: part.title, subtitle: part.subtitle, imageUrl: part.imageUrl });
  }
}

/** A picture or a card that Zalo does not take costs nobody the words: they go out alone. */
async function sendPlainly(sender: Sender, chat: string, part: Exclude<Part, { kind: "text" }>): Promise<Sent> {
  if (part.kind === "ask-contact" || part.caption === undefined) return { outcome: "sent", ref: "left-out" };
  return await sendPart(sender, chat, { kind: "text", text: part.caption });
}

/** Asked once: an account is seldom renamed. */
function rememberedName(zalo: ZaloClient): () => Promise<string> {
  let name: string | undefined;
  return async () => {
    name ??= (await zalo.getAccount()).name;
    return name ?? AUTHOR;
  };
}
