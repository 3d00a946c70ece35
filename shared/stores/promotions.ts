/**
 * Promotions with their posts, and the codes that lead back to them.
 * Access: one promotion (strong) · the promotion behind a code · all promotions by the time they were drafted (index,
 * keys only).
 * Cost of drafting: 1 unit per KB and 1 for the index entry, 1 for the code; of posting: 2 rewrites a wall, no index.
 */
import { type Code, type PromotionId } from "../domain/ids.ts";
import { type Promotion, type Subject, subjectOf } from "../domain/promotion.ts";
import { type Key, put, type Table, type When, type Write } from "../ports/table.ts";
import { pages } from "./conversations.ts";
import { fromItem, record } from "./record.ts";

const key = (id: PromotionId): Key => ({ pk: `promotion#${id}`, sk: "promotion" });
/** Codes of promotions and of orders are of one space, so that one code never means two things. */
const codeKey = (code: Code): Key => ({ pk: `code#${code}`, sk: "code" });

const write = (promotion: Promotion, when: When): Write =>
  put(
    record(key(promotion.id), promotion, { gsi1pk: "promotions", gsi1sk: `${promotion.draftedAt}#${promotion.id}` }),
    when,
  );

/** Refused when this promotion was drafted before, or its code is taken. */
export const newPromotionWrites = (promotion: Promotion): readonly Write[] => [
  write(promotion, "absent"),
  put(record(codeKey(promotion.code), { promotion: promotion.id, ...subjectOf(promotion) }), "absent"),
];

/** The promotion as it stands now, refused if it changed since it was read. */
export const promotionWrite = (promotion: Promotion): Write => write(promotion, { version: promotion.version });

export async function findPromotion(table: Table, id: PromotionId): Promise<Promotion | undefined> {
  const item = await table.get(key(id), { strong: true });
  return item && fromItem<Promotion>(item);
}

/** Those of the ids that have been drafted. */
export async function knownPromotions(table: Table, ids: readonly PromotionId[]): Promise<ReadonlySet<PromotionId>> {
  const items = await table.getMany(ids.map(key));
  return new Set(ids.filter((_, place) => items[place] !== undefined));
}

export type Promoted = { promotion: PromotionId } & Subject;

/** What a code in a link leads to; undefined for codes of orders and for unknown ones. */
export async function findPromoted(table: Table, code: Code): Promise<Promoted | undefined> {
  const item = await table.get(codeKey(code));
  if (!item) return undefined;
  const found: (Promoted | { promotion?: undefined }) & { version?: number } = fromItem(item);
  delete found.version;
  return found.promotion === undefined ? undefined : found;
}

/** Every promotion, oldest first. */
export async function* allPromotions(table: Table): AsyncGenerator<Promotion> {
  for await (const keys of pages(table, { index: "gsi1", pk: "promotions" })) {
    const items = await table.getMany(keys);
    for (const item of items) if (item) yield fromItem<Promotion>(item);
  }
}
