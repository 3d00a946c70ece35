/** The small shop of the journeys: three producers, goods by weight and by pack, a spirit that may not be sold. */
import { type ProducerId, type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { type Producer, type Product } from "../../shared/domain/product.ts";
import { slugify } from "../../shared/domain/text.ts";
import { type Home } from "../../local/home/open-home.ts";
import { producerWrite } from "../../shared/stores/producers.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { publishProduct } from "../../shared/usecases/publish-product.ts";

const PRODUCERS = ["HTX Tân Việt Á", "HTX Tâm Hòa", "Cơ sở Trúc Mai"];

type Row = {
  id: string;
  name: string;
  producer: number;
  group: string;
  offers: readonly [unit: string, price: number, stock: number, weightG?: number][];
  aliases?: readonly string[];
} & Partial<Pick<Product, "abv">>;

const ROWS: readonly Row[] = [
  {
    id: "mien-dong",
    name: "Miến dong Tân Việt Á",
    producer: 0,
    group: "thực phẩm",
    offers: [["gói", 55_000, 100, 500]],
    aliases: ["miến dong"],
  },
  { id: "mien-khoai", name: "Miến khoai", producer: 0, group: "thực phẩm", offers: [["gói", 40_000, 100, 500]] },
  {
    id: "lap-suon",
    name: "Lạp sườn Tâm Hòa",
    producer: 1,
    group: "thực phẩm",
    offers: [["kg", 250_000, 50]],
    aliases: ["lạp sườn", "lạp xưởng"],
  },
  {
    id: "hat-de",
    name: "Hạt dẻ Trùng Khánh",
    producer: 1,
    group: "thực phẩm",
    offers: [["kg", 120_000, 10]],
    aliases: ["hạt dẻ"],
  },
  {
    id: "nam-huong",
    name: "Nấm hương Trúc Mai",
    producer: 2,
    group: "thực phẩm",
    offers: [["gói", 90_000, 40, 200]],
    aliases: ["nấm hương"],
  },
  {
    id: "ruou-ngo",
    name: "Rượu ngô Đại Hoàng",
    producer: 2,
    group: "đồ uống",
    offers: [["chai", 150_000, 20]],
    aliases: ["rượu ngô"],
  },
];

export const producerId = (place: number): ProducerId => `htx-${place}` as ProducerId;

export async function stockCatalogue(home: Home): Promise<void> {
  const { app } = home;
  const producers = PRODUCERS.map((name, place): Producer => ({
    id: producerId(place),
    slug: slugify(name),
    name,
    status: "verified",
  }));
  await app.table.commit(
    producers.map((producer) => producerWrite(producer, "absent")),
    { token: "producers" },
  );
  for (const { id, name, producer, group, offers, aliases = [] } of ROWS) {
    const units = offers.map(([unit, , , weightG]) => ({
      unit,
      ...(weightG === undefined ? {} : { weightG, pack: `${unit} ${weightG}g` }),
    }));
    await carryOut(app, () =>
      publishProduct(app, {
        product: {
          id: id as ProductId,
          name,
          producer: producerId(producer),
          group,
          aliases: [...aliases],
          units,
          priceStatus: "sample",
          status: "published",
        },
        offers: offers.map(([unit, price, onHand]) => ({ unit, price: vnd(price), onHand })),
        announce: false,
      }),
    );
  }
  await home.settle();
}
