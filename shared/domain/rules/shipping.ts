/** What sending a parcel costs the customer: dated data, so that a change of price is a row and not a rewrite. */
import { vnd, type Vnd } from "../money.ts";
import { type IsoDate } from "../time.ts";

type ShippingRule = { from: IsoDate; perParcel: Vnd; source: string };

const RULES: readonly ShippingRule[] = [
  {
    from: "2026-01-01" as IsoDate,
    perParcel: vnd(30_000),
    source: "flat fee chosen for the sample shop; a carrier's table by weight and place replaces it",
  },
];

/** Stays and tours travel to nobody. */
export function shippingFee(day: IsoDate, parcel: { ships: boolean }): Vnd {
  if (!parcel.ships) return vnd(0);
  const rule = RULES.findLast(({ from }) => from <= day);
  if (!rule) throw new Error(`No shipping rule covers ${day}: add one to rules/shipping.ts`);
  return rule.perParcel;
}
