import { expect, it } from "vitest";
import { type Catalogue, type Listing } from "../../shared/domain/catalogue.ts";
import { type ProducerId, type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { isoTime } from "../../shared/domain/time.ts";
import { lexiconOf } from "./knowledge.ts";

const listing = (name: string, onHand: number): Listing => ({
  id: "mien-dong" as ProductId,
  slug: "mien-dong",
  kind: "goods",
  status: "published",
  name,
  aliases: [],
  producer: "htx" as ProducerId,
  priceStatus: "known",
  shipPolicy: "any",
  offers: [{ unit: "gói", price: vnd(55_000), onHand }],
  seller: { id: "htx" as ProducerId, slug: "htx", name: "HTX", status: "verified" },
});

const catalogue = (version: string, one: Listing): Catalogue => ({ version, builtAt: isoTime(0), listings: [one] });

it("builds no new lexicon for a sale, and one for a new name", () => {
  const before = lexiconOf(catalogue("1", listing("Miến dong", 10)));
  expect(lexiconOf(catalogue("2", listing("Miến dong", 9)))).toBe(before);
  expect(lexiconOf(catalogue("3", listing("Miến khoai", 9)))).not.toBe(before);
});
