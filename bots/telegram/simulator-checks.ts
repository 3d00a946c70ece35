/** The limits of Bot API 10.1 that the specification states in prose or that only the server knows. */
import { isVisible } from "../../shared/domain/split-text.ts";
import { badRequest, type Button } from "./simulator-world.ts";

export type Params = Readonly<Record<string, unknown>>;

const TEXT = 4096;
const CAPTION = 1024;
const DATA_BYTES = 64;
const BUTTONS = 100;
const PHOTO_BYTES = 10 * 1024 * 1024;

/** Whether Telegram counts code points or UTF-16 units is not documented: the stricter of the two. */
export function checkText(text: unknown): string {
  if (text === undefined || text === "") throw badRequest("message text is empty");
  const cleaned = clean(text);
  if (!isVisible(cleaned)) throw badRequest("message text is empty");
  if (cleaned.length > TEXT) throw badRequest("message is too long");
  return cleaned;
}

export function checkCaption(caption: unknown): string {
  if (caption === undefined) return "";
  const cleaned = clean(caption);
  if (cleaned.length > CAPTION) throw badRequest("message caption is too long");
  return cleaned;
}

/** Control characters become spaces, and blanks at both ends go. */
function clean(text: unknown): string {
  if (typeof text !== "string") throw badRequest("can't parse text: it must be a String");
  if (!text.isWellFormed()) throw badRequest("strings must be encoded in UTF-8");
  return text.replaceAll(/[^\P{Cc}\n]/gu, " ").trim();
}

/** JPEG, PNG, GIF and WebP; the server can't make a photo of anything else. */
export function checkPhoto(bytes: Uint8Array): void {
  if (bytes.byteLength === 0) throw badRequest("file must be non-empty");
  if (bytes.byteLength > PHOTO_BYTES) throw badRequest("file is too big");
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (!/^(?:\xFF\xD8\xFF|\x89PNG|GIF8|RIFF.{4}WEBP)/s.test(head)) throw badRequest("IMAGE_PROCESS_FAILED");
}

/** The server fetches it, so it has to be reachable from outside. */
export function checkPhotoAddress(address: string): void {
  if (!/^https?:/.test(address))
    throw badRequest("wrong remote file identifier specified: Wrong padding in the string");
  if (!isReachable(address)) throw badRequest("failed to get HTTP URL content");
}

const isReachable = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return ["http:", "https:"].includes(protocol) && hostname.includes(".") && !hostname.startsWith("127.");
};

export function checkMarkup(markup: unknown, privately: boolean): readonly Button[] {
  if (markup === undefined) return [];
  if (!isObject(markup)) throw badRequest("object expected as reply markup");
  if (markup["remove_keyboard"] === true || markup["force_reply"] === true) return [];
  if (markup["inline_keyboard"] !== undefined) return rowsOf(markup["inline_keyboard"]).map(inlineButton);
  if (markup["keyboard"] === undefined) throw badRequest("object expected as reply markup");
  return rowsOf(markup["keyboard"]).map((button) => replyButton(button, privately));
}

function rowsOf(rows: unknown): readonly Params[] {
  if (!Array.isArray(rows) || !rows.every(Array.isArray))
    throw badRequest("can't parse keyboard: Array of Array expected");
  const buttons: unknown[] = rows.flat();
  if (buttons.length > BUTTONS) throw badRequest("REPLY_MARKUP_TOO_LONG");
  if (!buttons.every(isObject)) throw badRequest("can't parse keyboard button: Object expected");
  return buttons;
}

const ACTIONS = [
  "url",
  "callback_data",
  "web_app",
  "login_url",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "switch_inline_query_chosen_chat",
  "copy_text",
  "callback_game",
  "pay",
];

function inlineButton(button: Params): Button {
  const label = labelOf(button);
  const actions = ACTIONS.filter((action) => button[action] !== undefined);
  if (actions.length !== 1) throw badRequest("text buttons are unallowed in the inline keyboard");
  const { callback_data: data, url } = button;
  if (data !== undefined) {
    if (typeof data !== "string" || data === "" || Buffer.byteLength(data) > DATA_BYTES)
      throw badRequest("BUTTON_DATA_INVALID");
    return { does: "tap", label, data };
  }
  if (typeof url !== "string") throw badRequest(`the simulator knows no button with ${actions.join()}`);
  if (!isReachable(url)) throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  return { does: "link", label, url };
}

function replyButton(button: Params, privately: boolean): Button {
  const label = labelOf(button);
  if (button["request_contact"] !== true) return { does: "word", label };
  if (!privately) throw badRequest("phone number can be requested in private chats only");
  return { does: "contact", label };
}

function labelOf({ text }: Params): string {
  if (typeof text !== "string" || !isVisible(text))
    throw badRequest("can't parse keyboard button: text must be non-empty");
  if (!text.isWellFormed()) throw badRequest("strings must be encoded in UTF-8");
  return text;
}

export const isObject = (value: unknown): value is Params =>
  typeof value === "object" && value !== null && !Array.isArray(value);
