/** A producer lists a product from a phone: a photo and a sentence, and we ask for what they left out. */
import { formatVnd, vnd } from "../../../shared/domain/money.ts";
import { isRefused } from "../../../shared/domain/result.ts";
import { kindByWords } from "../../../shared/domain/rules/kind.ts";
import { fold } from "../../../shared/domain/text.ts";
import { sameName } from "../../../shared/usecases/product-identity.ts";
import { type ListedProduct } from "../../../shared/usecases/list-product.ts";
import { readListing } from "../read-listing.ts";
import { changed, type ListingDraft } from "../state.ts";
import { type Context, perform, say, saidBefore, type Step } from "../step.ts";
import { quantityWords } from "../words.ts";
import { producerOf } from "./staff.ts";

const NONE = /^(?:khong(?: co)?(?: anh)?|no(?: photo)?|chua co(?: anh)?|bo qua)$/;
const TO_ORDER = /(?:theo don|made to order|khong gioi han)/;

/** The photo is fetched and kept before anything else: the provider forgets it within days. */
export function receivePhoto(context: Context, photo: { ref: string; caption?: string }): Step {
  return perform(context.state, "keep-photo", { ref: photo.ref }, (outcome) => {
    if (isRefused(outcome)) return say(context.state, { text: context.text.photoLost });
    const said = photo.caption === undefined ? {} : readListing(photo.caption);
    return ask(context, { ...context.state.draft, ...said, photo: outcome.photo });
  });
}

/** A sentence while a listing is being drawn up, or one that begins it; another product's begins another. */
export function receiveSentence(context: Context, sentence: string): Step {
  const { draft = {} } = context.state;
  const said = readListing(sentence);
  const whole = said.name !== undefined && said.price !== undefined && said.unit !== undefined;
  if (!whole || draft.name === undefined) return ask(context, { ...draft, ...answerTo(draft, sentence) });
  if (sameName(said.name ?? "") === sameName(draft.name)) return ask(context, { ...draft, ...said });
  return saidBefore([{ text: context.text.listingLeft(draft.name) }], ask(context, said));
}

/** What a sentence fills in: what it says plainly, else the field we asked for last. */
function answerTo(draft: ListingDraft, sentence: string): ListingDraft {
  const { name, ...said } = readListing(sentence);
  const words = fold(sentence).trim();
  if (draft.name === undefined) return { ...said, ...(name === undefined ? {} : { name }) };
  if (draft.price === undefined || draft.unit === undefined) return priceOf(draft, said, sentence);
  // What was given stands, unless it is said anew in so many words: "giá 90k gói".
  const anew = /giá/iu.test(sentence) ? said : {};
  if (draft.stock === undefined) return { ...anew, ...(TO_ORDER.test(words) ? { stock: -1 } : stockOf(said, words)) };
  if (draft.photo === undefined && NONE.test(words)) return { photo: "" };
  return { ...anew, ...(said.stock === undefined ? {} : { stock: said.stock }) };
}

const stockOf = (said: ListingDraft, words: string): ListingDraft => {
  const bare = /^[^\d-]*(\d{1,6})\D*$/.exec(words)?.[1];
  return said.stock !== undefined ? { stock: said.stock } : bare === undefined ? {} : { stock: Number(bare) };
};

/** "85k" alone answers the price; "gói 500g" alone answers the unit. */
function priceOf(draft: ListingDraft, said: ListingDraft, sentence: string): ListingDraft {
  const priced = readListing(`giá ${sentence}`);
  const bare = priced.price === undefined ? {} : { price: priced.price };
  const unit = /^\s*(?:một |1 )?(\p{L}+)(?:\s+\d.*)?$/u.exec(sentence)?.[1];
  return {
    ...bare,
    ...said,
    ...(draft.price !== undefined && said.unit === undefined && unit !== undefined ? { unit } : {}),
  };
}

/** The next field that is missing, or the card to be confirmed. */
function ask(context: Context, said: ListingDraft): Step {
  const { text } = context;
  const isVisit = said.name !== undefined && kindByWords(said.name, said.unit ?? "") !== "goods";
  // What books days has no pieces to count.
  const draft = isVisit ? { ...said, stock: -1 } : said;
  const state = changed(context.state, { draft, asking: { for: "listing" } });
  if (draft.name === undefined) return say(state, { text: text.askListingName });
  if (draft.price === undefined || draft.unit === undefined) return say(state, { text: text.askListingPrice });
  if (draft.stock === undefined) return say(state, { text: text.askListingStock });
  if (draft.photo === undefined) return say(state, { text: text.askListingPhoto });
  const pieces =
    draft.stock < 0 ? text.madeToOrder : text.stockCount(quantityWords(draft.stock, state.language), draft.unit);
  const stock = isVisit ? text.visits.byDays : pieces;
  return say(state, {
    text: text.listingCard(draft.name, formatVnd(vnd(draft.price)), draft.pack ?? draft.unit, stock),
    choices: [
      { label: text.publish, payload: "publish" },
      { label: text.drop, payload: "drop" },
    ],
  });
}

export function publish(context: Context): Step {
  const { text } = context;
  const { name, price, unit, pack, stock, photo } = context.state.draft ?? {};
  const producer = producerOf(context);
  if (producer === undefined || name === undefined || price === undefined || unit === undefined) return drop(context);
  const wish = {
    producer,
    name,
    price: vnd(price),
    unit,
    ...(pack === undefined ? {} : { pack }),
    ...(stock === undefined || stock < 0 ? {} : { stock }),
    ...(photo === undefined || photo === "" ? {} : { photo }),
  };
  const state = changed(context.state, { draft: undefined, asking: undefined });
  return perform(context.state, "list-product", wish, (outcome) => {
    if (isRefused(outcome)) {
      return say(state, {
        text: outcome.code === "forbidden-claim" ? text.forbiddenClaim(outcome.words.join(", ")) : text.producerClosed,
      });
    }
    return say(state, { text: listedWords(context, outcome) });
  });
}

/** What the public will see of it, and where the law keeps it off: no promise that is not kept. */
function listedWords({ text, facts }: Context, { name, slug, shown, announced, why }: ListedProduct): string {
  if (!shown) return text.listedUnseen(name);
  const link = `${facts.shop.publicUrl}/san-pham/${slug}`;
  if (announced) return text.published(name, link);
  return why === undefined ? text.listedAnew(name, link) : text.listedUnposted(name, link);
}

export const drop = (context: Context): Step =>
  say(changed(context.state, { draft: undefined, asking: undefined }), { text: context.text.dropped });
