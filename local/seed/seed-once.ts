/** Fills the sample shop on its first run. Silent: nothing is announced. */
import { type App } from "../../shared/ports/app.ts";
import { type Key, put } from "../../shared/ports/table.ts";
import { rebuildCatalogue } from "../../shared/stores/catalogue.ts";
import { importCatalogue } from "../../shared/usecases/import-catalogue.ts";
import { placeholderPng, placeholderSvg } from "./pictures.ts";
import { seedFairs } from "./seed-fairs.ts";
import { seedRows } from "./seed-rows.ts";

const DONE: Key = { pk: "seed", sk: "done" };

/** Goods, then fairs: whatever has not been sown yet. */
export async function seedOnce({ app }: { app: App }): Promise<void> {
  await seedProducts(app);
  await seedFairs(app);
}

/** The mark is written last: a run that was broken off is made good by the next one, and doubles nothing. */
async function seedProducts(app: App): Promise<void> {
  if (await app.table.get(DONE, { strong: true })) return;
  const rows = await seedRows();
  const report = await importCatalogue(app, rows, { verifiedBy: "seed", sample: true, announce: "none" });
  const [fault] = report.faults;
  if (fault) throw new Error(`local/seed/products.csv, line ${fault.line}, ${fault.column}: ${fault.what}`);
  await drawPictures(app);
  await app.table.commit([put({ ...DONE, at: app.clock.now() }, "any")], { token: app.ids.random("cmt") });
}

async function drawPictures(app: App): Promise<void> {
  const { listings } = await rebuildCatalogue(app);
  const pictures = listings.flatMap(({ name, group, photo }, place) => {
    if (photo === undefined) return [];
    const svg = app.blobs.put(photo, { bytes: placeholderSvg(name, group), type: "image/svg+xml" });
    const bytes = placeholderPng(group, place);
    return [svg, app.blobs.put(photo.replace(/\.svg$/, ".png"), { bytes, type: "image/png" })];
  });
  await Promise.all(pictures);
}
