/** What is to be said, as messages of the Official Account. Zalo knows no markup: nothing anybody writes can become some. */
import { type Button } from "zalo-sdk-nodejs";
import { type Choice, type Outgoing } from "../../shared/domain/message.ts";
import { isVisible, splitText } from "../../shared/domain/split-text.ts";
import { nfc } from "../../shared/domain/text.ts";
import { manifest } from "./manifest.ts";
import { marked } from "./payload.ts";
import { pictureAddress } from "./pictures.ts";
import { text as words } from "./text.ts";

export type Part =
  | { readonly kind: "text"; readonly text: string; readonly buttons?: readonly Button[] }
  | { readonly kind: "image"; readonly url: string; readonly caption?: string }
  | { readonly kind: "ask-contact"; readonly title: string; readonly subtitle: string; readonly imageUrl: string };

export type RenderOptions = {
  /** Shown where Zalo insists on a picture; without one a contact is asked for in words alone. */
  readonly cover?: string | undefined;
  readonly plainHttp?: boolean;
};

const { limits } = manifest;

/** The picture with the first line, then the rest with the buttons under its last piece, then the card that asks for a contact. */
export function render(message: Outgoing, { cover, plainHttp = false }: RenderOptions = {}): readonly Part[] {
  for (const choice of message.choices ?? []) refuseLongPayload(choice);
  const photo = pictureAddress(message.photo, plainHttp);
  const buttons = buttonsOf(message);
  const said = nfc(wholeText(message));
  const parts = [...spoken(said, photo, buttons), ...contactCard(message, pictureAddress(cover, plainHttp))];
  if (parts.length === 0) throw new RangeError("A message for Zalo says nothing: give it a text that can be seen");
  return parts;
}

function spoken(said: string, photo: string | undefined, buttons: readonly Button[]): readonly Part[] {
  if (photo === undefined) return textParts(said, buttons);
  if (buttons.length === 0 && said.length <= limits.caption) return [image(photo, said)];
  const [head, rest] = atFirstLine(said);
  const split = isVisible(head) && isVisible(rest) && head.length <= limits.caption;
  return split ? [image(photo, head), ...textParts(rest, buttons)] : [image(photo), ...textParts(said, buttons)];
}

function image(url: string, caption = ""): Part {
  return { kind: "image", url, ...(isVisible(caption) ? { caption: caption.toWellFormed() } : {}) };
}

function atFirstLine(text: string): readonly [head: string, rest: string] {
  const end = text.indexOf("\n");
  return end === -1 ? [text, ""] : [text.slice(0, end), text.slice(end + 1)];
}

function textParts(said: string, buttons: readonly Button[]): readonly Part[] {
  const texts = splitText(said, limits.text);
  // Buttons can't stand alone.
  const all = texts.length === 0 && buttons.length > 0 ? [words.choose] : texts;
  return all.map((text, place) => ({
    kind: "text",
    text,
    ...(buttons.length > 0 && place === all.length - 1 ? { buttons } : {}),
  }));
}

function contactCard({ ask }: Outgoing, cover: string | undefined): readonly Part[] {
  if (ask !== "contact" || cover === undefined) return [];
  return [{ kind: "ask-contact", title: words.contactTitle, subtitle: words.contactSubtitle, imageUrl: cover }];
}

function refuseLongPayload({ payload }: Choice): void {
  const bytes = Buffer.byteLength(payload);
  if (bytes === 0 || bytes > limits.payloadBytes)
    throw new RangeError(`A payload of ${bytes} bytes: Zalo takes 1 to ${limits.payloadBytes} behind our mark`);
}

/** All choices as buttons or none: five of six would hide the sixth. */
const buttonsFit = ({ choices = [] }: Outgoing): boolean => choices.length <= limits.buttons;

const linkFits = (message: Outgoing): boolean => {
  const { choices = [], link } = message;
  const taken = buttonsFit(message) ? choices.length : 0;
  return link !== undefined && taken < limits.buttons && /^https?:\/\//.test(link.url) && URL.canParse(link.url);
};

function buttonsOf(message: Outgoing): readonly Button[] {
  const { choices = [], link } = message;
  const taps = buttonsFit(message)
    ? choices.map(({ label, payload }): Button => {
        return { type: "oa.query.hide", title: shortened(label), payload: marked(payload) };
      })
    : [];
  if (!link || !linkFits(message)) return taps;
  return [...taps, { type: "oa.open.url", title: shortened(link.label), url: link.url }];
}

/** The text with the rows and the address that find no room on buttons. */
function wholeText(message: Outgoing): string {
  const { link } = message;
  const rows = buttonsFit(message) ? [] : unnumbered(message);
  const address = link && !linkFits(message) ? [`${link.label}: ${link.url}`] : [];
  return [message.text, ...rows, ...address].join("\n");
}

/** Choices whose number a person could not guess from the text: a number means the place among the choices. */
function unnumbered({ text, choices = [] }: Outgoing): readonly string[] {
  const lines = text.split("\n");
  return choices
    .map(({ label }, place) => `${place + 1}. ${label}`)
    .filter((row) => !lines.some((line) => line.startsWith(row)));
}

/** Whole words of the label: what it means stands in the text as well. */
function shortened(label: string): string {
  const clean = nfc(label);
  const [whole = "", ...more] = splitText(clean, limits.buttonTitle);
  if (whole === "") throw new RangeError("A button says nothing: give it a label that can be seen");
  if (more.length === 0) return whole;
  return `${splitText(clean, limits.buttonTitle - 1)[0] ?? ""}…`;
}
