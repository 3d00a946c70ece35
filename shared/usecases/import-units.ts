/** By what a product is sold, at what price, and how much there is, as a row says. */
import { type Vnd } from "../domain/money.ts";
import { type Product, type SaleUnit } from "../domain/product.ts";
import { type OfferWish } from "../stores/products.ts";
import { type Cells } from "./import-cells.ts";
import { gramsOf, readMoney, readNumber, readPriceStatus } from "./import-values.ts";

type Priced = { unit: SaleUnit; price?: Vnd | null };

export type ReadUnits = {
  units: SaleUnit[];
  offers: readonly OfferWish[];
  priceStatus: Partial<Pick<Product, "priceStatus">>;
};

const MONEY = ["is no price", "write whole đồng, such as 45000, 45.000 or 45k, or leave it blank"] as const;

export function readUnits(cells: Cells): ReadUnits {
  const priced = joined(cells, readList(cells));
  const stock = cells.read("stock", readStock, ["is no stock", "write the number of pieces, such as 40"]);
  const offers = priced.map(({ unit, price }, place) => ({
    unit: unit.unit,
    ...(price === undefined ? {} : { price }),
    ...(place === 0 && stock !== undefined ? { listed: stock } : {}),
  }));
  if (priced.length === 0)
    cells.fault("unit", ["is blank", "say what it is sold by, such as gói, chai, kg (Đơn vị tính)"]);
  return { units: priced.map(({ unit }) => unit), offers, priceStatus: statusOf(cells, priced) };
}

function readStock(text: string): number | undefined {
  const number = readNumber(text);
  return number !== undefined && number <= 1_000_000 ? Math.round(number * 1000) / 1000 : undefined;
}

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
  const weight = cells.read("weight_g", readNumber, ["is no weight", "write grams, such as 500"]);
  const price = cells.read("price_vnd", readMoney, MONEY);
  if (name === undefined) return [];
  if (name.length > 40) cells.fault("unit", ["is too long", "shorten it to 40 characters"]);
  const same = list.find(({ unit }) => unit.unit === name);
  if (same && price !== undefined && same.price !== null && same.price !== price)
    cells.fault("price_vnd", ["differs from the price of that unit in units", "leave one of the two blank"]);
  const said = saleUnit(name, cells.text("pack") ?? same?.unit.pack ?? "", weight ?? same?.unit.weightG);
  const known = price ?? same?.price ?? (cells.has("price_vnd") || same ? null : undefined);
  const first: Priced = known === undefined ? { unit: said } : { unit: said, price: known };
  return [first, ...list.filter((one) => one !== same)];
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
