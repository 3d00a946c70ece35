/** The public faces: what stands on each wall, newest first. */
import { clock, el, outward, picture } from "./element.ts";
import { type Post, type Wall } from "./screens.ts";
import { type Words } from "./words.ts";

export function wallsView(words: Words): { element: HTMLElement; update(walls: readonly Wall[]): void } {
  const list = el("div", "log");
  const element = el("section", "phone walls", el("header", "", el("h2", "", words.walls)), list);
  element.id = "walls";
  element.setAttribute("aria-label", words.walls);
  return {
    element,
    update(walls) {
      list.replaceChildren(...walls.flatMap((wall) => wallOf(wall, words)));
    },
  };
}

const wallOf = ({ title, channel, posts }: Wall, words: Words): readonly HTMLElement[] => [
  el("h3", channel, title),
  ...(posts.length > 0 ? posts.toReversed().map(postOf) : [el("p", "empty", words.emptyWall)]),
];

const postOf = ({ title, text, photo, link, at }: Post): HTMLElement =>
  el(
    "article",
    "post",
    photo === undefined ? undefined : picture(photo),
    title === undefined ? undefined : el("h4", "", title),
    el("p", "", text),
    link && el("div", "buttons", outward(link.label, link.url)),
    el("time", "", clock(at)),
  );
