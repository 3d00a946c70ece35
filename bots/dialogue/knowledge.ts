/** What is derived from a catalogue once and then looked up by every message: listings by id, the lexicon. */
import { type Catalogue, type Listing } from "../../shared/domain/catalogue.ts";
import { type ProductId } from "../../shared/domain/ids.ts";
import { buildLexicon, type Lexicon } from "../understanding/lexicon.ts";
import { type CatalogueEntry } from "../understanding/reading.ts";

const listings = new WeakMap<Catalogue, ReadonlyMap<ProductId, Listing>>();
const lexicons = new WeakMap<Catalogue, Lexicon>();

/** The lexicons built last, by the words they were built from: a sale makes a new catalogue, and no new words. */
const byWords = new Map<string, Lexicon>();
const KEPT = 4;

export const listingsOf = (catalogue: Catalogue): ReadonlyMap<ProductId, Listing> =>
  kept(listings, catalogue, () => new Map(catalogue.listings.map((listing) => [listing.id, listing])));

export const lexiconOf = (catalogue: Catalogue): Lexicon =>
  kept(lexicons, catalogue, () => {
    const entries = catalogue.listings.map(entryOf);
    const words = JSON.stringify(entries);
    const lexicon = byWords.get(words) ?? buildLexicon(entries);
    byWords.delete(words);
    byWords.set(words, lexicon);
    const [oldest] = byWords.keys();
    if (byWords.size > KEPT && oldest !== undefined) byWords.delete(oldest);
    return lexicon;
  });

const entryOf = ({ id, name, nameEn, aliases, offers, group }: Listing): CatalogueEntry => ({
  id,
  name,
  aliases,
  units: offers.map(({ unit, pack }) => ({ unit, ...(pack === undefined ? {} : { pack }) })),
  ...(nameEn === undefined ? {} : { nameEn }),
  ...(group === undefined ? {} : { group }),
});

function kept<Value>(cache: WeakMap<Catalogue, Value>, catalogue: Catalogue, build: () => Value): Value {
  const known = cache.get(catalogue);
  if (known !== undefined) return known;
  const value = build();
  cache.set(catalogue, value);
  return value;
}
