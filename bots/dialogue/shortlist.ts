/** The few products a message may be about: named or nearly named in it, then those talked of, then one of each kind. */
import { type Listing } from "../../shared/domain/catalogue.ts";
import { type ProductId } from "../../shared/domain/ids.ts";
import { mayList } from "../../shared/domain/rules/alcohol.ts";
import { fold } from "../../shared/domain/text.ts";
import { type Reading } from "../understanding/reading.ts";
import { shownProducts } from "./single-out.ts";
import { type Context, type Shortlisted } from "./step.ts";

export const MOST_LISTED = 12;
const MOST_NAME = 80;
/** Of the longest message, words enough to find what it speaks of. */
const MOST_SEARCHED = 100;

export function shortlistOf(context: Context, { items, mentions }: Reading, words: string): readonly Shortlisted[] {
  const { facts, state } = context;
  const read = items.flatMap(({ product, candidates = [] }) => (product === null ? candidates : [product]));
  const ids = new Set([
    ...[...read, ...mentions].map(productId),
    ...byWords(context, words),
    ...(state.focus === undefined ? [] : [state.focus]),
    ...shownProducts(context),
    ...state.cart.map(({ product }) => product),
  ]);
  const found = [...ids].flatMap((id) => facts.listings.get(id) ?? []).filter(isForSale);
  return found.length >= MOST_LISTED
    ? found.slice(0, MOST_LISTED).map(shortlisted)
    : [...found, ...oneOfEach(context, ids)].slice(0, MOST_LISTED).map(shortlisted);
}

/** The lexicon was built from the catalogue, so what it names is a product. */
const productId = (id: string): ProductId => id as ProductId;

const isForSale = (listing: Listing): boolean =>
  mayList(listing) && listing.seller.status === "verified" && listing.offers.some(({ price }) => price !== undefined);

const shortlisted = ({ id, name, offers }: Listing): Shortlisted => ({
  product: id,
  name: name.slice(0, MOST_NAME),
  units: offers.flatMap(({ unit, price }) => (price === undefined ? [] : [unit])),
});

/** By the words their names share with the message, a slip of the finger allowed; rare words first. */
function byWords({ facts: { lexicon } }: Context, words: string): readonly ProductId[] {
  const said = new Set(
    fold(words)
      .split(/[^a-z0-9]+/)
      .slice(0, MOST_SEARCHED),
  );
  const scores = new Map<string, number>();
  for (const word of said) {
    if (word.length < 2) continue;
    const products = lexicon.byWord.get(word) ?? slipOf(word, lexicon);
    for (const id of products) scores.set(id, (scores.get(id) ?? 0) + 1 / products.size);
  }
  return [...scores]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_LISTED)
    .map(([id]) => productId(id));
}

/** A word with one letter dropped is known by what is left. */
function slipOf(word: string, lexicon: Context["facts"]["lexicon"]): ReadonlySet<string> {
  const near = word.length < 3 ? [] : (lexicon.near.get(word) ?? []);
  return new Set(near.flatMap((known) => [...(lexicon.byWord.get(known) ?? [])]));
}

/** Where nothing is named: a look at every shelf. */
function oneOfEach({ facts }: Context, except: ReadonlySet<ProductId>): readonly Listing[] {
  const groups = new Set<string | undefined>();
  const rest: Listing[] = [];
  const first: Listing[] = [];
  for (const listing of facts.catalogue.listings) {
    if (first.length >= MOST_LISTED) break;
    if (except.has(listing.id) || !isForSale(listing)) continue;
    if (groups.has(listing.group)) rest.push(listing);
    else first.push(listing);
    groups.add(listing.group);
  }
  return [...first, ...rest.slice(0, MOST_LISTED)];
}
