/** Who of the staff has a chat: without one, orders and customers who need a person reach them by a call alone. */
import { type Product } from "../../shared/domain/product.ts";
import { type Role } from "../../shared/domain/staff.ts";
import { type Table } from "../../shared/ports/table.ts";
import { bindingsOf } from "../../shared/stores/staff.ts";
import { type Finding } from "./finding.ts";

/** Of producers that have goods on sale. Counts, since a province has hundreds. */
export async function staffBound(table: Table, products: readonly Product[]): Promise<readonly Finding[]> {
  const isBound = async (role: Role): Promise<boolean> => (await bindingsOf(table, role)).length > 0;
  const onSale = products.filter(({ status }) => status === "published");
  const producers = [...new Set(onSale.map(({ producer }) => producer))];
  if (producers.length === 0) return [];
  const bound = await Promise.all(producers.map((producer) => isBound({ role: "producer", producer })));
  const unbound = producers.filter((_, place) => bound[place] === false);
  return [...((await isBound({ role: "office" })) ? [] : [NO_OFFICE]), ...unboundFinding(unbound, producers.length)];
}

const NO_OFFICE: Finding = {
  level: "note",
  about: "office",
  text: "no phone is bound, so nobody hears of customers who need a person, or of orders to call about. Bind one with npm run invite -- office",
};

function unboundFinding([first, ...others]: readonly string[], all: number): readonly Finding[] {
  if (first === undefined) return [];
  const text = `${others.length + 1} of ${all} with goods on sale have no phone bound, so their orders go to the office. Bind each with npm run invite -- producer ID, ${first} for one`;
  return [{ level: "note", about: "producers", text }];
}
