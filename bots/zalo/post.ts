/** A promotion as an article on the account's page: created, worked on by Zalo, and shown when it is ready. */
import { type Article, isZaloError, LIMITS, type ZaloClient } from "zalo-sdk-nodejs";
import { splitText } from "../../shared/domain/split-text.ts";
import { nfc } from "../../shared/domain/text.ts";
import { type PostCopy } from "../../shared/domain/promotion.ts";
import { type Posted } from "../../shared/ports/channel.ts";
import { type Log } from "../../shared/ports/log.ts";
import { outcomeOf } from "./outcome.ts";
import { pictureAddress } from "./pictures.ts";

export type Wall = {
  readonly zalo: ZaloClient;
  readonly log: Log;
  /** `ZALO_COVER_URL`. */
  readonly cover: string | undefined;
  readonly plainHttp: boolean;
  readonly publicUrl: string;
  /** The account's own name, which every article bears. */
  readonly author: () => Promise<string>;
};

const NO_COVER =
  "Zalo shows no article without a picture that it can fetch over https: give the product a photo, serve the shop at an https PUBLIC_URL, or set ZALO_COVER_URL.";
const BAD_COVER =
  "Zalo could not take the article's picture: use a jpg or png below 1 MB at an address that everybody can open.";
const PICTURE_FAILED = -200;

export async function postArticle(wall: Wall, copy: PostCopy): Promise<Posted> {
  const coverUrl = coverOf(wall, copy.photo);
  if (coverUrl === undefined) return { outcome: "refused", why: NO_COVER };
  try {
    const article = articleOf(copy, { coverUrl, author: shortened(await wall.author(), LIMITS.articleAuthor) });
    return { outcome: "submitted", ref: await wall.zalo.createArticle(article) };
  } catch (error) {
    return outcomeOf(error, wall.log);
  }
}

/** Still worked on: `submitted` again, under the same token. */
export async function checkArticle({ zalo, log }: Wall, token: string): Promise<Posted> {
  try {
    const state = await zalo.verifyArticle(token);
    if (!state.ready) return { outcome: "submitted", ref: token };
    const url = await addressOf(zalo, state.id);
    return { outcome: "posted", ref: state.id, ...(url === undefined ? {} : { url }) };
  } catch (error) {
    if (isZaloError(error) && error.code === PICTURE_FAILED) return { outcome: "refused", why: BAD_COVER };
    return outcomeOf(error, log);
  }
}

function coverOf({ cover, plainHttp, publicUrl }: Wall, photo: string | undefined): string | undefined {
  const own = photo !== undefined && URL.canParse(photo, publicUrl) ? new URL(photo, publicUrl).href : undefined;
  return pictureAddress(own, plainHttp) ?? pictureAddress(cover, plainHttp);
}

export function articleOf({ title, text, link }: PostCopy, head: { coverUrl: string; author: string }): Article {
  const paragraphs = nfc(text.toWellFormed())
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => `<p>${escaped(line)}</p>`);
  const address = escaped(link.url);
  // The address stands there in letters too, should Zalo take the anchor away.
  const anchor = `<p>${escaped(link.label)}: <a href="${address}">${address}</a></p>`;
  return {
    title: shortened(title, LIMITS.articleTitle),
    author: head.author,
    description: shortened(text.replaceAll(/\s+/g, " "), LIMITS.articleDescription),
    status: "show",
    coverUrl: head.coverUrl,
    body: [...paragraphs, anchor].map((content) => ({ type: "text", content })),
  };
}

/** By whole words; all of it stands in the body. */
function shortened(text: string, most: number): string {
  const clean = nfc(text).trim();
  const [whole = "", ...more] = splitText(clean, most);
  return more.length === 0 ? whole : `${splitText(clean, most - 1)[0] ?? ""}…`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");

/** No document names the field for sure, and a post without its address is posted all the same. */
async function addressOf(zalo: ZaloClient, id: string): Promise<string | undefined> {
  try {
    const url = (await zalo.articleDetail(id))["link_view"];
    return typeof url === "string" && URL.canParse(url) ? url : undefined;
  } catch {
    return undefined;
  }
}
