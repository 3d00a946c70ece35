/** What of the catalogue stands on the shelf: what may be listed, what was asked for. */
import { type Catalogue, type Listing } from "../../shared/domain/catalogue.ts";
import { mayList } from "../../shared/domain/rules/alcohol.ts";
import { fold, slugify } from "../../shared/domain/text.ts";

/** As they stand in an address: groups and places by slug. */
export type Wish = { words: string; group: string; place: string; page: number };

export type Shelf = {
  listings: readonly Listing[];
  found: number;
  page: number;
  pages: number;
};

export type Label = { slug: string; name: string };

const PER_PAGE = 24;
const MAX_WORDS = 100;

export function readWish(query: Readonly<Record<string, string | undefined>>): Wish {
  const page = Number(query["trang"] ?? 1);
  return {
    words: (query["tim"] ?? "").slice(0, MAX_WORDS).trim(),
    group: slugify(query["loai"] ?? ""),
    place: slugify(query["noi"] ?? ""),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of a shelf; what is not wished for is left out. */
export function wishPath({ words, group, place, page }: Wish): string {
  const query = new URLSearchParams();
  if (words) query.set("tim", words);
  if (group) query.set("loai", group);
  if (place) query.set("noi", place);
  if (page > 1) query.set("trang", String(page));
  return query.size > 0 ? `/?${query.toString()}` : "/";
}

/** What the law lets a shop show to everybody. */
export const listable = ({ listings }: Catalogue): readonly Listing[] => listings.filter((listing) => mayList(listing));

export function shelve(listings: readonly Listing[], wish: Wish): Shelf {
  const words = fold(wish.words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const found = listings.filter(
    (listing) =>
      (!wish.group || slugify(listing.group ?? "") === wish.group) &&
      (!wish.place || placesOf(listing).some((place) => slugify(place) === wish.place)) &&
      words.every((word) => textOf(listing).includes(word)),
  );
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const page = Math.min(wish.page, pages);
  return { listings: found.slice((page - 1) * PER_PAGE, page * PER_PAGE), found: found.length, page, pages };
}

export const groupsOf = (listings: readonly Listing[]): readonly Label[] =>
  labels(listings.flatMap(({ group }) => group ?? []));

export const allPlaces = (listings: readonly Listing[]): readonly Label[] => labels(listings.flatMap(placesOf));

/** The commune of today and the district that people still say. */
export const placesOf = ({ commune, district, seller }: Listing): readonly string[] =>
  [commune ?? seller.commune, district ?? seller.district].filter((place): place is string => Boolean(place));

/** Others of the same group, nearest first: the same seller's before the rest. */
export const similarTo = (listing: Listing, listings: readonly Listing[]): readonly Listing[] =>
  listings
    .filter(({ id, group }) => id !== listing.id && group === listing.group)
    .toSorted((a, b) => Number(b.producer === listing.producer) - Number(a.producer === listing.producer))
    .slice(0, 4);

const textOf = (listing: Listing): string =>
  fold(
    [listing.name, ...listing.aliases, listing.nameEn, listing.group, listing.seller.name, ...placesOf(listing)].join(
      " ",
    ),
  );

const capital = (name: string): string => name.charAt(0).toLocaleUpperCase("vi") + name.slice(1);

const labels = (names: readonly string[]): readonly Label[] =>
  [...new Map(names.map((name) => [slugify(name), capital(name)]))]
    .map(([slug, name]) => ({ slug, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "vi"));
