/** What is to be said, as calls of the Bot API. Plain text alone: nothing anybody writes can become markup. */
import { type Choice, type Outgoing } from "../../shared/domain/message.ts";
import { type PostCopy } from "../../shared/domain/promotion.ts";
import { isVisible, splitText } from "../../shared/domain/split-text.ts";
import { manifest } from "./manifest.ts";
import { text as words } from "./text.ts";

export type InlineButton = { text: string; callback_data: string } | { text: string; url: string };
export type ReplyButton = { text: string; request_contact?: true };

export type Markup =
  { inline_keyboard: InlineButton[][] } | { keyboard: ReplyButton[][]; one_time_keyboard: true; resize_keyboard: true };

/** One call; `photo` is an address that the channel sends as it is, or fetches and uploads. */
export type Part =
  | { readonly method: "sendMessage"; readonly text: string; readonly markup?: Markup; readonly previewPhoto?: string }
  | { readonly method: "sendPhoto"; readonly photo: string; readonly caption?: string; readonly markup?: Markup };

const { limits } = manifest;
/** Longer labels get a row of their own. */
const SHORT_LABEL = 16;

/** The picture first, as caption's bearer where the text is short enough; what can be pressed is on the last part. */
export function render(message: Outgoing): readonly Part[] {
  const { photo, choices = [] } = message;
  for (const choice of choices) refuseLongPayload(choice);
  if (choices.length >= limits.buttons) throw new RangeError(`A message has fewer than ${limits.buttons} choices`);
  const text = message.text + linkInWords(message);
  const markup = markupOf(message);
  if (photo !== undefined && text.length <= limits.caption) return [withCaption(photo, text, markup)];
  const texts = splitText(text, limits.text);
  if (texts.length === 0) throw new RangeError("A message for Telegram says nothing: give it a text that can be seen");
  const parts = texts.map((one, place): Part => ({
    method: "sendMessage",
    text: one,
    ...(markup && place === texts.length - 1 ? { markup } : {}),
  }));
  return photo === undefined ? parts : [{ method: "sendPhoto", photo }, ...parts];
}

/** A post is one message or none, so that it is never half posted. Null when the text is too long for that. */
export function renderPost({ text, photo, link }: PostCopy): Part | null {
  const whole = text.toWellFormed() + linkInWords({ text, link });
  const markup = markupOf({ text, link });
  if (!isVisible(whole) || whole.length > limits.text) return null;
  if (photo !== undefined && whole.length <= limits.caption) return withCaption(photo, whole, markup);
  return {
    method: "sendMessage",
    text: whole,
    ...(markup ? { markup } : {}),
    ...(photo !== undefined && isPublic(photo) ? { previewPhoto: photo } : {}),
  };
}

const withCaption = (photo: string, text: string, markup: Markup | undefined): Part => ({
  method: "sendPhoto",
  photo,
  ...(isVisible(text) ? { caption: text.toWellFormed() } : {}),
  ...(markup ? { markup } : {}),
});

function refuseLongPayload({ payload }: Choice): void {
  const bytes = Buffer.byteLength(payload);
  if (bytes === 0 || bytes > limits.payloadBytes)
    throw new RangeError(`A payload of ${bytes} bytes: Telegram takes 1 to ${limits.payloadBytes}`);
}

/** Telegram refuses a whole message for one button whose address it can't reach, such as http://localhost. */
export function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const local = /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254|0)\.|\.(?:local|localhost|internal)$|^\[/;
  return (protocol === "https:" || protocol === "http:") && hostname.includes(".") && !local.test(hostname);
}

/** With the contact button there is no place for a link's button either. */
function linkInWords({ link, ask }: Outgoing): string {
  if (!link || (isPublic(link.url) && ask === undefined)) return "";
  return `\n\n${link.label}: ${link.url}`;
}

function markupOf({ choices = [], link, ask }: Outgoing): Markup | undefined {
  if (ask === "contact") return contactKeyboard(choices);
  const taps = choices.map(({ label, payload }) => ({ text: shortened(label), callback_data: payload }));
  const links = link && isPublic(link.url) ? [[{ text: shortened(link.label), url: link.url }]] : [];
  const rows: InlineButton[][] = [...inRows(taps), ...links];
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}

/** Telegram asks for a contact on the reply keyboard alone; choices stand there as words, which mean the same when typed. */
const contactKeyboard = (choices: readonly Choice[]): Markup => ({
  keyboard: [
    [{ text: words.shareContact, request_contact: true }],
    ...inRows(choices.map(({ label }): ReplyButton => ({ text: shortened(label) }))),
  ],
  one_time_keyboard: true,
  resize_keyboard: true,
});

/** Two short labels side by side, a long one alone. */
function inRows<Button extends { text: string }>(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    const fits = row?.length === 1 && [...row, button].every(({ text }) => text.length <= SHORT_LABEL);
    if (row && fits) row.push(button);
    else rows.push([button]);
  }
  return rows;
}

/** The whole name stands in the text: a button has room for its beginning. */
function shortened(label: string): string {
  const [whole = "", ...more] = splitText(label, limits.buttonTitle);
  if (whole === "") throw new RangeError("A button says nothing: give it a label that can be seen");
  if (more.length === 0) return whole;
  return `${splitText(label, limits.buttonTitle - 1)[0] ?? ""}…`;
}
