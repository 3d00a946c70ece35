/** The shop of the corpus: its forty products, shared out over four verified producers, at the prices given. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ProducerId, type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { type Producer, type SaleUnit } from "../../shared/domain/product.ts";
import { slugify } from "../../shared/domain/text.ts";
import { type Home } from "../../local/home/open-home.ts";
import { producerWrite } from "../../shared/stores/producers.ts";
import { gramsOf } from "../../shared/usecases/import-values.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { publishProduct } from "../../shared/usecases/publish-product.ts";

type Row = {
  id: string;
  name: string;
  group: string;
  aliases: readonly string[];
  units: readonly { unit: string; pack: string; price_vnd: number }[];
};

const ROWS = (
  JSON.parse(readFileSync(join(import.meta.dirname, "../understanding/catalogue.json"), "utf8")) as {
    products: readonly Row[];
  }
).products;

/** The corpus says "drink" of teas and of spirits alike: a tea is stated to hold no alcohol, a spirit states nothing. */
const GROUPS: Readonly<Record<string, string>> = {
  food: "thực phẩm",
  drink: "đồ uống",
  herb: "dược liệu",
  fabric: "thủ công mỹ nghệ",
  craft: "thủ công mỹ nghệ",
  tourism: "du lịch",
};
const isTea = ({ id }: Row): boolean => id.startsWith("tra-") || id.startsWith("che-");

const PRODUCERS = ["HTX Nông sản Pác Bó", "HTX Hương rừng", "Cơ sở Lan Rừng", "Hộ kinh doanh Bế Văn Sắt"];
const producerId = (place: number): ProducerId => `htx-${place}` as ProducerId;

const kindOf = ({ id, group }: Row) => (group !== "tourism" ? "goods" : id.startsWith("tour") ? "tour" : "stay");

function saleUnit({ unit, pack }: Row["units"][number]): SaleUnit {
  const weightG = gramsOf(pack);
  return { unit, pack, ...(weightG === undefined ? {} : { weightG }) };
}

export async function stockCorpus(home: Home): Promise<void> {
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
  for (const [place, row] of ROWS.entries()) {
    const { id, name, group, aliases, units } = row;
    await carryOut(app, () =>
      publishProduct(app, {
        product: {
          id: id as ProductId,
          name,
          producer: producerId(place % PRODUCERS.length),
          kind: kindOf(row),
          group: GROUPS[group] ?? group,
          aliases: [...aliases],
          units: units.map(saleUnit),
          priceStatus: "known",
          status: "published",
          ...(isTea(row) ? { abv: 0 } : {}),
        },
        offers: units.map(({ unit, price_vnd }) => ({ unit, price: vnd(price_vnd) })),
        announce: false,
      }),
    );
  }
  await home.settle();
}
