/** The snapshot that everybody reads, renewed by several processes at once. */
import { describe, expect, it, onTestFinished } from "vitest";
import { type Catalogue } from "../../shared/domain/catalogue.ts";
import { type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Blobs } from "../../shared/ports/blobs.ts";
import { add, type Key, type Table } from "../../shared/ports/table.ts";
import { loadCatalogue, rebuildCatalogue, refreshCatalogue } from "../../shared/stores/catalogue.ts";
import { offerKey } from "../../shared/stores/products.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { publishProduct } from "../../shared/usecases/publish-product.ts";
import { producerId } from "./catalogue.ts";
import { openMarket } from "./market.ts";

/** Another process over the same store, whose first write of a file is slow. */
function slowProcess(app: App, wait: Promise<void>, began: () => void): App {
  let first = true;
  const blobs: Blobs = {
    get: (key) => app.blobs.get(key),
    publicUrl: (key) => app.blobs.publicUrl(key),
    async put(key, blob) {
      if (first) {
        first = false;
        began();
        await wait;
      }
      await app.blobs.put(key, blob);
    },
  };
  return { ...app, blobs };
}

it("never lets an older snapshot stay over a newer one", async () => {
  const market = await openMarket();
  try {
    const { app } = market.home;
    const held = Promise.withResolvers<undefined>();
    const began = Promise.withResolvers<undefined>();
    const slow = rebuildCatalogue(
      slowProcess(app, held.promise, () => {
        began.resolve(undefined);
      }),
    );
    await began.promise;
    // The slow one has read the goods and not yet stored them when another product comes in.
    const product = { id: "bun-kho" as ProductId, name: "Bún khô", producer: producerId(0) };
    await carryOut(app, () =>
      publishProduct(app, { product, offers: [{ unit: "gói", price: vnd(30_000) }], announce: false }),
    );
    await rebuildCatalogue(app, [product.id]);
    held.resolve(undefined);
    await slow;
    const reader = { clock: app.clock, blobs: { ...slowProcess(app, Promise.resolve(), () => undefined).blobs } };
    expect((await loadCatalogue(reader)).listings.map(({ id }) => id)).toContain("bun-kho");
  } finally {
    await market.close();
  }
});

describe("a sale", () => {
  const sell = (app: App, product: string, unit: string) =>
    app.table.commit([add(offerKey(product as ProductId, unit), { onHand: -1, reserved: 1 })], {
      token: app.ids.random("cmt"),
    });

  const left = ({ listings }: Catalogue, product: string): number | undefined =>
    listings.find(({ id }) => id === product)?.offers[0]?.onHand;

  it("is read by itself, and not with all that is sold here", async () => {
    const market = await openMarket();
    onTestFinished(() => market.close());
    const { app } = market.home;
    await sell(app, "mien-dong", "gói");
    const read: string[] = [];
    await refreshCatalogue({ ...app, table: noting(app.table, read) }, ["mien-dong" as ProductId]);
    expect(left(await loadCatalogue(app), "mien-dong")).toBe(99);
    expect(read.toSorted()).toEqual([
      "catalogue generation",
      "catalogue generation",
      "producer#htx-0 producer",
      "product#mien-dong offer#gói",
      "product#mien-dong product",
    ]);
  });

  it("shares its snapshot with those that come while another is made", async () => {
    const market = await openMarket();
    onTestFinished(() => market.close());
    const { app } = market.home;
    let stored = 0;
    const blobs: Blobs = { ...app.blobs, put: (key, blob) => ((stored += 1), app.blobs.put(key, blob)) };
    const counting = { ...app, blobs };
    const sold: readonly [string, string][] = [
      ["mien-dong", "gói"],
      ["mien-khoai", "gói"],
      ["lap-suon", "kg"],
      ["hat-de", "kg"],
    ];
    await Promise.all(
      sold.map(async ([product, unit]) => {
        await sell(app, product, unit);
        await refreshCatalogue(counting, [product as ProductId]);
      }),
    );
    const catalogue = await loadCatalogue(counting);
    expect(sold.map(([product]) => left(catalogue, product))).toEqual([99, 99, 49, 9]);
    expect(stored).toBeLessThan(sold.length);
  });

  it("is not undone by that of another process, which had the goods from before", async () => {
    const market = await openMarket();
    onTestFinished(() => market.close());
    const { app } = market.home;
    const other = { ...app, blobs: { ...app.blobs } };
    await loadCatalogue(other);
    await sell(app, "mien-dong", "gói");
    await refreshCatalogue(app, ["mien-dong" as ProductId]);
    await sell(other, "hat-de", "kg");
    await refreshCatalogue(other, ["hat-de" as ProductId]);
    const catalogue = await loadCatalogue({ clock: app.clock, blobs: { ...app.blobs } });
    expect([left(catalogue, "mien-dong"), left(catalogue, "hat-de")]).toEqual([99, 9]);
  });
});

/** Notes every item that is read. */
function noting(table: Table, read: string[]): Table {
  const note = ({ pk, sk }: Key) => read.push(`${pk} ${sk}`);
  return {
    commit: (writes, options) => table.commit(writes, options),
    get: (key, options) => (note(key), table.get(key, options)),
    getMany: (keys) => (keys.forEach(note), table.getMany(keys)),
    query: (query) => (read.push(`query ${query.pk}`), table.query(query)),
  };
}
