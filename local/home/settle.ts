/** Everything that is due now, one after another, until nothing is left: for tests and for commands. */
import { type FanOut } from "./fan-out.ts";
import { type Reactions } from "./reactions.ts";

/** More rounds than this are reactions that answer each other for ever. */
const MOST_ROUNDS = 1000;

export async function settle(fanOut: FanOut, reactions: Reactions): Promise<void> {
  await drain(fanOut, reactions);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await reactions.runSchedules();
    if (!(await drain(fanOut, reactions))) return;
  }
  throw new Error(`After ${MOST_ROUNDS} rounds there is still something to do: reactions answer each other for ever`);
}

/** Answers whether there was anything to do. */
async function drain(fanOut: FanOut, reactions: Reactions): Promise<boolean> {
  for (let busy = false; ; busy = true) {
    const moved = await fanOut.move();
    const worked = await reactions.workOff();
    if (moved === 0 && !worked) return busy;
  }
}
