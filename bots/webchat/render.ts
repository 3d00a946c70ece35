/** What the page shows for one thing that we say: nothing is shortened, long text becomes several messages. */
import { type Choice, type Outgoing } from "../../shared/domain/message.ts";
import { manifest } from "./manifest.ts";

/** More than any flag, family or stacked accents that people write. */
const LONGEST_CHARACTER = 64;

/** One bubble of the chat. */
export type Bubble = {
  text: string;
  photo?: string;
  choices?: readonly Choice[];
  link?: { label: string; url: string };
};

/** The picture stands on the first bubble; what can be pressed stands on the last. */
export function render({ text, photo, choices, link }: Outgoing): readonly Bubble[] {
  const texts = splitAtLines(text, manifest.limits.text);
  return texts.map((part, place) => ({
    text: part,
    ...(photo !== undefined && place === 0 ? { photo } : {}),
    ...(place === texts.length - 1 ? { ...(choices?.length ? { choices } : {}), ...(link ? { link } : {}) } : {}),
  }));
}

/** Pieces of at most `limit` characters that end at a line, at a word, or, where there is neither, anywhere. */
function splitAtLines(text: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const window = rest.slice(0, limit + 1);
    const end =
      [window.lastIndexOf("\n"), window.lastIndexOf(" ")].find((at) => at > 0) ?? wholeCharacters(rest, limit);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^[\n ]/, "");
  }
  return [...pieces, rest];
}

/** Never inside what people see as one character, such as a family of emoji. */
function wholeCharacters(text: string, limit: number): number {
  let end = 0;
  for (const { index } of new Intl.Segmenter("vi").segment(text.slice(0, limit + LONGEST_CHARACTER))) {
    if (index > limit) break;
    end = index;
  }
  return end > 0 ? end : limit;
}
