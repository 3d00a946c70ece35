/** The catalogue as it was a moment ago: what dialogue and pages read. Prices are settled again at commit. */
import { type Offer, type Producer, type Product, type SaleUnit } from "./product.ts";
import { type IsoTime } from "./time.ts";

export type ListedOffer = SaleUnit & Pick<Offer, "price" | "onHand">;

export type ListedProducer = Pick<
  Producer,
  "id" | "slug" | "name" | "type" | "status" | "commune" | "district" | "sample"
> & {
  /** It has an account that money can be transferred to; which one is not for the catalogue to tell. */
  transfers?: true;
};

export type Listing = Omit<Product, "units"> & {
  readonly offers: readonly ListedOffer[];
  readonly seller: ListedProducer;
};

export type Catalogue = {
  /** Changes whenever anything in it does. */
  readonly version: string;
  readonly builtAt: IsoTime;
  /** Published products alone, by name. */
  readonly listings: readonly Listing[];
};
