/** Commits the plans of many products, as many in one commit as it takes, several commits at once. */
import { type App } from "../ports/app.ts";
import { MAX_WRITES } from "../ports/table-limits.ts";
import { type Extra } from "./import-announce.ts";
import { type Place } from "./import-cells.ts";
import { carryOut, type Plan, writesOf } from "./plan.ts";
import { type Published, publishProduct, type PublishProduct } from "./publish-product.ts";

export type ProductPlan = { place: Place; wish: PublishProduct; plan: Plan<Published>; extra?: Extra };

const AT_ONCE = 16;

export async function commitPlans(
  app: App,
  plans: readonly ProductPlan[],
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<void> {
  const batches = batchesOf(plans);
  let done = plans.length - batches.flat().length;
  for (let from = 0; from < batches.length; from += AT_ONCE) {
    const some = batches.slice(from, from + AT_ONCE);
    await Promise.all(some.map((batch) => commitBatch(app, batch)));
    done += some.flat().length;
    onProgress(done, plans.length);
  }
}

const whole = ({ plan, extra }: Pick<ProductPlan, "plan" | "extra">): Plan<Published> =>
  extra ? { ...plan, events: [...plan.events, ...extra.events], due: extra.due ?? [] } : plan;

/** Plans that write something, in their order. */
function batchesOf(plans: readonly ProductPlan[]): readonly (readonly ProductPlan[])[] {
  const batches: ProductPlan[][] = [];
  let room = 0;
  for (const one of plans) {
    const writes = writesOf(whole(one)).length;
    if (writes === 0) continue;
    if (writes > room) {
      batches.push([]);
      room = MAX_WRITES;
    }
    batches.at(-1)?.push(one);
    room -= writes;
  }
  return batches;
}

/** Where somebody was faster with one of them, each goes by itself and is planned anew. */
async function commitBatch(app: App, batch: readonly ProductPlan[]): Promise<void> {
  const writes = batch.flatMap((one) => writesOf(whole(one)));
  const committed = await app.table.commit(writes, { token: app.ids.random("cmt") });
  if (committed.done) return;
  for (const { wish, extra } of batch)
    await carryOut(app, async () => whole({ plan: await publishProduct(app, wish), ...(extra && { extra }) }));
}
