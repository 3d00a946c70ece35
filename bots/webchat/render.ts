/** What the page shows for one thing that we say: nothing is shortened, long text becomes several messages. */
import { type Choice, type Outgoing } from "../../shared/domain/message.ts";
import { splitText } from "../../shared/domain/split-text.ts";
import { manifest } from "./manifest.ts";

/** One bubble of the chat. */
export type Bubble = {
  text: string;
  photo?: string;
  choices?: readonly Choice[];
  link?: { label: string; url: string };
};

/** The picture stands on the first bubble; what can be pressed stands on the last. */
export function render({ text, photo, choices, link }: Outgoing): readonly Bubble[] {
  const texts = splitText(text, manifest.limits.text);
  return texts.map((part, place) => ({
    text: part,
    ...(photo !== undefined && place === 0 ? { photo } : {}),
    ...(place === texts.length - 1 ? { ...(choices?.length ? { choices } : {}), ...(link ? { link } : {}) } : {}),
  }));
}
