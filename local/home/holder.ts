/** Which process holds a claim: a number that may come again, and when it began. */

const self = (): string => `${process.pid}@${Math.round(performance.timeOrigin)}`;

export const holderName = self;

/** False when the process that claimed under this name is surely no more. */
export function isAlive(holder: string): boolean {
  if (holder === self()) return true;
  const pid = Number(holder.split("@")[0]);
  // The same number with another beginning was an earlier life of ours, as in a container that was started again.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
