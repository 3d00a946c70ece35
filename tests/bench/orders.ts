/**
 * Whole orders, each three messages of a new customer (what they want, where it goes, yes), from the first signed
 * webhook over HTTP to the last reply at the provider's door, with all that follows from them: `npm run bench -- orders`.
 */
import { type ProductId } from "../../shared/domain/ids.ts";
import { add } from "../../shared/ports/table.ts";
import { allOrders } from "../../shared/stores/orders.ts";
import { offerKey } from "../../shared/stores/products.ts";
import { type Talk } from "./buyers.ts";
import { type Row } from "./row.ts";
import { type BenchShop, openBenchShop } from "./shop.ts";

const ORDERS = 400;
const WARM_UP = 100;
const SAYS = [
  "cho mình 2 gói miến dong",
  "Nguyễn Văn Nam, 0912 345 678, số 25 Hoàng Đình Giong, phường Thục Phán, Cao Bằng",
  "ừ",
];

const orders = (first: number, count: number): readonly Talk[] =>
  Array.from({ length: count }, (_, n) => ({ chat: first + n, says: SAYS }));

export default async function bench(): Promise<readonly Row[]> {
  const shop = await openBenchShop();
  try {
    await restock(shop);
    await shop.measure(orders(1000, WARM_UP), 4);
    const rows = [
      { what: "orders, one after another", ...(await shop.measure(orders(10_000, ORDERS), 1)) },
      { what: "orders, 16 at once", ...(await shop.measure(orders(20_000, ORDERS), 16)) },
    ];
    await expectOrders(shop, WARM_UP + 2 * ORDERS);
    return rows;
  } finally {
    await shop.close();
  }
}

/** What is on the shelf for a test is gone after fifty orders. */
async function restock({ home: { app } }: BenchShop): Promise<void> {
  const plenty = add(offerKey("mien-dong" as ProductId, "gói"), { onHand: 1_000_000 });
  await app.table.commit([plenty], { token: app.ids.random("cmt") });
}

/** A figure for orders that were not placed would be a figure for something else. */
async function expectOrders({ home }: BenchShop, wanted: number): Promise<void> {
  let placed = 0;
  for await (const { status } of allOrders(home.app.table)) if (status === "placed") placed++;
  if (placed !== wanted) throw new Error(`${placed} orders were placed where ${wanted} were asked for`);
}
