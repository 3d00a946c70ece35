/**
 * What the law lets the shop do with alcohol: dated rules as data.
 * A strength that nobody stated counts as the strongest there is.
 */
import { type Product } from "../product.ts";
import { fold, nfc } from "../text.ts";
import { type IsoDate } from "../time.ts";

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

export type Drinkable = Pick<Product, "name" | "aliases" | "nameEn" | "group" | "abv">;

/** As a word of its own: "rượu", also without accents; "tửu"; what foreigners call it. */
const ALCOHOL_WORDS = /(?<!\p{L})(?:rượu|ruou|tửu|bia|vodka|whisky|whiskey|wine|liquor|spirits?|beer)(?!\p{L})/iu;

const namedAlcohol = ({ name, aliases, nameEn }: Drinkable): boolean =>
  [name, ...aliases, nameEn ?? ""].some((text) => ALCOHOL_WORDS.test(nfc(text)));

const isDrink = ({ group }: Drinkable): boolean => fold(group ?? "") === "do uong";

/** Percent by volume as it counts in law: unknown is 100. */
export const countedAbv = (product: Drinkable): number =>
  product.abv ?? (isDrink(product) || namedAlcohol(product) ? 100 : 0);

const strongFrom = (day: IsoDate): number => RULES.findLast(({ from }) => from <= day)?.strongFrom ?? 0;

/** The rule of today holds for every day that has none of its own yet. */
const LATEST = "9999-12-31" as IsoDate;

/** May stand in lists, search, feeds and carts. */
export const mayList = (product: Drinkable): boolean => countedAbv(product) < strongFrom(LATEST);

/**
 * May be advertised. Between 0 and 15 % the law wants an age gate and a warning on electronic media;
 * no wall of ours has a gate, so whatever holds alcohol stays off them.
 */
export const mayPromote = (product: Drinkable): boolean => countedAbv(product) === 0;
