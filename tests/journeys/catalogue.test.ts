/** The snapshot that everybody reads, rebuilt by several processes at once. */
import { expect, it } from "vitest";
import { type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Blobs } from "../../shared/ports/blobs.ts";
import { loadCatalogue, rebuildCatalogue } from "../../shared/stores/catalogue.ts";
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
