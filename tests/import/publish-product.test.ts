import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { handler as refresh } from "../../functions/refresh-catalogue.ts";
import { type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { add } from "../../shared/ports/table.ts";
import { loadCatalogue } from "../../shared/stores/catalogue.ts";
import { readOutboxItem } from "../../shared/stores/outbox.ts";
import { findForSale, findOffers, findProduct, findProductBySlug, offerKey } from "../../shared/stores/products.ts";
import { openTestHome, type TestHome } from "../home/open-test-home.ts";
import { addProducer, mien, MIEN, producer, publish } from "./goods.ts";

const UNITS = [{ unit: "gói", pack: "gói 500g", weightG: 500 }];
let home: TestHome;

beforeEach(async () => {
  home = await openTestHome([
    {
      name: "refresh-catalogue",
      trigger: { on: "events", events: ["product.published", "product.changed"] },
      reaction: refresh,
    },
  ]);
  await addProducer(home.app);
});
afterEach(() => home.close());

const names = async (): Promise<readonly string[]> => {
  const page = await home.app.table.query({ pk: `outbox#product:${MIEN}` });
  return page.items.map((item) => readOutboxItem(item).name);
};
const offers = () => findOffers(home.app.table, { id: MIEN, units: UNITS });
const sell = (pieces: number) =>
  home.app.table.commit([add(offerKey(MIEN, "gói"), { onHand: -pieces, sold: pieces })], {
    token: home.app.ids.random("cmt"),
  });

describe("publishing a product", () => {
  it("stores facts, slug and offer, and says so once", async () => {
    expect(await publish(home.app, mien())).toEqual({
      product: MIEN,
      name: "Miến dong Tân Việt Á",
      slug: "mien-dong-tan-viet-a",
      outcome: "new",
    });
    expect(await findProduct(home.app.table, MIEN)).toMatchObject({
      slug: "mien-dong-tan-viet-a",
      status: "published",
    });
    expect(await offers()).toEqual([{ product: MIEN, unit: "gói", price: 45_000, onHand: 20, reserved: 0, sold: 0 }]);
    expect(await names()).toEqual(["product.published"]);
  });

  it("writes nothing when the same facts come again", async () => {
    await publish(home.app, mien());
    expect(await publish(home.app, mien())).toMatchObject({ outcome: "same" });
    expect(await findProduct(home.app.table, MIEN)).toMatchObject({ version: 1 });
    expect(await names()).toEqual(["product.published"]);
  });

  it("sets price and stock anew and keeps what was sold", async () => {
    await publish(home.app, mien());
    await sell(3);
    home.clock.advance(1000);
    await publish(home.app, mien({ offers: [{ unit: "gói", price: vnd(50_000), onHand: 10 }] }));
    expect(await offers()).toEqual([{ product: MIEN, unit: "gói", price: 50_000, onHand: 10, reserved: 0, sold: 3 }]);
    expect(await names()).toEqual(["product.published", "product.changed"]);
  });

  it("gives nothing back to the shelf when the same list comes again after a sale", async () => {
    const list = mien({ offers: [{ unit: "gói", price: vnd(45_000), listed: 20 }] });
    await publish(home.app, list);
    await sell(3);
    expect(await publish(home.app, list)).toMatchObject({ outcome: "same" });
    expect(await offers()).toMatchObject([{ onHand: 17, sold: 3 }]);
    await publish(home.app, mien({ offers: [{ unit: "gói", listed: 30 }] }));
    expect(await offers()).toMatchObject([{ onHand: 30, sold: 3 }]);
  });

  it("takes a price away, and gives it back", async () => {
    await publish(home.app, mien());
    await publish(home.app, mien({ offers: [{ unit: "gói", price: null }] }));
    expect(await offers()).toEqual([{ product: MIEN, unit: "gói", onHand: 20, reserved: 0, sold: 0 }]);
    await publish(home.app, mien());
    expect(await offers()).toMatchObject([{ price: 45_000 }]);
  });

  it("adds up to the wished price when two set it at once", async () => {
    await publish(home.app, mien());
    const prices = [50_000, 52_000, 54_000, 56_000];
    await Promise.all(
      prices.map((price) => publish(home.app, mien({ offers: [{ unit: "gói", price: vnd(price), onHand: 7 }] }))),
    );
    const [offer] = await offers();
    expect(prices).toContain(offer!.price);
    expect(offer!.onHand).toBe(7);
  });

  it("keeps facts that are not spoken of, and takes away those to forget", async () => {
    await publish(home.app, mien({ product: { ...mien().product, description: "Làm từ củ dong.", abv: 0 } }));
    await publish(
      home.app,
      mien({ product: { id: MIEN, name: "Miến dong Tân Việt Á", producer: producer.id, forget: ["abv"] } }),
    );
    const product = await findProduct(home.app.table, MIEN);
    expect(product).toMatchObject({ description: "Làm từ củ dong.", units: UNITS });
    expect(product).not.toHaveProperty("abv");
  });

  it("gives two products of one name two addresses, and the first keeps its own", async () => {
    const other = "prd_other" as ProductId;
    await publish(home.app, mien());
    const second = await publish(home.app, mien({ product: { ...mien().product, id: other } }));
    expect(second.slug).toMatch(/^mien-dong-tan-viet-a-[0-9a-f]{6}$/);
    expect(await findProductBySlug(home.app.table, "mien-dong-tan-viet-a")).toMatchObject({ id: MIEN });
    expect(await findProductBySlug(home.app.table, second.slug)).toMatchObject({ id: other });
  });

  it("finds what a cart line is about, and nothing for a unit that is not sold", async () => {
    await publish(home.app, mien());
    const found = await findForSale(home.app.table, [
      { product: MIEN, unit: "thùng" },
      { product: MIEN, unit: "gói" },
    ]);
    expect(found[0]).toBeUndefined();
    expect(found[1]).toMatchObject({ product: { id: MIEN }, offer: { price: 45_000 } });
  });
});

describe("the catalogue", () => {
  it("is fresh at once in the home that refreshed it, with prices and seller", async () => {
    expect((await loadCatalogue(home.app)).listings).toEqual([]);
    await publish(home.app, mien());
    await home.settle();
    const { listings } = await loadCatalogue(home.app);
    expect(listings).toMatchObject([
      {
        id: MIEN,
        offers: [{ ...UNITS[0], price: 45_000, onHand: 20 }],
        seller: { id: producer.id, name: producer.name, status: "verified" },
      },
    ]);
  });

  it("changes its version with a price, and with nothing else that looks the same", async () => {
    await publish(home.app, mien());
    await home.settle();
    const before = await loadCatalogue(home.app);
    await publish(home.app, mien({ offers: [{ unit: "gói", price: vnd(50_000) }] }));
    await home.settle();
    const after = await loadCatalogue(home.app);
    expect(after.version).not.toBe(before.version);
    expect(after.listings[0]!.offers[0]!.price).toBe(50_000);
  });

  it("leaves out drafts and producers that nobody verified", async () => {
    await publish(home.app, mien({ product: { ...mien().product, status: "draft" } }));
    await addProducer(home.app, { ...producer, id: "p2" as typeof producer.id, slug: "p2", status: "suspended" });
    await publish(
      home.app,
      mien({ product: { ...mien().product, id: "prd_2" as ProductId, producer: "p2" as typeof producer.id } }),
    );
    await home.settle();
    expect((await loadCatalogue(home.app)).listings).toEqual([]);
  });

  it("is another one in another home", async () => {
    const other = await openTestHome([]);
    await publish(home.app, mien());
    await home.settle();
    expect((await loadCatalogue(other.app)).listings).toEqual([]);
    await other.close();
  });
});
