/** When OCOP stars may be shown: dated rules as data. A certificate ends, and then so do its stars. */
import { type Product } from "../product.ts";
import { addMonths, type IsoDate } from "../time.ts";

type StarsRule = { from: IsoDate; validMonths: number; source: string };

const RULES: readonly StarsRule[] = [
  {
    from: "2019-08-21" as IsoDate,
    validMonths: 36,
    source: "QĐ 1048/QĐ-TTg (2019) and QĐ 148/QĐ-TTg (2023): 36 months from the day the recognition was signed",
  },
];

export type Certified = Pick<Product, "stars" | "certifiedOn" | "recognisedYear">;

/** The stars of a certificate that is in force on this day. */
export function starsOn({ stars, certifiedOn }: Certified, day: IsoDate): number | undefined {
  if (stars === undefined || certifiedOn === undefined || day < certifiedOn) return undefined;
  const rule = RULES.findLast(({ from }) => from <= certifiedOn);
  return rule && day < addMonths(certifiedOn, rule.validMonths) ? stars : undefined;
}

/**
 * What may be said of the certification on this day: "OCOP 4 sao", or that a source names it without a date;
 * undefined where there is nothing to say, as after a certificate has ended.
 */
export function starsWords(product: Certified, day: IsoDate): string | undefined {
  const stars = starsOn(product, day);
  if (stars !== undefined) return `OCOP ${stars} sao`;
  if (product.certifiedOn !== undefined) return undefined;
  if (product.recognisedYear !== undefined)
    return `OCOP: công bố năm ${product.recognisedYear}, chưa có ngày chứng nhận`;
  return product.stars === undefined ? undefined : "OCOP: đã công bố, chưa có ngày chứng nhận";
}
