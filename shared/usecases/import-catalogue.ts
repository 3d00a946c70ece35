/**
 * Takes a list of products in: good rows go in whatever the others are, each is reported, and the same list again
 * doubles nothing. It may be broken off at any row and run again.
 */
import { type ProductId } from "../domain/ids.ts";
import { advertisingBan, type AdvertisingBan, forbiddenClaims } from "../domain/rules/advertising.ts";
import { type IsoTime, vietnamDate } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import {
  type Announce,
  type Announcing,
  type Candidate,
  type Extra,
  extrasOf,
  whatToAnnounce,
} from "./import-announce.ts";
import { type Fault, type Place, type RawRow } from "./import-cells.ts";
import { planProducers, type ProducerRules, writeProducers } from "./import-producers.ts";
import { type ImportRow, readRow } from "./import-row.ts";
import { commitPlans, type ProductPlan } from "./import-commit.ts";
import { freeTimes, reserveTimes } from "./import-pace.ts";
import { closeRoundUp, dropOpen, openRoundUp } from "./import-round-up.ts";
import { productSlugs, sameName } from "./product-identity.ts";
import {
  idOf,
  planPublication,
  type Published,
  type PublishProduct,
  type Standing,
  standingKeys,
  standingOf,
} from "./publish-product.ts";

export type ImportOptions = ProducerRules & {
  /** Absent: all at once where few products are new, else paced. */
  announce?: Announce;
  dryRun?: boolean;
  onProgress?: (done: number, of: number) => void;
};

export type ImportReport = {
  /** With an id: what the row became. */
  rows: readonly (Place & { product: ProductId; name: string; outcome: Published["outcome"] })[];
  faults: readonly Fault[];
  announce: Announce;
  /** Products that are announced now or later, each by itself. */
  announced: number;
  /** Products that are told of together, in one promotion at once; 0 where there is none. */
  together: number;
  /** New ones that are never announced. */
  kept: readonly Kept[];
  /** When the last of those that are paced is announced. */
  until?: IsoTime;
};

/** Why: the law, or a producer who is a draft or suspended; `words` of the name that it forbids. */
export type Kept = { name: string; why: AdvertisingBan | "producer"; words: readonly string[] };

export async function importCatalogue(app: App, raw: readonly RawRow[], options: ImportOptions): Promise<ImportReport> {
  const { rows, faults } = readRows(app, raw);
  const producers = await settleProducers(app, rows, options);
  const wishes = rows.map((row) => ({ place: row.place, wish: wishOf(row, producers) }));
  const { unique, doubled } = withoutDoubles(wishes);
  const standings = await readStandings(app, unique);
  const announcing = await whatToAnnounce(app, candidatesOf(unique, standings), options.announce);
  const announce = announcing.announce === "all";
  const plans = unique.map(({ place, wish }, nth): ProductPlan => {
    const whole = { ...wish, announce };
    return { place, wish: whole, plan: planPublication(app, whole, standings[nth] ?? EMPTY) };
  });
  const times = await timesOf(app, announcing, options);
  if (!options.dryRun)
    await writeAll(app, { announcing, plans: withExtras(plans, extrasOf(app, announcing, times)) }, options);
  const until = times.at(-1);
  return {
    rows: plans.map(({ place, plan: { facts } }) => ({ ...place, ...facts })),
    faults: inOrder([...faults, ...doubled], raw),
    announce: announcing.announce,
    announced: announcing.products.length,
    together: announcing.roundUp.length,
    kept: keptOf(plans, standings),
    ...(until && { until }),
  };
}

async function timesOf(app: App, { announce, products }: Announcing, { dryRun }: ImportOptions) {
  if (announce !== "paced") return [];
  return dryRun ? freeTimes(app, products.length) : reserveTimes(app, products.length);
}

type Writing = { announcing: Announcing; plans: readonly ProductPlan[] };

async function writeAll(app: App, { announcing, plans }: Writing, { onProgress }: ImportOptions): Promise<void> {
  const { announce, roundUp } = announcing;
  await (announce === "paced" ? openRoundUp(app, roundUp) : dropOpen(app));
  await commitPlans(app, plans, onProgress);
  await closeRoundUp(app, roundUp);
}

const candidatesOf = (wishes: readonly Wish[], standings: readonly Standing[]): readonly Candidate[] =>
  wishes.flatMap(({ wish: { product } }, place) => {
    if (product.status !== "published") return [];
    const before = standings[place]?.product;
    return [
      { product: idOf(product), isNew: before?.status !== "published", mayPost: banOf(product, before) === undefined },
    ];
  });

/** As the product will be: with what was known of it, less what the row takes away. */
function banOf(
  { forget = [], ...facts }: PublishProduct["product"],
  before: Standing["product"],
): AdvertisingBan | undefined {
  const after = { aliases: [], ...before, ...facts };
  const kept = Object.entries(after).filter(([fact]) => !forget.some((one) => one === fact));
  return advertisingBan({ ...Object.fromEntries(kept), name: after.name, aliases: after.aliases });
}

