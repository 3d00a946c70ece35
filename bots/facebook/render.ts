/** A post as the Graph API takes it: one text with the link in it, a picture or a card of the link beside it. */
import { type PostCopy } from "../../shared/domain/promotion.ts";
import { isVisible } from "../../shared/domain/split-text.ts";
import { manifest } from "./manifest.ts";

export type Part = {
  readonly message: string;
  /** Facebook shows a card of it; a post with a picture has none. */
  readonly link?: string;
  readonly photo?: string;
};

/**
 * The address stands in the text always: there people can press it, and by it a post is found again.
 * Null when the text is too long for one post, or empty.
 */
export function renderPost({ text, photo, link }: PostCopy): Part | null {
  const message = `${text.toWellFormed()}\n\n${link.label}: ${link.url}`;
  if (!isVisible(text) || message.length > manifest.limits.text) return null;
  if (photo !== undefined) return { message, photo };
  return isPublic(link.url) ? { message, link: link.url } : { message };
}

/** Whether Facebook's servers can fetch it: they take no plain http, and nothing of this machine or its network. */
export function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const local = /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254|0)\.|\.(?:local|localhost|internal)$|^\[/;
  return protocol === "https:" && hostname.includes(".") && !local.test(hostname);
}
