/** Posts on the Telegram channel. */
import { type Api } from "grammy/web";
import { type PostCopy } from "../../shared/domain/promotion.ts";
import { type ChannelContext, type Posted } from "../../shared/ports/channel.ts";
import { deliver, type Delivered, PhotoUnreachable } from "./delivery.ts";
import { BAD_TOKEN, failureOf, isBadPhoto, isBadToken } from "./failure.ts";
import { renderPost } from "./render.ts";

export async function post(api: Api, context: ChannelContext, copy: PostCopy): Promise<Posted> {
  const wall = context.settings["TELEGRAM_CHANNEL_ID"];
  if (!wall) return refused("There is no Telegram channel to post on: set TELEGRAM_CHANNEL_ID to its @name or its id");
  const part = renderPost(copy);
  if (!part) return refused("A post on Telegram has 1 to 4096 characters: shorten the text");
  try {
    const message = await deliver(api, wall, { part, edge: context });
    return { outcome: "posted", ref: String(message.message_id), url: urlOf(message) };
  } catch (error) {
    return failed(error);
  }
}

const refused = (why: string): Posted => ({ outcome: "refused", why });

function failed(error: unknown): Posted {
  if (error instanceof PhotoUnreachable) return refused(error.message);
  if (isBadToken(error)) return refused(BAD_TOKEN);
  const failure = failureOf(error);
  if (failure.outcome !== "refused") return failure;
  return isBadPhoto(error)
    ? refused(`${failure.why}. Give a picture that Telegram can show: JPEG or PNG, at most 10 MB`)
    : refused(
        `${failure.why}. See that TELEGRAM_CHANNEL_ID is right and that the bot is an administrator there who may post`,
      );
}

/** Private channels have no name; members alone can open such an address. */
function urlOf({ chat, message_id: id }: Delivered): string {
  const name = "username" in chat ? chat.username : undefined;
  return name === undefined
    ? `https://t.me/c/${String(chat.id).replace(/^-100/, "")}/${id}`
    : `https://t.me/${name}/${id}`;
}
