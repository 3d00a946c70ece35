/** By what a product is sold, at what price, and how much there is, as a row says. */
import { type Vnd } from "../domain/money.ts";
import { type Product, type SaleUnit } from "../domain/product.ts";
import { type OfferWish } from "../stores/products.ts";
import { type Cells } from "./import-cells.ts";
import { gramsOf, readMoney, readNumber, readPriceStatus } from "./import-values.ts";
import { sameName } from "./product-identity.ts";

type Priced = { unit: SaleUnit; price?: Vnd | null };

export type ReadUnits = {
  units: SaleUnit[];
  offers: readonly OfferWish[];
  priceStatus: Partial<Pick<Product, "priceStatus">>;
};

const MONEY = ["is no price", "write whole đồng, such as 45000, 45.000 or 45k, or leave it blank"] as const;

export function readUnits(cells: Cells): ReadUnits {
  const priced = joined(cells, readList(cells));
  const stock = readStock(cells, priced[0]?.unit);
  const offers = priced.map(({ unit, price }, place) => ({
    unit: unit.unit,
    ...(price === undefined ? {} : { price }),
    ...(place === 0 && stock !== undefined ? { listed: stock } : {}),
  }));
  if (priced.length === 0)
    cells.fault("unit", ["is blank", "say what it is sold by, such as gói, chai, kg (Đơn vị tính)"]);
  return { units: priced.map(({ unit }) => unit), offers, priceStatus: statusOf(cells, priced) };
}

/** "40", or "40 gói" where it is sold by gói. */
function readStock(cells: Cells, sold: SaleUnit | undefined): number | undefined {
  const [amount = "", unit = ""] =
    /^([\d.,\s]*\d)\s*(\p{L}[\p{L}\s]*)$/u.exec(cells.text("stock") ?? "")?.slice(1) ?? [];
  if (unit !== "" && sold && !isUnit(unit, sold))
    cells.fault("stock", [`counts ${unit}, and it is sold by ${sold.unit}`, `write how many ${sold.unit} there are`]);
  const problem = ["is no stock", "write the number of pieces, such as 40"] as const;
  const number = cells.read("stock", (text) => readNumber(amount === "" ? text : amount), problem);
  if (number === undefined || number <= MOST_STOCK) return number && Math.round(number * 1000) / 1000;
  cells.fault("stock", problem);
  return undefined;
}

const MOST_STOCK = 1_000_000;

const isUnit = (said: string, { unit, pack = "" }: SaleUnit): boolean =>
  [unit, pack, `${unit} ${pack}`].some((known) => sameName(known) === sameName(said));

/** `units`: "gói:45000:gói 500g|kg:85000". */
function readList(cells: Cells): readonly Priced[] {
  const text = cells.text("units");
  if (text === undefined) return [];
  const seen = new Set<string>();
  return text.split("|").flatMap((entry) => {
    const [unit = "", amount = "", ...packs] = entry.split(":").map((part) => part.trim());
    const price = amount === "" ? null : readMoney(amount);
    if (unit === "" || price === undefined || seen.has(unit)) {
      const why = unit === "" || seen.has(unit) ? "names no unit of its own" : "holds no price";
      cells.fault("units", [
        `"${entry.trim()}" ${why}`,
        "write unit:price:pack|unit:price:pack, such as gói:45000:gói 500g|kg:85000",
      ]);
      return [];
    }
    seen.add(unit);
    return [{ unit: saleUnit(unit, packs.join(":")), price }];
  });
}

/** The columns unit, pack, weight_g and price_vnd speak of the first unit. */
function joined(cells: Cells, list: readonly Priced[]): readonly Priced[] {
  const name = cells.text("unit")?.replaceAll("\n", " ") ?? list[0]?.unit.unit;
  const weight = cells.read("weight_g", (text) => readNumber(text) ?? gramsOf(text), WEIGHT);
  const { price, per } = readPrice(cells);
  if (name === undefined) return [];
  if (name.length > 40) cells.fault("unit", ["is too long", "shorten it to 40 characters"]);
  const same = list.find(({ unit }) => unit.unit === name);
  if (same && price !== undefined && same.price !== null && same.price !== price)
    cells.fault("price_vnd", ["differs from the price of that unit in units", "leave one of the two blank"]);
  const said = saleUnit(name, cells.text("pack") ?? same?.unit.pack ?? "", weight ?? same?.unit.weightG);
  if (per !== undefined && !isUnit(per, said))
    cells.fault("price_vnd", [`is for one ${per}, and it is sold by ${name}`, `write the price of one ${name}`]);
  const known = price ?? same?.price ?? (cells.has("price_vnd") || same ? null : undefined);
  const first: Priced = known === undefined ? { unit: said } : { unit: said, price: known };
  return [first, ...list.filter((one) => one !== same)];
}

const WEIGHT = ["is no weight", "write grams, such as 500"] as const;

/** "45.000đ/gói" says what it is the price of. */
function readPrice(cells: Cells): { price?: Vnd; per?: string } {
  const per = /^[^/]+\/\s*(?:1\s*)?(\p{L}[^/]*)$/u.exec(cells.text("price_vnd") ?? "")?.[1]?.trim();
  const amount = (text: string): string => (per === undefined ? text : text.replace(/\/.*$/s, ""));
  const price = cells.read("price_vnd", (text) => readMoney(amount(text)), MONEY);
  return { ...(price !== undefined && { price }), ...(price !== undefined && per !== undefined && { per }) };
}

function saleUnit(unit: string, pack: string, weight?: number): SaleUnit {
  const grams = weight ?? gramsOf(pack) ?? (unit.toLowerCase() === "kg" ? 1000 : undefined);
  return {
    unit,
    ...(pack === "" ? {} : { pack }),
    ...(grams === undefined || grams <= 0 ? {} : { weightG: grams }),
  };
}

/** A price that nobody marked is known; where the file speaks of no prices, nothing is said of them. */
function statusOf(cells: Cells, priced: readonly Priced[]): ReadUnits["priceStatus"] {
  const said = cells.read("price_status", readPriceStatus, ["is no status", "write known, seen, sample or unknown"]);
  const hasPrice = priced.some(({ price }) => price !== undefined && price !== null);
  if (said === "unknown" && hasPrice)
    cells.fault("price_status", ["says unknown, but there is a price", "write known, seen or sample"]);
  if (hasPrice) return { priceStatus: said ?? "known" };
  return cells.has("price_vnd") || cells.has("units") || said !== undefined ? { priceStatus: "unknown" } : {};
}
