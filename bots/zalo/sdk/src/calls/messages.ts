/** Consultation messages: answers to a person who wrote within 7 days. Promotion does not belong here. */
import type { Call } from "../call.ts";
import { fitted, LIMITS, webAddress, within } from "../limits.ts";
import { sentOf, type SentMessage } from "./sent-message.ts";

export type Button =
  /** A tap sends `payload` as a text of the person's: shown in the chat, or with `hide` not. */
  | { readonly type: "oa.query.show" | "oa.query.hide"; readonly title: string; readonly payload: string }
  | { readonly type: "oa.open.url"; readonly title: string; readonly url: string }
  /** `phone` as 84…. */
  | { readonly type: "oa.open.phone"; readonly title: string; readonly phone: string }
  | { readonly type: "oa.open.sms"; readonly title: string; readonly phone: string; readonly content: string };

export type TextMessage = {
  readonly userId: string;
  /** 1 to 2,000 characters, no markup. */
  readonly text: string;
  readonly buttons?: readonly Button[];
  /** The person's message that this answers. */
  readonly quoteMsgId?: string;
};

/** A picture by address, which never expires, or by upload, which does after 7 days. */
export type Picture = { readonly url: string } | { readonly attachmentId: string };

export type ImageMessage = Picture & { readonly userId: string; readonly caption?: string };
export type GifMessage = ImageMessage & { readonly width: number; readonly height: number };
export type InfoRequest = {
  readonly userId: string;
  readonly title: string;
  readonly subtitle: string;
  readonly imageUrl: string;
};
export type Reaction = {
  readonly userId: string;
  readonly msgId: string;
  /** E.g. `/-heart`. */
  readonly icon: string;
};

const PATH = "/v3.0/oa/message/cs";
const CALL = `POST ${PATH}`;

export function messageCalls(call: Call) {
  const send = async (userId: string, message: Readonly<Record<string, unknown>>): Promise<SentMessage> =>
    sentOf(await call({ method: "POST", path: PATH, json: { recipient: { user_id: userId }, message } }));
  return {
    /** With at most 5 buttons. */
    sendText: async (message: TextMessage) => await send(message.userId, textBody(message)),
    sendImage: async (message: ImageMessage) => await send(message.userId, mediaBody(message, { media_type: "image" })),
    sendGif: async (message: GifMessage) =>
      await send(
        message.userId,
        mediaBody(message, { media_type: "gif", width: message.width, height: message.height }),
      ),
    /** `token` comes from uploadFile. */
    sendFile: async ({ userId, token }: { readonly userId: string; readonly token: string }) =>
      await send(userId, { attachment: { type: "file", payload: { token } } }),
    /** Asks for name, phone and address; the answer comes as an `info` event. */
    requestUserInfo: async (request: InfoRequest) => await send(request.userId, infoBody(request)),
    /** Free of quota. */
    async react({ userId, msgId, icon }: Reaction): Promise<void> {
      const json = { recipient: { user_id: userId }, sender_action: { react_icon: icon, react_message_id: msgId } };
      await call({ method: "POST", path: "/v2.0/oa/message", json });
    },
  };
}

function textBody({ text, buttons = [], quoteMsgId }: TextMessage) {
  const fits = fitted(text, { call: CALL, what: "the length of the text", most: LIMITS.text });
  within(buttons.length, { call: CALL, what: "the number of buttons", most: LIMITS.buttons });
  const quote = quoteMsgId === undefined ? {} : { quote_message_id: quoteMsgId };
  // Buttons are a template without a template_type: `list` is refused with -233.
  const tail = buttons.length === 0 ? {} : template({ buttons: buttons.map(buttonOf) });
  return { text: fits, ...quote, ...tail };
}

function mediaBody(message: ImageMessage, element: Readonly<Record<string, unknown>>) {
  const elements = [{ ...element, ...pictureOf(message) }];
  return { ...captionOf(message.caption), ...template({ template_type: "media", elements }) };
}

function infoBody({ title, subtitle, imageUrl }: InfoRequest) {
  const elements = [{ title, subtitle, image_url: webAddress(imageUrl, CALL) }];
  return template({ template_type: "request_user_info", elements });
}

function template(payload: Readonly<Record<string, unknown>>) {
  return { attachment: { type: "template", payload } };
}

function captionOf(caption: string | undefined) {
  if (caption === undefined || caption === "") return {};
  return { text: fitted(caption, { call: CALL, what: "the length of the caption", most: LIMITS.text }) };
}

function pictureOf(picture: Picture) {
  return "url" in picture ? { url: webAddress(picture.url, CALL) } : { attachment_id: picture.attachmentId };
}

function buttonOf(button: Button) {
  const { type } = button;
  const title = fitted(button.title, { call: CALL, what: "the length of a button's title", most: LIMITS.buttonTitle });
  switch (button.type) {
    case "oa.query.show":
    case "oa.query.hide": {
      const bounds = { call: CALL, what: "the length of a button's payload", most: LIMITS.buttonPayload };
      return { title, type, payload: fitted(button.payload, bounds) };
    }
    case "oa.open.url":
      return { title, type, payload: { url: webAddress(button.url, CALL) } };
    case "oa.open.phone":
      return { title, type, payload: { phone_code: button.phone } };
    case "oa.open.sms":
      return { title, type, payload: { content: button.content, phone_code: button.phone } };
  }
}
