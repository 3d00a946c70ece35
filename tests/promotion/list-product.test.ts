/** What a producer is told of a product put on sale from a chat: whether customers see it, and whether it is posted. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ProducerId, type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { allProducts, findOffers } from "../../shared/stores/products.ts";
import { listProduct, type ListProduct } from "../../shared/usecases/list-product.ts";
import { productIdOf } from "../../shared/usecases/product-identity.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { addProducer, mien, producer, publish, TAN_VIET_A } from "../import/goods.ts";
import { openWith, type PromotingHome } from "./promoting-home.ts";
import { wall } from "./walls.ts";

let home: PromotingHome;
beforeEach(async () => {
  home = await openWith(wall("tele"));
});
afterEach(() => home.close());

const list = (name: string, more: Partial<ListProduct> = {}) =>
  carryOut(home.app, () =>
    listProduct(home.app, { producer: TAN_VIET_A, name, price: vnd(85_000), unit: "gói", ...more }),
  );

describe("a product listed from a chat", () => {
  it("is shown and posted", async () => {
    expect(await list("Măng khô")).toMatchObject({ slug: "mang-kho", shown: true, announced: true });
    await home.settle();
    expect(await home.promotions()).toHaveLength(1);
  });

  it("is not posted a second time with its new price", async () => {
    await list("Măng khô");
    const again = await list("Măng khô", { price: vnd(90_000) });
    expect(again).toMatchObject({ shown: true, announced: false });
    expect(again).not.toHaveProperty("why");
  });

  it.each(["Lạp sườn Tâm Hòa", "lạp sườn tâm hoà", "lap suon tam hoa"])(
    "by the name %s is the one of theirs that was imported with an id",
    async (name) => {
      const units = [{ unit: "kg" }, { unit: "gói", pack: "gói 500g" }];
      const known = { ...mien().product, name: "Lạp sườn Tâm Hòa", id: "SP01" as ProductId, units };
      await publish(home.app, mien({ product: known, announce: false }));
      await home.settle();
      const listed = await list(name, { unit: "gói", price: vnd(140_000) });
      expect(listed).toMatchObject({ product: "SP01", name: "Lạp sườn Tâm Hòa", announced: false });
      await home.settle();
      const [product, ...others] = await Array.fromAsync(allProducts(home.app.table));
      expect([product?.name, product?.units, others]).toEqual(["Lạp sườn Tâm Hòa", units, []]);
      const offers = await findOffers(home.app.table, product!);
      expect(offers.find(({ unit }) => unit === "gói")?.price).toBe(140_000);
      expect(await home.promotions()).toEqual([]);
    },
  );

  it("is not another producer's of the same name", async () => {
    await addProducer(home.app, { ...producer, id: "htx-khac" as ProducerId, slug: "htx-khac", name: "HTX Khác" });
    const others = { ...mien().product, name: "Măng khô", id: "SP02" as ProductId, producer: "htx-khac" as ProducerId };
    await publish(home.app, mien({ product: others, announce: false }));
    expect(await list("Măng khô")).toMatchObject({
      slug: expect.stringMatching(/^mang-kho-/) as string,
      announced: true,
    });
    await list("Măng khô", { price: vnd(90_000) });
    expect(await Array.fromAsync(allProducts(home.app.table))).toHaveLength(2);
  });

  it.each([
    ["Soju men lá Hạ Lang 30 độ", "chai", false],
    ["Nước cốt nếp nương men lá 45%", "chai", false],
    ["Rượu vang mơ 12%", "chai", true],
    ["Đại Hoàng Long Phụng", "chai", true],
  ])("named %s by the %s is shown: %s, and never posted", async (name, unit, shown) => {
    expect(await list(name, { unit })).toMatchObject({ shown, announced: false, why: "alcohol" });
    await home.settle();
    expect(await home.promotions()).toEqual([]);
  });

  it("keeps the strength and the class that the office knows of it", async () => {
    const { name } = mien().product;
    const known = { ...mien().product, id: productIdOf(TAN_VIET_A, name) };
    await publish(home.app, mien({ product: { ...known, claimClass: "health_food" }, announce: false }));
    expect(await list(name)).toMatchObject({ shown: true, announced: false, why: "claim" });
    await publish(home.app, mien({ product: { ...known, abv: 40 }, announce: false }));
    expect(await list(name)).toMatchObject({ shown: false, announced: false, why: "alcohol" });
  });

  it("that claims to heal is refused with the words, and nothing is written", async () => {
    expect(await list("Cao chữa đau lưng, trị ho")).toEqual({
      refused: true,
      code: "forbidden-claim",
      words: ["chữa", "trị"],
    });
    expect(await list("Trà", { pack: "gói trị ho" })).toMatchObject({ code: "forbidden-claim", words: ["trị"] });
    expect(await Array.fromAsync(allProducts(home.app.table))).toEqual([]);
  });

  it("of a suspended producer is refused", async () => {
    await addProducer(home.app, { ...producer, status: "suspended" });
    expect(await list("Măng khô")).toMatchObject({ code: "producer-closed" });
  });
});
