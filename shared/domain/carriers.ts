/** Who carries a parcel that a producer hands over themselves: as they are called, and as people type it. */

/** Folded words → the name shown to the customer. */
const CARRIERS: readonly (readonly [said: RegExp, name: string])[] = [
  [/viettel(?: ?post)?|\bvtp\b/, "Viettel Post"],
  [/vn ?post|vietnam post|buu dien|\bems\b/, "VNPost"],
  [/\bghtk\b|giao hang tiet kiem/, "GHTK"],
  [/\bghn\b|giao hang nhanh/, "GHN"],
  [/j ?& ?t|\bjnt\b/, "J&T"],
  [/\bspx\b|shopee express/, "SPX"],
  [/ninja ?van/, "Ninja Van"],
  [/best express/, "Best Express"],
  [/xe khach|nha xe|gui xe|gui theo xe/, "xe khách"],
];

export const carrierIn = (folded: string): string | undefined => CARRIERS.find(([said]) => said.test(folded))?.[1];
