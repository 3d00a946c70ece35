/** A producer and products to publish in tests. */
import { type ProducerId, type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { type Producer } from "../../shared/domain/product.ts";
import { type App } from "../../shared/ports/app.ts";
import { producerWrite } from "../../shared/stores/producers.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { publishProduct, type Published, type PublishProduct } from "../../shared/usecases/publish-product.ts";

export const TAN_VIET_A = "htx-tan-viet-a" as ProducerId;
export const MIEN = "prd_mien" as ProductId;

export const producer: Producer = {
  id: TAN_VIET_A,
  slug: TAN_VIET_A,
  name: "HTX nông sản Tân Việt Á",
  status: "verified",
  district: "Nguyên Bình",
};

export const mien = (more: Partial<PublishProduct> = {}): PublishProduct => ({
  product: {
    id: MIEN,
    name: "Miến dong Tân Việt Á",
    producer: TAN_VIET_A,
    group: "thực phẩm",
    priceStatus: "known",
    units: [{ unit: "gói", pack: "gói 500g", weightG: 500 }],
  },
  offers: [{ unit: "gói", price: vnd(45_000), onHand: 20 }],
  announce: true,
  ...more,
});

export async function addProducer(app: App, one: Producer = producer): Promise<void> {
  await app.table.commit([producerWrite(one, "any")], { token: app.ids.random("cmt") });
}

export async function publish(app: App, wish: PublishProduct): Promise<Published> {
  const published = await carryOut(app, () => publishProduct(app, wish));
  if ("refused" in published) throw new Error(published.code);
  return published;
}
