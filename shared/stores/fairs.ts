/**
 * Fairs, and the snapshot of those that the public knows of.
 * Access: one fair (strong) · the owner of a slug · all fairs by their first day (index, keys only) · the snapshot
 * (1 blob, kept for 60 s in the process).
 * Cost of announcing: 1 unit per KB and 1 for the index entry, which moves with the first day; 1 for the slug; of the
 * snapshot: 1 for its generation, one index query and one read a fair.
 */
import { type Fair } from "../domain/fair.ts";
import { type FairId } from "../domain/ids.ts";
import { millis, SECOND } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { type Blobs } from "../ports/blobs.ts";
import { add, type Key, put, type Table, type When, type Write } from "../ports/table.ts";
import { pages } from "./conversations.ts";
import { fromItem, record } from "./record.ts";

export type StoredFair = Fair & { version: number };

export const fairKey = (id: FairId): Key => ({ pk: `fair#${id}`, sk: "fair" });
export const fairSlugKey = (slug: string): Key => ({ pk: `slug#fair#${slug}`, sk: "slug" });

/** Creates the fair, or replaces it as it was read. */
export const fairWrite = (fair: Fair, when: When): Write =>
  put(record(fairKey(fair.id), fair, { gsi1pk: "fairs", gsi1sk: `${fair.from}#${fair.id}` }), when);

/** Refused when there is this fair already, or another one with its slug. */
export const newFairWrites = (fair: Fair): readonly Write[] => [
  fairWrite(fair, "absent"),
  put({ ...fairSlugKey(fair.slug), owner: fair.id }, "absent"),
];

export async function findFair(table: Table, id: FairId): Promise<StoredFair | undefined> {
  const item = await table.get(fairKey(id), { strong: true });
  return item && fromItem<Fair>(item);
}

export async function fairSlugOwner(table: Table, slug: string): Promise<FairId | undefined> {
  return (await table.get(fairSlugKey(slug), { strong: true }))?.["owner"] as FairId | undefined;
}

/** The fair alone, as others may see and compare it. */
export function unversionedFair(stored: StoredFair): Fair {
  const fair: Fair & { version?: number } = { ...stored };
  delete fair.version;
  return fair;
}

/** Every fair, by its first day; for exports. */
export async function* allFairs(table: Table): AsyncGenerator<StoredFair> {
  for await (const keys of pages(table, { index: "gsi1", pk: "fairs" }))
    for (const item of await table.getMany(keys)) if (item) yield fromItem<Fair>(item);
}

/** Beside the catalogue, since the same functions read and write both. */
const SNAPSHOT = "catalogue/fairs.json";
const FRESH_MS = 60 * SECOND;

type Home = Pick<App, "blobs" | "clock">;
type Loaded = { fairs: readonly Fair[]; at: number };

/** Per blobs, so that two homes in one process never see each other's fairs. */
const loaded = new WeakMap<Blobs, Loaded | Promise<Loaded>>();

/** All that were ever announced, past ones too; at most 60 s old, at once the new ones where this process refreshed them. */
export async function loadFairs(home: Home): Promise<readonly Fair[]> {
  const known = await loaded.get(home.blobs);
  const age = known ? millis(home.clock.now()) - known.at : Number.POSITIVE_INFINITY;
  if (known && age >= 0 && age < FRESH_MS) return known.fairs;
  const reading = read(home);
  loaded.set(home.blobs, reading);
  try {
    return (await reading).fairs;
  } catch (error) {
    loaded.delete(home.blobs);
    throw error;
  }
}

async function read({ blobs, clock }: Home): Promise<Loaded> {
  const blob = await blobs.get(SNAPSHOT);
  const fairs = blob ? (JSON.parse(new TextDecoder().decode(blob.bytes)) as readonly Fair[]) : [];
  return { fairs, at: millis(clock.now()) };
}

type Shop = Home & Pick<App, "table" | "ids">;

const refreshing = new WeakMap<Blobs, Promise<unknown>>();

/** Builds and stores the snapshot, with these fairs in it even where the index does not show them yet. */
export function refreshFairs(app: Shop, changed: readonly FairId[]): Promise<void> {
  const run = (refreshing.get(app.blobs) ?? Promise.resolve()).then(() => rebuild(app, changed));
  refreshing.set(
    app.blobs,
    run.catch(() => undefined),
  );
  return run;
}

const ROUNDS = 5;
const GENERATION: Key = { pk: "fairs", sk: "generation" };

/** Whoever finds at the end that another process began later builds again: no older snapshot stays over a newer one. */
async function rebuild(app: Shop, changed: readonly FairId[]): Promise<void> {
  for (let round = 1; round <= ROUNDS; round++) {
    const counted = await app.table.commit([add(GENERATION, { begun: 1 })], { token: app.ids.random("cmt") });
    if (!counted.done) throw new Error("The table is busy: the event of the fair is delivered again");
    const generation = await generationOf(app);
    const fairs = await publicFairs(app, changed);
    const bytes = new TextEncoder().encode(JSON.stringify(fairs));
    await app.blobs.put(SNAPSHOT, { bytes, type: "application/json" });
    if ((await generationOf(app)) !== generation) continue;
    loaded.set(app.blobs, { fairs, at: millis(app.clock.now()) });
    return;
  }
  throw new Error(`The fairs were listed anew elsewhere ${ROUNDS} times meanwhile: their event is delivered again`);
}

const generationOf = async ({ table }: Shop): Promise<number | undefined> =>
  (await table.get(GENERATION, { strong: true }))?.version;

async function publicFairs(app: Shop, changed: readonly FairId[]): Promise<readonly Fair[]> {
  const known = (await read(app)).fairs.map(({ id }) => id);
  const keys = new Map(known.map((id) => [fairKey(id).pk, fairKey(id)]));
  for await (const page of pages(app.table, { index: "gsi1", pk: "fairs" }))
    for (const { pk, sk } of page) keys.set(pk, { pk, sk });
  for (const id of changed) keys.delete(fairKey(id).pk);
  const others = await app.table.getMany([...keys.values()]);
  // What has just changed is read strongly: an ordinary read may still see it as it was.
  const these = await Promise.all(changed.map((id) => app.table.get(fairKey(id), { strong: true })));
  return [...others, ...these]
    .flatMap((item) => (item ? [unversionedFair(fromItem<Fair>(item))] : []))
    .filter(({ status }) => status !== "draft")
    .toSorted((one, other) => (`${one.from}${one.id}` < `${other.from}${other.id}` ? -1 : 1));
}
