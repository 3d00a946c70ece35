/**
 * What the law lets the shop do with alcohol: dated rules as data.
 * A strength that nobody stated counts as the strongest there is.
 */
import { type Product } from "../product.ts";
import { fold } from "../text.ts";
import { type IsoDate } from "../time.ts";
import {
  degreesIn,
  isPlainlyOther,
  looksLikeDrink,
  namesAlcohol,
  namesLeafYeast,
  provedStrength,
  strengthOfDrink,
} from "./drink-words.ts";

type AlcoholRule = {
  from: IsoDate;
  /** Percent by volume from which neither advertising nor discounts are allowed. */
  strongFrom: number;
  source: string;
};

const RULES: readonly AlcoholRule[] = [
  {
    from: "2020-01-01" as IsoDate,
    strongFrom: 15,
    source: "Law 44/2019/QH14 on preventing harm of alcohol, art. 5 and 12",
  },
];

type Sold = { unit: string; pack?: string | undefined };

export type Drinkable = Pick<Product, "name" | "aliases" | "nameEn" | "group" | "abv" | "description"> & {
  /** Of a product, or `offers` of a listing. */
  units?: readonly Sold[];
  offers?: readonly Sold[];
};

const namesOf = ({ name, aliases, nameEn }: Drinkable): readonly string[] => [name, ...aliases, nameEn ?? ""];
const soldBy = ({ units = [], offers = [] }: Drinkable): readonly Sold[] => [...units, ...offers];

const groupOf = ({ group }: Drinkable): string => fold(group ?? "").trim();
/** Tea, coffee and juice are filed with the drinks too, and nobody has to state that they hold no alcohol. */
const isFiledAsDrink = (product: Drinkable): boolean => groupOf(product) === "do uong" && !isPlainlyOther(product.name);

const LIQUID = /(?<![a-z])(?:chai|lit|ml|cl|l)(?![a-z])/;

const isLiquid = (product: Drinkable): boolean =>
  soldBy(product).some(({ unit, pack = "" }) => LIQUID.test(fold(`${unit} ${pack}`)));

/** A bottle that belongs to no group and is not plainly something else: nobody can say what is in it. */
const isUnknownLiquid = (product: Drinkable): boolean =>
  groupOf(product) === "" && isLiquid(product) && !isPlainlyOther(product.name);

function isNamedAlcohol(product: Drinkable): boolean {
  const names = namesOf(product);
  if (names.some(namesAlcohol)) return true;
  // Meat is cooked with leaf yeast too: in other groups it takes a bottle.
  const drinkable = isFiledAsDrink(product) || groupOf(product) === "" || isLiquid(product);
  return drinkable && names.some(namesLeafYeast);
}

const isDrink = (product: Drinkable): boolean =>
  isFiledAsDrink(product) || isNamedAlcohol(product) || (isUnknownLiquid(product) && looksLikeDrink(product.name));

const HOLDS_NONE: ReadonlySet<string> = new Set(["thu cong my nghe", "sinh vat canh", "du lich"]);

/** What name, packs and description say; a description's bare degrees may be how cold it is kept, so they only raise it. */
function statedStrength(product: Drinkable, drink: boolean): number | undefined {
  const label = [...namesOf(product), ...soldBy(product).map(({ pack }) => pack ?? "")].join(" ; ");
  const { description = "" } = product;
  const proved = provedStrength(description);
  if (!drink && (HOLDS_NONE.has(groupOf(product)) || isPlainlyOther(product.name)))
    return highest([provedStrength(label), proved]);
  const asDrink = drink || isUnknownLiquid(product);
  const onLabel = asDrink ? strengthOfDrink(label) : degreesIn(label);
  const told = drink ? strengthOfDrink(description) : undefined;
  return highest([onLabel, proved, told !== undefined && told >= strongFrom(LATEST) ? told : undefined]);
}

function highest(strengths: readonly (number | undefined)[]): number | undefined {
  const known = strengths.filter((strength) => strength !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

/** Percent by volume as it counts in law: a drink of unknown strength has 100. */
export function countedAbv(product: Drinkable): number {
  if (product.abv !== undefined) return product.abv;
  const drink = isDrink(product);
  return statedStrength(product, drink) ?? (drink ? 100 : 0);
}

const strongFrom = (day: IsoDate): number => RULES.findLast(({ from }) => from <= day)?.strongFrom ?? 0;

/** The rule of today holds for every day that has none of its own yet. */
const LATEST = "9999-12-31" as IsoDate;

/** May stand in lists, search, feeds and carts. */
export const mayList = (product: Drinkable): boolean => countedAbv(product) < strongFrom(LATEST);

/**
 * May be advertised. Between 0 and 15 % the law wants an age gate and a warning on electronic media;
 * no wall of ours has a gate, so whatever holds alcohol, or may hold it, stays off them.
 */
export const mayPromote = (product: Drinkable): boolean =>
  countedAbv(product) === 0 && (product.abv !== undefined || !isUnknownLiquid(product));
