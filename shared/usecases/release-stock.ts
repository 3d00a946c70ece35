/** Gives reserved pieces back to the shelf when an order or a parcel of it falls through. */
import { type OrderLine } from "../domain/order.ts";
import { add, type Table, type Write } from "../ports/table.ts";
import { findForSale, offerKey } from "../stores/products.ts";

/** Lines of one product and unit become one write, as a commit takes one write per key. */
export async function releaseWrites(table: Table, all: readonly OrderLine[]): Promise<readonly Write[]> {
  // A visit took nothing off a shelf.
  const lines = all.filter(({ visit }) => visit === undefined);
  const grouped = [...Map.groupBy(lines, ({ product, unit }) => `${product}\n${unit}`).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, quantity: same.reduce((total, line) => total + line.quantity, 0) }] : [];
  });
  const sales = await findForSale(table, grouped);
  return grouped.map(({ product, unit, quantity }, place) =>
    add(
      offerKey(product, unit),
      sales[place]?.offer.onHand === undefined ? { reserved: -quantity } : { reserved: -quantity, onHand: quantity },
    ),
  );
}
