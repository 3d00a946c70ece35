/**
 * The catalogue as one snapshot in the blobs, rebuilt when a product says that it changed.
 * Access: the latest snapshot (1 blob, kept for 60 s in the process).
 * Cost of a rebuild: one index query and one read per product, offer and producer.
 */
import { createHash } from "node:crypto";
import { type Catalogue, type ListedProducer, type Listing } from "../domain/catalogue.ts";
import { type ProductId } from "../domain/ids.ts";
import { type Producer } from "../domain/product.ts";
import { hasAccount } from "../domain/transfer.ts";
import { millis, SECOND } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { type Blobs } from "../ports/blobs.ts";
import { type Clock } from "../ports/clock.ts";
import { type Key, put, type Table } from "../ports/table.ts";
import { pages } from "./conversations.ts";
import { findProducers } from "./producers.ts";
import { offerKey, offerOf, productKey, productOf, type StoredProduct, unversioned } from "./products.ts";

const LATEST = "catalogue/latest.json";
const FRESH_MS = 60 * SECOND;

type Home = Pick<App, "blobs" | "clock">;

/** Published products of verified producers, by name. `also`: ids that the index may not show yet. */
export async function buildCatalogue(table: Table, clock: Clock, also: readonly ProductId[] = []): Promise<Catalogue> {
  const keys = new Set(also.map((id) => productKey(id).pk));
  for await (const page of pages(table, { index: "gsi1", pk: "products" })) for (const { pk } of page) keys.add(pk);
  const items = await table.getMany([...keys].map((pk) => ({ pk, sk: "product" })));
  const products = items.flatMap((item) => (item ? [productOf(item)] : []));
  const listings = await listingsOf(table, products);
  const inVietnamese = new Intl.Collator("vi");
  const sorted = listings.toSorted((one, other) => inVietnamese.compare(one.name, other.name));
  return { version: versionOf(sorted), builtAt: clock.now(), listings: sorted };
}

async function listingsOf(table: Table, products: readonly StoredProduct[]): Promise<readonly Listing[]> {
  const published = products.filter(({ status }) => status === "published").map(unversioned);
  const producers = await findProducers(table, [...new Set(published.map(({ producer }) => producer))]);
  const offers = await table.getMany(published.flatMap(({ id, units }) => units.map(({ unit }) => offerKey(id, unit))));
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

const versionOf = (listings: readonly Listing[]): string =>
  createHash("sha256").update(JSON.stringify(listings)).digest("hex").slice(0, 16);

type Loaded = { catalogue: Catalogue; byId: ReadonlyMap<ProductId, Listing>; at: number };

/** Per blobs, so that two homes in one process never see each other's goods. */
const loaded = new WeakMap<Blobs, Loaded | Promise<Loaded>>();

/** At most 60 s old; at once the new one where this process refreshed it. Empty before the first refresh. */
export async function loadCatalogue(home: Home): Promise<Catalogue> {
  return (await latest(home)).catalogue;
}

async function latest(home: Home): Promise<Loaded> {
  const known = await loaded.get(home.blobs);
  const age = known ? millis(home.clock.now()) - known.at : Number.POSITIVE_INFINITY;
  if (known && age >= 0 && age < FRESH_MS) return known;
  const reading = read(home);
  loaded.set(home.blobs, reading);
  try {
    return await reading;
  } catch (error) {
    loaded.delete(home.blobs);
    throw error;
  }
}

async function read(home: Home): Promise<Loaded> {
  const blob = await home.blobs.get(LATEST);
  const empty: Catalogue = { version: "empty", builtAt: home.clock.now(), listings: [] };
  const catalogue = blob ? (JSON.parse(new TextDecoder().decode(blob.bytes)) as Catalogue) : empty;
  return asLoaded(home, catalogue);
}

const asLoaded = ({ clock }: Home, catalogue: Catalogue): Loaded => ({
  catalogue,
  byId: new Map(catalogue.listings.map((listing) => [listing.id, listing])),
  at: millis(clock.now()),
});

/**
 * Brings the snapshot up to date with this product; where a rebuild for another product has done so already, nothing
 * is written. So a list of thousands costs a few rebuilds, not thousands.
 */
export function refreshCatalogue(
  app: Home & Pick<App, "table" | "ids">,
  changed: ProductId,
): Promise<"refreshed" | "fresh"> {
  // One after another: an older rebuild must not be stored after a newer one.
  const before = refreshing.get(app.blobs) ?? Promise.resolve();
  const run = before.then(() => refreshNow(app, changed));
  refreshing.set(
    app.blobs,
    run.catch(() => undefined),
  );
  return run;
}

const refreshing = new WeakMap<Blobs, Promise<unknown>>();

async function refreshNow(app: Home & Pick<App, "table" | "ids">, changed: ProductId): Promise<"refreshed" | "fresh"> {
  const { byId } = await latest(app);
  const item = await app.table.get(productKey(changed), { strong: true });
  const [now] = item ? await listingsOf(app.table, [productOf(item)]) : [];
  if (JSON.stringify(now) === JSON.stringify(byId.get(changed))) return "fresh";
  await rebuildCatalogue(app, [...byId.keys(), changed]);
  return "refreshed";
}

const ROUNDS = 5;

/**
 * Builds and stores the snapshot, whatever there was. Whoever begins counts the generation up, and whoever finds at the
 * end that another began later builds again: so an older snapshot never stays over a newer one, in any number of processes.
 */
export async function rebuildCatalogue(
  app: Home & Pick<App, "table" | "ids">,
  also: readonly ProductId[] = [],
): Promise<Catalogue> {
  for (let round = 1; round <= ROUNDS; round++) {
    const generation = await nextGeneration(app);
    const catalogue = await buildCatalogue(app.table, app.clock, also);
    const bytes = new TextEncoder().encode(JSON.stringify(catalogue));
    await app.blobs.put(LATEST, { bytes, type: "application/json" });
    const now = await app.table.get(GENERATION, { strong: true });
    if (now?.version !== generation) continue;
    loaded.set(app.blobs, asLoaded(app, catalogue));
    return catalogue;
  }
  throw new Error(`The catalogue was rebuilt elsewhere ${ROUNDS} times meanwhile: its event is delivered again`);
}

const GENERATION: Key = { pk: "catalogue", sk: "generation" };

async function nextGeneration({ table, ids }: Pick<App, "table" | "ids">): Promise<number> {
  const before = await table.get(GENERATION, { strong: true });
  const when = before ? { version: before.version } : "absent";
  const counted = await table.commit([put({ ...GENERATION }, when)], { token: ids.random("cmt") });
  // Somebody else began at the same moment; theirs may have read what ours must see, so begin after it.
  return counted.done ? (before?.version ?? 0) + 1 : nextGeneration({ table, ids });
}
