/** A table that fails as real ones do, when chance says so: busy, an answer lost, somebody faster, the end of the process. */
import { type Committed, type Table, type Write } from "../../shared/ports/table.ts";

export class ProcessDied extends Error {}
export class AnswerLost extends Error {}

/** What may befall one commit, each from 0 to 1. */
export type Chances = { busy: number; lost: number; between: number; crash: number };
export const KIND: Chances = { busy: 0, lost: 0, between: 0, crash: 0 };

export type Surroundings = {
  chances: () => Chances;
  random: () => number;
  /** Others work while this commit is on its way. */
  between: (writes: readonly Write[]) => Promise<void>;
  committed: (writes: readonly Write[]) => void;
  /** The process ends here: what is on the disk now is what is left. */
  die: () => void;
};

/** Once dead it neither reads nor writes. */
export function faultyTable(table: Table, { chances, random, between, committed, die }: Surroundings): Table {
  let dead = false;
  const breathe = () => {
    if (dead) throw new ProcessDied("The process has ended");
  };
  const maybeDie = () => {
    if (random() >= chances().crash / 2) return;
    dead = true;
    die();
    breathe();
  };
  const alive =
    <Asked extends unknown[], Answer>(ask: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked) => {
      breathe();
      return ask(...asked);
    };
  return {
    get: alive((key, options) => table.get(key, options)),
    getMany: alive((keys) => table.getMany(keys)),
    query: alive((query) => table.query(query)),
    commit: alive(async (writes, options): Promise<Committed> => {
      maybeDie();
      if (random() < chances().busy) return { done: false, busy: true };
      if (random() < chances().between) await between(writes);
      breathe();
      const outcome = await table.commit(writes, options);
      if (outcome.done) committed(writes);
      maybeDie();
      if (random() < chances().lost) throw new AnswerLost("The table took it, and its answer was lost");
      return outcome;
    }),
  };
}
