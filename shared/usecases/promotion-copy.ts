/** What a wall shows of an advert: marked as one, its facts whole, its story in whole sentences within the wall's limits. */
import { type PostCopy } from "../domain/promotion.ts";
import { AD_MARK, lawfulSentences } from "../domain/rules/advertising.ts";
import { type Blobs } from "../ports/blobs.ts";
import { type ChannelLimits } from "../ports/channel.ts";
import { promotionText as text } from "./promotion-text.ts";

/** What is to be said of a product, a fair or many new products, before any wall's limits. */
export type Advert = {
  name: string;
  /** Who advertises. */
  advertiser: string;
  /** The headline first; it begins with the advertising mark. */
  lines: readonly string[];
  /** One of many a line: as many as have room, then what is said of so many others. */
  list?: { items: readonly string[]; others: (count: number) => string; count: number };
  /** Free text: what the law forbids in it is left out. */
  story?: string | undefined;
  /** Absolute address of a picture. */
  photo?: string | undefined;
  /** Its page in the shop; where `chat` is absent, every wall leads there. */
  page: { label: string; path: string };
  /** What the link says that leads to a chat. */
  chat?: string;
};

/** Why there is nothing to advertise. */
export type NoAdvert = { why: "not-public" } | { why: "banned"; ban: string };

/** What does not fit is left out by whole sentences and lines; the mark, the facts and the advertiser always stand. */
export function promotionCopy(advert: Advert, link: PostCopy["link"], limits: ChannelLimits): PostCopy {
  const { name, advertiser, lines, photo } = advert;
  const most = photo === undefined ? limits.text : Math.min(limits.caption, limits.text);
  // Where a wall has no button for the link, it stands in the text.
  const room = most - link.label.length - link.url.length - "\n\n: ".length;
  const end = text.advertiser(advertiser);
  const facts = [...lines, ...listLines(advert.list, room - join(lines, [], end).length)];
  const story: string[] = [];
  for (const sentence of lawfulSentences(advert.story ?? ""))
    if (join(facts, [...story, sentence], end).length <= room) story.push(sentence);
    else break;
  return {
    title: text.title(AD_MARK, name),
    text: join(facts, story, end),
    ...(photo === undefined ? {} : { photo }),
    link,
  };
}

/** Whole lines; where none has room, the facts alone have to tell how many there are. */
function listLines(list: Advert["list"], room: number): readonly string[] {
  for (let shown = list?.items.length ?? 0; list && shown > 0; shown--) {
    const items = list.items.slice(0, shown);
    const lines = list.count > shown ? [...items, list.others(list.count - shown)] : items;
    if (`\n${lines.join("\n")}`.length <= room) return lines;
  }
  return [];
}

const join = (lines: readonly string[], story: readonly string[], end: string): string =>
  [...lines, ...(story.length > 0 ? [story.join(" ")] : []), end].join("\n");

/** Walls take no SVG: a picture drawn as one has a PNG of the same name beside it. */
export const wallPhoto = (blobs: Blobs, photo: string | undefined): string | undefined => {
  if (photo === undefined || /^https?:/.test(photo)) return photo;
  return blobs.publicUrl(photo.replace(/\.svg$/, ".png"));
};
