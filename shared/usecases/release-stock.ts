/** Moves the pieces of parcels between the shelf, what is reserved and what is sold: none is made, none is lost. */
import { type OrderLine } from "../domain/order.ts";
import { type Count } from "../domain/parcel-states.ts";
import { add, type Table, type Write } from "../ports/table.ts";
import { offerKey, offerOf } from "../stores/products.ts";

/** Gives reserved pieces back to the shelf when an order or a parcel of it falls through. */
export const releaseWrites = (table: Table, lines: readonly OrderLine[]): Promise<readonly Write[]> =>
  moveWrites(table, lines, { from: "reserved", to: "shelf" });

/** Lines of one product and unit become one write, as a commit takes one write per key. */
export async function moveWrites(
  table: Table,
  all: readonly OrderLine[],
  { from, to }: { from: Count; to: Count },
): Promise<readonly Write[]> {
  if (from === to) return [];
  // A visit took nothing off a shelf.
  const lines = all.filter(({ visit }) => visit === undefined);
  const grouped = [...Map.groupBy(lines, ({ product, unit }) => `${product}\n${unit}`).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, quantity: same.reduce((total, line) => total + line.quantity, 0) }] : [];
  });
  const items = await table.getMany(grouped.map(({ product, unit }) => offerKey(product, unit)));
  return grouped.map(({ product, unit, quantity }, place) => {
    const counted = offerOf(product, unit, items[place]).onHand !== undefined;
    return add(offerKey(product, unit), { ...delta(from, -quantity, counted), ...delta(to, quantity, counted) });
  });
}

/** What is made to order lies on no shelf. */
const delta = (where: Count, quantity: number, counted: boolean): Readonly<Record<string, number>> =>
  where === "shelf" ? (counted ? { onHand: quantity } : {}) : { [where]: quantity };
