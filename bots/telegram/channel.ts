/** Telegram's sending side, over grammY. */
import { type Api } from "grammy/web";
import { type Incoming, type Outgoing } from "../../shared/domain/message.ts";
import { type Channel, type ChannelContext, type OpenChannel, type Sent } from "../../shared/ports/channel.ts";
import { fetchCapped } from "../../shared/ports/fetch-capped.ts";
import { apiRootOf, openApi, tokenOf } from "./api.ts";
import { openBotName } from "./bot-name.ts";
import { deliverAnyway } from "./delivery.ts";
import { diagnose } from "./diagnose.ts";
import { failureOf } from "./failure.ts";
import { manifest } from "./manifest.ts";
import { openPoll } from "./poll.ts";
import { render } from "./render.ts";
import { botIdOf } from "./update.ts";
import { post } from "./wall.ts";

export const openChannel: OpenChannel = (context): Channel => {
  const { settings, publicUrl } = context;
  const account = botIdOf(tokenOf(settings));
  const api = openApi(context);
  const name = openBotName(api, context, account);

  return {
    manifest,
    account,
    send: (chat, message, { from = 0 } = {}) => send(api, context, { chat, message, from }),
    acknowledge: (incoming) => acknowledge(api, context, incoming),
    fetchFile: (ref) => fetchFile(api, context, ref),
    post: (copy) => post(api, context, copy),
    poll: openPoll(context, { account, meet: name.learn }),
    chatLink: (code) => chatLink(publicUrl, name.known(), code),
    upkeep: name.tryToLearn,
    diagnose: () =>
      diagnose(api, context, (me) => {
        name.hear(me.username);
      }),
  };
};

/** Until the bot's name is known, the shop's own page for the code. */
function chatLink(publicUrl: string, bot: string | undefined, code: string | undefined): string {
  if (bot === undefined) return code === undefined ? publicUrl : `${publicUrl}/d/${encodeURIComponent(code)}`;
  return `https://t.me/${bot}${code === undefined ? "" : `?start=${encodeURIComponent(code)}`}`;
}

type Request = { chat: string; message: Outgoing; from: number };

/** `parts` counts from the first part of the message, also when sending begins later. */
async function send(
  api: Api,
  context: ChannelContext,
  { chat, message, from }: Request,
): Promise<Sent & { parts: number }> {
  const parts = render(message);
  let ref = "";
  for (const [place, part] of parts.entries()) {
    if (place < from) continue;
    try {
      const delivered = await deliverAnyway(api, chat, { part, edge: context });
      ref = String(delivered?.message_id ?? ref);
    } catch (error) {
      return { ...failureOf(error), parts: place };
    }
  }
  return { outcome: "sent", ref, parts: parts.length };
}

/** Ends the spinner on the button. Too late is no harm: the reply itself is what counts. */
async function acknowledge(api: Api, { log }: ChannelContext, { content }: Incoming): Promise<void> {
  if (content.kind !== "tap" || content.tapId === undefined) return;
  try {
    await api.answerCallbackQuery(content.tapId);
  } catch (error) {
    log.info("telegram.tap-not-acknowledged", { why: failureOf(error).why });
  }
}

/** Telegram gives out files of up to 20 MB, pictures of up to 10. The address holds the token. */
async function fetchFile(
  api: Api,
  { settings, fetch }: ChannelContext,
  ref: string,
): Promise<{ bytes: Uint8Array; type: string }> {
  const { file_path: path } = await api.getFile(ref);
  if (path === undefined) throw new Error("Telegram names no place for this file: ask the person to send it again");
  const address = `${apiRootOf(settings)}/file/bot${tokenOf(settings)}/${path}`;
  const { bytes, type } = await fetchCapped({ fetch, address, provider: "Telegram" });
  return { bytes, type: typeOf(path, type) };
}

const TYPES: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  oga: "audio/ogg",
  mp4: "video/mp4",
  pdf: "application/pdf",
};

/** Telegram serves files as bytes of no type; the name tells. */
const typeOf = (path: string, served: string): string => TYPES[path.split(".").at(-1)?.toLowerCase() ?? ""] ?? served;