const keptOf = (plans: readonly ProductPlan[], standings: readonly Standing[]): readonly Kept[] =>
  plans.flatMap(({ plan: { facts }, wish: { product } }, place) => {
    if (facts.outcome !== "new") return [];
    const why = product.status === "published" ? banOf(product, standings[place]?.product) : "producer";
    const words = why === "claim-in-name" ? forbiddenClaims(facts.name) : [];
    return why === undefined ? [] : [{ name: facts.name, why, words: [...new Set(words)] }];
  });

const withExtras = (plans: readonly ProductPlan[], extras: ReadonlyMap<ProductId, Extra>): readonly ProductPlan[] =>
  plans.map((one) => {
    const extra = extras.get(idOf(one.wish.product));
    return extra ? { ...one, extra } : one;
  });

/** As the rows stand in the file: sheet by sheet. */
export function inOrder(faults: readonly Fault[], rows: readonly Place[]): readonly Fault[] {
  const sheets = [...new Set(rows.map(({ sheet }) => sheet))];
  const nth = ({ sheet }: Place): number => (sheets.includes(sheet) ? sheets.indexOf(sheet) : sheets.length);
  return faults.toSorted((one, other) => nth(one) - nth(other) || one.line - other.line);
}

const EMPTY: Standing = { product: undefined, offers: new Map(), slugOwner: undefined };

function readRows(app: App, raw: readonly RawRow[]): { rows: readonly ImportRow[]; faults: readonly Fault[] } {
  const today = vietnamDate(app.clock.now());
  const read = raw.map((row) => readRow(row, today));
  return {
    rows: read.flatMap((one) => ("row" in one ? [one.row] : [])),
    faults: read.flatMap((one) => ("faults" in one ? one.faults : [])),
  };
}

const TRIES = 5;

async function settleProducers(app: App, rows: readonly ImportRow[], options: ImportOptions) {
  for (let round = 0; round < TRIES; round++) {
    const producers = await planProducers(app, rows, options);
    if (options.dryRun || (await writeProducers(app, producers))) return producers.byName;
  }
  throw new Error("Somebody else keeps changing the same producers: wait a moment, then import again");
}

type Producers = Awaited<ReturnType<typeof settleProducers>>;
type Wish = { place: Place; wish: PublishProduct };

/** What a draft or suspended producer makes is not offered. */
function wishOf({ producer, product, offers }: ImportRow, producers: Producers): PublishProduct {
  const owner = producers.get(sameName(producer.name));
  if (!owner) throw new Error("A row without its producer");
  const status = owner.status === "verified" ? "published" : "draft";
  return { product: { ...product, producer: owner.id, status }, offers, announce: false };
}

/** The first row of a product counts. */
function withoutDoubles(wishes: readonly Wish[]): { unique: readonly Wish[]; doubled: readonly Fault[] } {
  const first = new Map<ProductId, Place>();
  const unique: Wish[] = [];
  const doubled: Fault[] = [];
  for (const one of wishes) {
    const id = idOf(one.wish.product);
    const before = first.get(id);
    if (before === undefined) unique.push(one);
    else
      doubled.push({
        ...one.place,
        column: one.wish.product.id === undefined ? "name" : "id",
        what: `is the same product as ${placeName(before, one.place)}`,
        cure: "put all its units into one row (column units), or give it an id of its own",
      });
    first.set(id, before ?? one.place);
  }
  return { unique, doubled };
}

const placeName = ({ sheet, line }: Place, from: Place): string =>
  sheet === undefined || sheet === from.sheet ? `line ${line}` : `line ${line} of sheet "${sheet}"`;

const READ_AT_ONCE = 500;

async function readStandings(app: App, wishes: readonly Wish[]): Promise<readonly Standing[]> {
  const standings: Standing[] = [];
  const claimed = new Map<string, ProductId>();
  for (let from = 0; from < wishes.length; from += READ_AT_ONCE) {
    const some = wishes.slice(from, from + READ_AT_ONCE).map(({ wish }) => ({ wish, keys: standingKeys(wish) }));
    const items = await app.table.getMany(some.flatMap(({ keys }) => keys));
    let place = 0;
    for (const { wish, keys } of some) {
      const standing = standingOf(wish, items.slice(place, (place += keys.length)));
      standings.push({ ...standing, slugOwner: claimSlug(claimed, wish, standing) });
    }
  }
  return standings;
}

/** Two new products of one list may want the same address: the first row has it. */
function claimSlug(claimed: Map<string, ProductId>, { product }: PublishProduct, standing: Standing) {
  const id = idOf(product);
  const [slug] = productSlugs(product.name, id);
  const owner = standing.slugOwner ?? claimed.get(slug);
  if (owner === undefined && !standing.product) claimed.set(slug, id);
  return owner;
}
