/** What is to be said, as calls of the bot API: plain text, and choices as numbers to type. */
import { type Outgoing } from "../../shared/domain/message.ts";
import { isVisible, splitText } from "../../shared/domain/split-text.ts";
import { nfc } from "../../shared/domain/text.ts";
import { manifest } from "./manifest.ts";
import { text as words } from "./text.ts";

export type Part =
  | { readonly method: "sendMessage"; readonly text: string }
  | { readonly method: "sendPhoto"; readonly photo: string; readonly caption?: string };

const { limits } = manifest;

/** `plainHttp`: the Zalo we speak to is a simulator here, and fetches pictures over http too. */
export function render(message: Outgoing, { plainHttp = false } = {}): readonly Part[] {
  const photo = pictureAddress(message.photo, plainHttp);
  const texts = [...textsOf(message)];
  if (photo === undefined && texts.length === 0)
    throw new RangeError("A message for the Zalo Bot says nothing: give it a text that can be seen");
  const spoken = (text: string): Part => ({ method: "sendMessage", text });
  if (photo === undefined) return texts.map(spoken);
  const [caption, ...more] = texts;
  if (caption === undefined) return [{ method: "sendPhoto", photo }];
  const captioned = more.length === 0 && caption.length <= limits.caption;
  return captioned ? [{ method: "sendPhoto", photo, caption }] : [{ method: "sendPhoto", photo }, ...texts.map(spoken)];
}

/** Zalo's servers fetch every picture themselves; undefined where they can't. */
function pictureAddress(address: string | undefined, plainHttp: boolean): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === "https:" || (plainHttp && protocol === "http:") ? href : undefined;
}

/** The numbers stay together on the last message, so that nobody has to look for them further up. */
function textsOf(message: Outgoing): readonly string[] {
  const { text, link } = message;
  const said = link ? `${text}\n${link.label}: ${link.url}` : text;
  const texts = splitText(nfc(said), limits.text);
  const rows = nfc(unnumbered(message).join("\n"));
  if (!isVisible(rows)) return texts;
  const last = texts.at(-1);
  const together = last === undefined ? rows : `${last}\n${rows}`;
  if (together.length <= limits.text) return [...texts.slice(0, -1), together.toWellFormed()];
  return [...texts, ...splitText(rows, limits.text)];
}

/** Choices whose number a person could not know from the text: a number means the place among the choices. */
function unnumbered({ text, choices = [] }: Outgoing): readonly string[] {
  const lines = text.split("\n");
  return choices.flatMap(({ label }, place) => {
    const isNumbered = lines.some((line) => line.startsWith(`${place + 1}. ${label}`));
    return isNumbered ? [] : [words.type(place + 1, label)];
  });
}
