/** What the commit of an order costs: paying by transfer adds a few bytes to it, and no item. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Table, type Write } from "../../shared/ports/table.ts";
import { type Market, openMarket } from "../journeys/market.ts";
import { openAccounts } from "./paying.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
  await openAccounts(market);
});
afterEach(() => market.close());

const WHO = "Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán";
const KB = 1024;

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** In a transaction each KB of an item is two units; a new entry of the index is one, since it holds keys alone. */
const unitsOf = (write: Write): number => {
  const attributes: readonly (readonly [string, unknown])[] = Object.entries(
    write.do === "put" ? write.item : write.key,
  );
  const bytes = attributes.reduce((sum, [name, value]) => sum + Buffer.byteLength(name + textOf(value)), 0);
  const indexed = write.do === "put" && write.item["gsi1pk"] !== undefined ? 1 : 0;
  return 2 * Math.ceil(bytes / KB) + indexed;
};

async function commitOf(chat: string, ...words: readonly string[]): Promise<readonly Write[]> {
  const commits: (readonly Write[])[] = [];
  const table = market.home.app.table as { commit: Table["commit"] };
  const commit = table.commit.bind(table);
  table.commit = (writes, options) => {
    commits.push(writes);
    return commit(writes, options);
  };
  const customer = market.person("webchat", chat);
  for (const said of words) await customer.tell(said);
  table.commit = commit;
  return commits.find((writes) => writes.some((write) => write.do === "put" && write.item.pk.startsWith("order#")))!;
}

const units = (writes: readonly Write[]): number => writes.reduce((sum, write) => sum + unitsOf(write), 0);

it("has no item more by transfer than on delivery, and two units more for the slip in its turn", async () => {
  const goods = `2 gói miến dong, 3 gói miến khoai, ${WHO}`;
  const delivered = await commitOf("900001", goods, "ừ");
  const transferred = await commitOf("900002", goods, "chuyển khoản", "ừ");
  expect(transferred.map((write) => write.do)).toEqual(delivered.map((write) => write.do));
  expect(units(transferred) - units(delivered)).toBeLessThanOrEqual(2);
});
