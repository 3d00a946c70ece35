/**
 * The catalogue as one snapshot in the blobs, brought up to date when a product says that it changed.
 * Access: the latest snapshot (1 blob, kept for 60 s in the process).
 * Cost of a change: 1 unit for the generation and the reads of that product; where more than it is concerned, a rebuild:
 * one index query and one read per product, offer and producer.
 */
import { createHash } from "node:crypto";
import { type Catalogue, type ListedProducer, type Listing } from "../domain/catalogue.ts";
import { type ProductId } from "../domain/ids.ts";
import { type Producer } from "../domain/product.ts";
import { hasAccount } from "../domain/transfer.ts";
import { millis, SECOND } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { type Blobs } from "../ports/blobs.ts";
import { type Item, type Key, put, type Table } from "../ports/table.ts";
import { pages } from "./conversations.ts";
import { findProducers } from "./producers.ts";
import { offerKey, offerOf, productKey, productOf, unversioned } from "./products.ts";

const LATEST = "catalogue/latest.json";
const FRESH_MS = 60 * SECOND;

type Home = Pick<App, "blobs" | "clock">;
type Shop = Home & Pick<App, "table" | "ids">;
type Read = (keys: readonly Key[]) => Promise<readonly (Item | undefined)[]>;

/** Published products of verified producers, by name. `also`: ids that the index may not show yet. */
async function allListings(table: Table, also: readonly ProductId[]): Promise<readonly Listing[]> {
  const keys = new Set(also.map((id) => productKey(id).pk));
  for await (const page of pages(table, { index: "gsi1", pk: "products" })) for (const { pk } of page) keys.add(pk);
  const listings = await listingsOf(table, [...keys], (wanted) => table.getMany(wanted));
  const inVietnamese = new Intl.Collator("vi");
  return listings.toSorted((one, other) => inVietnamese.compare(one.name, other.name));
}

async function listingsOf(table: Table, partitions: readonly string[], read: Read): Promise<readonly Listing[]> {
  const items = await read(partitions.map((pk) => ({ pk, sk: "product" })));
  const products = items.flatMap((item) => (item ? [productOf(item)] : []));
  const published = products.filter(({ status }) => status === "published").map(unversioned);
  const producers = await findProducers(table, [...new Set(published.map(({ producer }) => producer))]);
  const offers = await read(published.flatMap(({ id, units }) => units.map(({ unit }) => offerKey(id, unit))));
  let place = 0;
  return published.flatMap(({ units, ...product }) => {
    const offered = units.map((unit) => {
      const { price, onHand } = offerOf(product.id, unit.unit, offers[place++]);
      return { ...unit, ...(price === undefined ? {} : { price }), ...(onHand === undefined ? {} : { onHand }) };
    });
    const seller = producers.get(product.producer);
    return seller?.status === "verified" ? [{ ...product, offers: offered, seller: shown(seller) }] : [];
  });
}

function shown(producer: Producer): ListedProducer {
  const { id, slug, name, type, status, commune, district, sample } = producer;
  return {
    id,
    slug,
    name,
    status,
    ...(type === undefined ? {} : { type }),
    ...(commune === undefined ? {} : { commune }),
    ...(district === undefined ? {} : { district }),
    ...(sample === undefined ? {} : { sample }),
    ...(hasAccount(producer) ? { transfers: true } : {}),
  };
}

/** `generation`: how often a snapshot had been begun when this one was. */
type Snapshot = Catalogue & { readonly generation: number };
type Loaded = { readonly catalogue: Snapshot; readonly at: number };

/** Per blobs, so that two homes in one process never see each other's goods. */
const loaded = new WeakMap<Blobs, Loaded | Promise<Loaded>>();

/** At most 60 s old; at once the new one where this process refreshed it. Empty before the first refresh. */
export async function loadCatalogue(home: Home): Promise<Catalogue> {
  const known = await loaded.get(home.blobs);
  const age = known ? millis(home.clock.now()) - known.at : Number.POSITIVE_INFINITY;
  return known && age >= 0 && age < FRESH_MS ? known.catalogue : read(home);
}

async function read(home: Home): Promise<Snapshot> {
  const reading = stored(home).then((catalogue) => ({ catalogue, at: millis(home.clock.now()) }));
  loaded.set(home.blobs, reading);
  try {
    return (await reading).catalogue;
  } catch (error) {
    loaded.delete(home.blobs);
    throw error;
  }
}

async function stored({ blobs, clock }: Home): Promise<Snapshot> {
  const blob = await blobs.get(LATEST);
  if (!blob) return { version: "empty", builtAt: clock.now(), listings: [], generation: 0 };
  return JSON.parse(new TextDecoder().decode(blob.bytes)) as Snapshot;
}

type Refresh = { readonly changed: Set<ProductId>; readonly done: Promise<void> };

