/** What of the sample is still in the data: in a real shop each is wrong, and named so that it can be found in the office's list. */
import { type Fair } from "../../shared/domain/fair.ts";
import { type Producer, type Product } from "../../shared/domain/product.ts";
import { type Finding } from "./finding.ts";

export type Goods = {
  products: readonly Product[];
  producers: readonly Producer[];
  fairs: readonly Fair[];
};

/** `sampleShop`: there it is as it should be. */
export function sampleLeft({ products, producers, fairs }: Goods, sampleShop: boolean): readonly Finding[] {
  const invented = producers.filter(({ sample }) => sample === true);
  const parts: readonly [what: string, names: readonly string[], cure: string][] = [
    ["invented prices", namesOf(products.filter(({ priceStatus }) => priceStatus === "sample")), PRICES],
    ["drawn pictures", namesOf(products.filter(({ photo }) => isDrawn(photo))), PICTURES],
    ["invented phones", namesOf(invented.filter(({ phone }) => phone !== undefined)), PHONES],
    ["invented bank accounts", namesOf(invented.filter(({ bankAccount }) => bankAccount !== undefined)), ACCOUNTS],
    ["fairs whose days nobody has confirmed", namesOf(fairs.filter(({ expected }) => expected === true)), FAIRS],
  ];
  return parts.flatMap(([what, names, cure]) => {
    if (names.length === 0) return [];
    const level = sampleShop || cure === FAIRS ? "note" : "wrong";
    return [{ level, about: `sample: ${what}`, text: `${names.length} (${listed(names)}). ${cure}` }];
  });
}

const BY_IMPORT = "with npm run import -- FILE.xlsx";
const PRICES = `Take the real ones in ${BY_IMPORT}: price_vnd, and price_status known`;
const PICTURES = `Take real ones in ${BY_IMPORT}: an https address under photo, or let the producer send one`;
const PHONES = `Take the real ones in ${BY_IMPORT}: producer_phone`;
const ACCOUNTS = `Take the real ones in ${BY_IMPORT}: bank_bin and bank_account`;
const FAIRS = "They are shown as expected, until their organizer announces them";

/** As the sample draws them; a person sends no drawing. */
const isDrawn = (photo: string | undefined): boolean => photo?.startsWith("photos/") === true && photo.endsWith(".svg");

const namesOf = (some: readonly { name: string }[]): readonly string[] => some.map(({ name }) => name);

const MOST_LISTED = 5;

const listed = (names: readonly string[]): string =>
  names.length <= MOST_LISTED
    ? names.join(", ")
    : `${names.slice(0, MOST_LISTED).join(", ")} and ${names.length - MOST_LISTED} more`;
