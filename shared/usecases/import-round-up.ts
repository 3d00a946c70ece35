/**
 * One promotion for the many new products of a list. What it is to tell of is written down before the first of them goes in, and
 * becomes a round-up with its event once all are in: an import that is broken off in between leaves it to the next one.
 */
import { CatalogueExtended } from "../../events/catalogue.ts";
import { type ProductId, type RoundUpId } from "../domain/ids.ts";
import { LEAST_IN_ROUND_UP, MOST_IN_ROUND_UP, type RoundUp } from "../domain/round-up.ts";
import { type App } from "../ports/app.ts";
import { type Table } from "../ports/table.ts";
import { happened } from "../stores/outbox.ts";
import { allRoundUps, findOpen, newRoundUpWrite, openWrite } from "../stores/round-ups.ts";
import { carryOut, type Plan } from "./plan.ts";

/** What was left open first; [] where it is too little for a promotion of many. */
export function together(open: readonly ProductId[], products: readonly ProductId[]): readonly ProductId[] {
  const all = [...new Set([...open, ...products])].slice(0, MOST_IN_ROUND_UP);
  return all.length < LEAST_IN_ROUND_UP ? [] : all;
}

/** Every product that a round-up has told of. */
export async function toldTogether(table: Table): Promise<ReadonlySet<ProductId>> {
  const roundUps = await Array.fromAsync(allRoundUps(table));
  return new Set(roundUps.flatMap(({ products }) => products));
}

/** Before the products go in. */
export async function openRoundUp(app: App, products: readonly ProductId[]): Promise<void> {
  if (products.length === 0) return;
  await carryOut(app, async () => {
    const open = await findOpen(app.table);
    return { ...NOTHING, writes: [openWrite(open, together(open.products, products))] };
  });
}

/** Once they are in: what of them is still open becomes a round-up. What another import closed meanwhile, that one tells of. */
export async function closeRoundUp(app: App, products: readonly ProductId[]): Promise<void> {
  const id = app.ids.random("rup") as RoundUpId;
  await carryOut(app, async () => {
    const open = await findOpen(app.table);
    const mine = new Set(products);
    const told = open.products.filter((product) => mine.has(product));
    const left = open.products.filter((product) => !mine.has(product));
    return told.length === 0 ? NOTHING : extended(app, { id, products: told }, openWrite(open, left));
  });
}

/** What was left open is told of in another way, or not at all. */
export async function dropOpen(app: App): Promise<void> {
  await carryOut(app, async () => {
    const open = await findOpen(app.table);
    return open.products.length === 0 ? NOTHING : { ...NOTHING, writes: [openWrite(open, [])] };
  });
}

const NOTHING: Plan<null> = { writes: [], events: [], facts: null };

const extended = (app: App, roundUp: RoundUp, closing: Plan["writes"][number]): Plan<null> => ({
  writes: [newRoundUpWrite(roundUp), closing],
  events: [happened(app, CatalogueExtended, `round-up:${roundUp.id}`, { roundUpId: roundUp.id })],
  facts: null,
});
