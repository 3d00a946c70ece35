/** Retries of what was throttled or lost: soon at first, with jitter, and no longer than two seconds in all. */

/** Time as retries see it; tests pass their own. */
export type Pace = {
  /** Milliseconds of a clock that never jumps. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
};

const PATIENCE_MS = 2000;
const FIRST_MS = 25;
const LONGEST_MS = 400;

/** Answers false when patience is over; until then it has waited. */
export function retries({ now, wait, random }: Pace): () => Promise<boolean> {
  const began = now();
  let step = FIRST_MS;
  return async () => {
    const pause = Math.ceil((step + random() * step) / 2);
    if (now() - began + pause > PATIENCE_MS) return false;
    step = Math.min(LONGEST_MS, step * 2);
    await wait(pause);
    return true;
  };
}
