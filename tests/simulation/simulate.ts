/** One history of the simulated market, from its seed; and what broke in it, if anything did. */
import { act, restock } from "./acts.ts";
import { Violation } from "./ledger.ts";
import { checkEnd, checkNow } from "./promises.ts";
import { World, type WorldOptions } from "./world.ts";

export type History = { seed: number; steps: number; orders: number; crashes: number; broken?: string };

/** `broken` says what, and at which step: the same seed shows it again. */
export async function simulate(seed: number, steps: number, options: WorldOptions = {}): Promise<History> {
  const world = await World.open(seed, options);
  world.meanwhile = (product, unit) => restock(world, product, unit);
  let step = 0;
  let broken: string | undefined;
  try {
    for (; step < steps; step++) {
      await act(world);
      checkNow(world);
    }
    await world.calmDown();
    await checkEnd(world);
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    broken = `step ${step}: ${error.message}`;
  } finally {
    await world.close();
  }
  const { size: orders } = world.ledger.orders;
  return { seed, steps: step, orders, crashes: world.lives, ...(broken === undefined ? {} : { broken }) };
}