/** The refresh that runs, and the one that waits for its end. */
const running = new WeakMap<Blobs, Promise<unknown>>();
const waiting = new WeakMap<Blobs, Refresh>();

/**
 * Brings the snapshot up to date with these products; where it is so already, nothing is written. What is asked for
 * while a refresh runs is done together after it, so that a rush of orders does not cost a snapshot each.
 */
export function refreshCatalogue(app: Shop, changed: readonly ProductId[]): Promise<void> {
  const next = waiting.get(app.blobs) ?? nextRefresh(app);
  for (const id of changed) next.changed.add(id);
  return next.done;
}

function nextRefresh(app: Shop): Refresh {
  const changed = new Set<ProductId>();
  const before = running.get(app.blobs) ?? Promise.resolve();
  const done = before.then(async () => {
    waiting.delete(app.blobs);
    await renew(app, [...changed], (base) => exchanged(app.table, base, changed));
  });
  const refresh = { changed, done };
  waiting.set(app.blobs, refresh);
  running.set(
    app.blobs,
    done.catch(() => undefined),
  );
  return refresh;
}

/** Builds and stores the snapshot, whatever there was. `also`: ids that the index may not show yet. */
export const rebuildCatalogue = (app: Shop, also: readonly ProductId[] = []): Promise<Catalogue> =>
  renew(app, also, () => Promise.resolve(undefined));

/**
 * The listings with those of these products as they are now. Undefined where one comes, goes, or has another name or
 * seller: that concerns the order of the others, or all that this seller offers.
 */
async function exchanged(
  table: Table,
  { listings }: Catalogue,
  changed: ReadonlySet<ProductId>,
): Promise<readonly Listing[] | undefined> {
  // An ordinary read may still see what has just changed as it was.
  const strongly: Read = (keys) => Promise.all(keys.map((key) => table.get(key, { strong: true })));
  const partitions = [...changed].map((id) => productKey(id).pk);
  const now = new Map((await listingsOf(table, partitions, strongly)).map((listing) => [listing.id, listing]));
  const before = listings.filter(({ id }) => changed.has(id));
  if (before.length !== now.size || !before.every((one) => keepsItsPlace(one, now.get(one.id)))) return undefined;
  return before.every((one) => isSame(one, now.get(one.id))) ? listings : listings.map((one) => now.get(one.id) ?? one);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const keepsItsPlace = (before: Listing, now: Listing | undefined): boolean =>
  now !== undefined && before.name === now.name && isSame(before.seller, now.seller);

const ROUNDS = 5;

/**
 * Stores a snapshot: of the listings that `change` makes of the latest one, or all read anew. Whoever begins counts the
 * generation up, and only a snapshot of the last generation is built upon; whoever finds at the end that another began
 * later begins again: so an older snapshot never stays over a newer one, in any number of processes.
 */
async function renew(
  app: Shop,
  also: readonly ProductId[],
  change: (base: Catalogue) => Promise<readonly Listing[] | undefined>,
): Promise<Catalogue> {
  for (let round = 1; round <= ROUNDS; round++) {
    const before = await generationOf(app);
    const latest = await snapshotOf(app, before);
    const changed = latest.generation === before ? await change(latest) : undefined;
    if (changed === latest.listings) return latest;
    if (!(await begin(app, before))) continue;
    const known = [...latest.listings.map(({ id }) => id), ...also];
    const catalogue = snapshot(app, before + 1, changed ?? (await allListings(app.table, known)));
    await app.blobs.put(LATEST, {
      bytes: new TextEncoder().encode(JSON.stringify(catalogue)),
      type: "application/json",
    });
    if ((await generationOf(app)) !== before + 1) continue;
    loaded.set(app.blobs, { catalogue, at: millis(app.clock.now()) });
    return catalogue;
  }
  throw new Error(`The catalogue was renewed elsewhere ${ROUNDS} times meanwhile: its event is delivered again`);
}

const snapshot = ({ clock }: Home, generation: number, listings: readonly Listing[]): Snapshot => ({
  version: createHash("sha256").update(JSON.stringify(listings)).digest("hex").slice(0, 16),
  builtAt: clock.now(),
  listings,
  generation,
});

/** That of this generation, or an older one while another process makes it, or died of it. */
async function snapshotOf(home: Home, generation: number): Promise<Snapshot> {
  const known = (await loaded.get(home.blobs))?.catalogue;
  return known?.generation === generation ? known : read(home);
}

const GENERATION: Key = { pk: "catalogue", sk: "generation" };

const generationOf = async ({ table }: Pick<Shop, "table">): Promise<number> =>
  (await table.get(GENERATION, { strong: true }))?.version ?? 0;

/** False where somebody else began since. */
async function begin({ table, ids }: Pick<Shop, "table" | "ids">, before: number): Promise<boolean> {
  const when = before === 0 ? "absent" : { version: before };
  return (await table.commit([put({ ...GENERATION }, when)], { token: ids.random("cmt") })).done;
}
