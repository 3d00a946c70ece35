/** What a wall shows of a product: facts alone, marked as an advertisement, whole sentences within the wall's limits. */
import { formatVnd } from "../domain/money.ts";
import { type Offer, type Producer, type Product, type SaleUnit } from "../domain/product.ts";
import { type PostCopy } from "../domain/promotion.ts";
import { AD_MARK, lawfulSentences } from "../domain/rules/advertising.ts";
import { starsOn, starsWords } from "../domain/rules/stars.ts";
import { type IsoDate } from "../domain/time.ts";
import { type Blobs } from "../ports/blobs.ts";
import { type ChannelLimits } from "../ports/channel.ts";
import { promotionText as text } from "./promotion-text.ts";

export type PromotionFacts = {
  product: Product;
  /** In the order of the product's units. */
  offers: readonly Pick<Offer, "unit" | "price">[];
  producer: Pick<Producer, "name">;
  /** Who advertises. */
  advertiser: string;
  day: IsoDate;
  /** Absolute address of a picture. */
  photo?: string;
};

const MOST_PRICES = 3;

/** Story sentences that do not fit are left out whole; the mark, the facts and the advertiser always stand. */
export function promotionCopy(facts: PromotionFacts, link: PostCopy["link"], limits: ChannelLimits): PostCopy {
  const { product, photo, advertiser } = facts;
  const most = photo === undefined ? limits.text : Math.min(limits.caption, limits.text);
  // Where a wall has no button for the link, it stands in the text.
  const room = most - link.label.length - link.url.length - "\n\n: ".length;
  const end = text.advertiser(advertiser);
  const lines = factLines(facts);
  const story: string[] = [];
  for (const sentence of lawfulSentences(product.description ?? ""))
    if (join(lines, [...story, sentence], end).length <= room) story.push(sentence);
    else break;
  return {
    title: text.title(AD_MARK, product.name),
    text: join(lines, story, end),
    ...(photo === undefined ? {} : { photo }),
    link,
  };
}

const join = (lines: readonly string[], story: readonly string[], end: string): string =>
  [...lines, ...(story.length > 0 ? [story.join(" ")] : []), end].join("\n");

function factLines({ product, offers, producer, advertiser, day }: PromotionFacts): readonly string[] {
  const stars = starsOn(product, day) === undefined ? undefined : starsWords(product, day);
  const prices = product.units.flatMap((unit) => priceLine(product, unit, offers) ?? []).slice(0, MOST_PRICES);
  return [
    text.headline(AD_MARK, advertiser, product.name),
    ...(prices.length > 0 ? prices : [text.noPrice]),
    ...(stars === undefined ? [] : [stars]),
    text.producer(producer.name),
  ];
}

function priceLine(product: Product, unit: SaleUnit, offers: PromotionFacts["offers"]): string | undefined {
  const price = offers.find((offer) => offer.unit === unit.unit)?.price;
  if (price === undefined) return undefined;
  const mark = { sample: text.samplePrice, seen: text.seenPrice, known: undefined, unknown: undefined }[
    product.priceStatus
  ];
  return text.price(unit.pack ?? unit.unit, formatVnd(price)) + (mark === undefined ? "" : ` (${mark})`);
}

/** Walls take no SVG: a picture drawn as one has a PNG of the same name beside it. */
export const wallPhoto = (blobs: Blobs, photo: string | undefined): string | undefined => {
  if (photo === undefined || /^https?:/.test(photo)) return photo;
  return blobs.publicUrl(photo.replace(/\.svg$/, ".png"));
};
