/** One rendered part on its way: a picture Telegram can't reach is uploaded. */
import { type Api, InputFile } from "grammy/web";
import { type ChannelContext } from "../../shared/ports/channel.ts";
import { networkFailureOf } from "../../shared/ports/network-failure.ts";
import { isBadPhoto } from "./failure.ts";
import { isPublic, type Part } from "./render.ts";

/** Telegram takes pictures of 10 MB at most. */
const MAX_PHOTO_BYTES = 10 * 1024 * 1024;

/** What Telegram says of a message that it took. */
export type Delivered = Awaited<ReturnType<Api["sendMessage"] | Api["sendPhoto"]>>;

type Edge = Pick<ChannelContext, "fetch" | "log">;

/** Throws what the Bot API client throws, also where the picture alone is at fault. */
export async function deliver(api: Api, chat: string, { part, edge }: { part: Part; edge: Edge }): Promise<Delivered> {
  if (part.method === "sendMessage") return sendText(api, chat, part);
  const photo = await pictureOf(part.photo, edge);
  if (photo === undefined) throw new PhotoUnreachable();
  return api.raw.sendPhoto({
    chat_id: chat,
    photo,
    ...(part.caption === undefined ? {} : { caption: part.caption }),
    ...(part.markup ? { reply_markup: part.markup } : {}),
  });
}

/** The same, but a person is answered without the picture rather than not at all; undefined where nothing was left to say. */
export async function deliverAnyway(
  api: Api,
  chat: string,
  { part, edge }: { part: Part; edge: Edge },
): Promise<Delivered | undefined> {
  try {
    return await deliver(api, chat, { part, edge });
  } catch (error) {
    if (part.method !== "sendPhoto" || !(error instanceof PhotoUnreachable || isBadPhoto(error))) throw error;
    edge.log.warn("telegram.photo-left-out", { reason: error instanceof PhotoUnreachable ? "unreachable" : "refused" });
    if (part.caption === undefined) return undefined;
    const { caption: text, markup } = part;
    return sendText(api, chat, { text, ...(markup ? { markup } : {}) });
  }
}

export class PhotoUnreachable extends Error {
  constructor() {
    super("The picture could not be fetched to be uploaded to Telegram: see that its address answers");
    this.name = "PhotoUnreachable";
  }
}

type Text = Omit<Extract<Part, { method: "sendMessage" }>, "method">;

function sendText(api: Api, chat: string, { text, markup, previewPhoto }: Text): Promise<Delivered> {
  const preview = { url: previewPhoto ?? "", prefer_large_media: true, show_above_text: true };
  return api.raw.sendMessage({
    chat_id: chat,
    text,
    ...(previewPhoto === undefined ? {} : { link_preview_options: preview }),
    ...(markup ? { reply_markup: markup } : {}),
  });
}

/** Telegram fetches public addresses itself. */
async function pictureOf(address: string, { fetch, log }: Edge): Promise<string | InputFile | undefined> {
  if (isPublic(address)) return address;
  try {
    const response = await fetch(address);
    const bytes = response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    if (bytes && bytes.byteLength <= MAX_PHOTO_BYTES) return new InputFile(bytes, "photo");
    log.warn("telegram.photo-unreachable", { status: response.status, bytes: bytes?.byteLength });
  } catch (error) {
    log.warn("telegram.photo-unreachable", { code: networkFailureOf(error).code });
  }
  return undefined;
}
