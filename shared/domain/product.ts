/** A product, and the offers it is sold by. Prices live in offers alone; everything shown comes from here. */
import * as z from "zod/mini";
import { type ProducerId, type ProductId } from "./ids.ts";
import { type Vnd } from "./money.ts";
import { type IsoDate } from "./time.ts";

export const KINDS = ["goods", "stay", "tour"] as const;
export const PRICE_STATUSES = ["known", "seen", "sample", "unknown"] as const;
export const SHIP_POLICIES = ["any", "ground_only", "pickup_only"] as const;
export const PRODUCT_STATUSES = ["draft", "published", "withdrawn"] as const;
/** Groups in the wording of QĐ 148/QĐ-TTg (2023), shortened. */
export const GROUPS = ["thực phẩm", "đồ uống", "dược liệu", "thủ công mỹ nghệ", "sinh vật cảnh", "du lịch"] as const;

const id = <T>() => z.custom<T>((value) => typeof value === "string" && value !== "");
export const dateSchema = z.custom<IsoDate>((value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value));
export const productIdSchema = id<ProductId>();
export const producerIdSchema = id<ProducerId>();

/** One way to buy: "gói" of 500 g. Its price and stock are the offer's. */
export const saleUnitSchema = z.object({
  unit: z.string(),
  /** As printed: "gói 500g". */
  pack: z.optional(z.string()),
  weightG: z.optional(z.number()),
});
export type SaleUnit = z.infer<typeof saleUnitSchema>;

export const productSchema = z.object({
  id: productIdSchema,
  slug: z.string(),
  kind: z.enum(KINDS),
  status: z.enum(PRODUCT_STATUSES),
  name: z.string(),
  nameEn: z.optional(z.string()),
  aliases: z.array(z.string()),
  scheme: z.optional(z.string()),
  group: z.optional(z.string()),
  /** As certified; show only through rules/stars.ts. */
  stars: z.optional(z.number()),
  certificate: z.optional(z.string()),
  certifiedOn: z.optional(dateSchema),
  /** Year a source names the recognition in; no proof of a valid certificate. */
  recognisedYear: z.optional(z.number()),
  producer: producerIdSchema,
  commune: z.optional(z.string()),
  district: z.optional(z.string()),
  /** The first is the default. */
  units: z.array(saleUnitSchema),
  priceStatus: z.enum(PRICE_STATUSES),
  /** "MM-DD"; a season may run over New Year. */
  season: z.optional(z.object({ from: z.string(), to: z.string() })),
  shelfLife: z.optional(z.string()),
  storage: z.optional(z.string()),
  ingredients: z.optional(z.string()),
  shipPolicy: z.enum(SHIP_POLICIES),
  /** Percent by volume; absent on a drink counts as ≥ 15 (rules/alcohol.ts). */
  abv: z.optional(z.number()),
  licenceNo: z.optional(z.string()),
  licenceUntil: z.optional(dateSchema),
  claimClass: z.optional(z.string()),
  originProof: z.optional(z.string()),
  description: z.optional(z.string()),
  /** Blob key or absolute https address. */
  photo: z.optional(z.string()),
  /** Where the facts come from; shown to the office. */
  source: z.optional(z.string()),
});
export type Product = z.infer<typeof productSchema>;

/**
 * Price and counters of one product in one unit. `price` absent = may be asked about, not ordered;
 * `onHand` absent = made to order, not counted. Initial stock = on hand + reserved + sold, always.
 */
export type Offer = {
  product: ProductId;
  unit: string;
  price?: Vnd;
  onHand?: number;
  reserved: number;
  sold: number;
};

export const producerSchema = z.object({
  id: producerIdSchema,
  slug: z.string(),
  name: z.string(),
  /** HTX, tổ hợp tác, doanh nghiệp, hộ kinh doanh. */
  type: z.optional(z.string()),
  phone: z.optional(z.string()),
  status: z.enum(["draft", "verified", "suspended"]),
  verifiedBy: z.optional(z.string()),
  verifiedAt: z.optional(z.string()),
  commune: z.optional(z.string()),
  district: z.optional(z.string()),
  bankBin: z.optional(z.string()),
  bankAccount: z.optional(z.string()),
  /** True where phone or bank details are invented for the sample shop. */
  sample: z.optional(z.boolean()),
});
export type Producer = z.infer<typeof producerSchema>;
