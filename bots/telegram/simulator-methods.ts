/** The methods of the Bot API that we call, and those by which a bot is set up. */
import { millis, SECOND } from "../../shared/domain/time.ts";
import {
  checkCaption,
  checkMarkup,
  checkPhoto,
  checkPhotoAddress,
  checkText,
  isObject,
  type Params,
} from "./simulator-checks.ts";
import { getUpdates } from "./simulator-updates.ts";
import {
  addFile,
  addMessage,
  badRequest,
  type Chat,
  findChat,
  type Message,
  pageAddress,
  Refusal,
  type World,
} from "./simulator-world.ts";

export type Method = (world: World, params: Params, signal: AbortSignal) => unknown;

export const methods: Readonly<Record<string, Method>> = {
  getMe: ({ bot }) => ({ ...asUser(bot), can_join_groups: true, can_read_all_group_messages: false }),
  getUpdates,
  setWebhook,
  deleteWebhook(world) {
    world.webhook = { ...world.webhook, url: "" };
    return true;
  },
  getWebhookInfo: ({ webhook, waiting }) => ({
    url: webhook.url,
    has_custom_certificate: false,
    pending_update_count: waiting.length,
    ...(webhook.allowed && { allowed_updates: webhook.allowed }),
    ...(webhook.lastError && {
      last_error_date: Math.floor(webhook.lastError.atMs / SECOND),
      last_error_message: webhook.lastError.message,
    }),
  }),
  sendMessage(world, params) {
    const chat = chatOf(world, params);
    const text = checkText(params["text"]);
    const buttons = checkMarkup(params["reply_markup"], chat.kind === "person");
    const photo = previewOf(params);
    return asMessage(world, chat, say(world, chat, { text, buttons, params, photo }));
  },
  sendPhoto(world, params) {
    const chat = chatOf(world, params);
    const text = checkCaption(params["caption"]);
    const buttons = checkMarkup(params["reply_markup"], chat.kind === "person");
    const photo = photoOf(world, params["photo"]);
    return asMessage(world, chat, say(world, chat, { text, buttons, params, photo }));
  },
  editMessageText,
  deleteMessage(world, params) {
    const chat = chatOf(world, params);
    const place = chat.messages.findIndex(({ id, from }) => id === Number(params["message_id"]) && from === "us");
    if (place === -1) throw badRequest("message to delete not found");
    chat.messages.splice(place, 1);
    return true;
  },
  answerCallbackQuery(world, params) {
    const id = String(params["callback_query_id"]);
    if (world.taps.get(id) !== false)
      throw badRequest("query is too old and response timeout expired or query ID is invalid");
    world.taps.set(id, true);
    return true;
  },
  getFile(world, params) {
    const file = world.files.get(String(params["file_id"]));
    if (!file) throw badRequest("invalid file_id");
    return { file_id: file.id, file_unique_id: file.id, file_size: file.bytes.byteLength, file_path: file.path };
  },
  getChat: (world, params) => asChat(chatOf(world, params)),
  getChatMember(world, params) {
    const chat = chatOf(world, params);
    if (chat.kind !== "channel" || Number(params["user_id"]) !== world.bot.id) throw badRequest("member not found");
    return { user: asUser(world.bot), status: "administrator", can_post_messages: true };
  },
};

function setWebhook(world: World, params: Params): true {
  const { url, secret_token: secret = "", allowed_updates: allowed } = params;
  if (typeof url !== "string" || !url.startsWith("https://"))
    throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  if (typeof secret !== "string" || !/^[\w-]{0,256}$/.test(secret))
    throw badRequest("secret token contains unallowed characters");
  world.webhook = { url, secret, ...(Array.isArray(allowed) ? { allowed } : {}) };
  return true;
}

function editMessageText(world: World, params: Params): unknown {
  const chat = chatOf(world, params);
  const message = chat.messages.find(({ id }) => id === Number(params["message_id"]));
  if (!message) throw badRequest("message to edit not found");
  if (message.from !== "us") throw badRequest("message can't be edited");
  const text = checkText(params["text"]);
  const buttons = checkMarkup(params["reply_markup"], chat.kind === "person");
  if (text === message.text && JSON.stringify(buttons) === JSON.stringify(message.buttons))
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  message.text = text;
  message.buttons = buttons;
  message.markup = params["reply_markup"];
  return asMessage(world, chat, message);
}

function chatOf(world: World, params: Params): Chat {
  const id = params["chat_id"];
  if ((typeof id !== "string" && typeof id !== "number") || id === "") throw badRequest("chat_id is empty");
  const chat = findChat(world, String(id));
  if (!chat) throw badRequest("chat not found");
  if (chat.kind === "person" && chat.blocked) throw new Refusal(403, "Forbidden: bot was blocked by the user");
  return chat;
}

type Said = { text: string; buttons: Message["buttons"]; params: Params; photo: string | undefined };

const say = (world: World, chat: Chat, { text, buttons, params, photo }: Said): Message =>
  addMessage(world, chat, {
    from: "us",
    text,
    buttons,
    markup: params["reply_markup"],
    ...(photo === undefined ? {} : { photo }),
  });

function previewOf({ link_preview_options: preview }: Params): string | undefined {
  return isObject(preview) && typeof preview["url"] === "string" ? preview["url"] : undefined;
}

/** A file of this call, one that Telegram has, or an address. */
function photoOf(world: World, photo: unknown): string {
  if (photo instanceof Blobbed) {
    checkPhoto(photo.bytes);
    return pageAddress(world, addFile(world, photo));
  }
  if (typeof photo !== "string" || photo === "") throw badRequest("there is no photo in the request");
  const known = world.files.get(photo);
  if (known) return pageAddress(world, known);
  checkPhotoAddress(photo);
  return photo;
}

/** A file that came with the call. */
export class Blobbed {
  readonly bytes: Uint8Array;
  readonly type: string;

  constructor(bytes: Uint8Array, type: string) {
    this.bytes = bytes;
    this.type = type;
  }
}

const asUser = ({ id, name, username }: World["bot"]) => ({ id, is_bot: true, first_name: name, username });

export const asChat = (chat: Chat) =>
  chat.kind === "channel"
    ? { id: Number(chat.id), type: "channel", title: chat.title }
    : { id: Number(chat.id), type: "private", first_name: chat.name };

/** As it comes in the answer to a call, and in the update of a tap. */
export function asMessage(world: World, chat: Chat, { id, text, photo, markup, at }: Message) {
  return {
    message_id: id,
    ...(chat.kind === "channel" ? { sender_chat: asChat(chat) } : { from: asUser(world.bot) }),
    chat: asChat(chat),
    date: Math.floor(millis(at) / SECOND),
    ...(photo === undefined ? { text } : { caption: text, photo: [] }),
    ...(isObject(markup) && markup["inline_keyboard"] !== undefined ? { reply_markup: markup } : {}),
  };
}
