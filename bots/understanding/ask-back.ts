/** What must be asked before anything is done: the first thing that is unclear, invalid or missing, with its choices. */
import { type AskBack, type CommuneMatch, type Intent, type ReadItem } from "./reading.ts";

const ACTS = new Set<Intent>(["order", "add", "remove", "change_quantity", "checkout"]);

export type Unclear = {
  readonly intent: Intent;
  readonly items: readonly ReadItem[];
  readonly invalidPhone: string | null;
  readonly phone: string | null;
  readonly commune: CommuneMatch | null;
  readonly asBefore: boolean;
};

function unclearItem(item: ReadItem, at: number): AskBack | null {
  if (item.candidates !== undefined) return { about: "product", item: at, candidates: item.candidates };
  if (item.unknown !== undefined) return { about: "unknown-product", item: at, said: item.unknown };
  // "gấp đôi" is settled by the cart, not by asking.
  if (item.problem === undefined || item.problem === "relative") return null;
  return { about: "quantity", item: at, problem: item.problem };
}

/** Null when the message can be acted on as it stands. */
export function askBack(read: Unclear): AskBack | null {
  if (ACTS.has(read.intent)) {
    for (const [at, item] of read.items.entries()) {
      const about = unclearItem(item, at);
      if (about !== null) return about;
    }
    if (read.items.length === 0 && (read.intent === "order" || read.intent === "add")) {
      return { about: "what", reason: read.asBefore ? "as-before" : "nothing-named" };
    }
  }
  if (read.invalidPhone !== null && read.phone === null) return { about: "phone", said: read.invalidPhone };
  if (read.commune !== null && read.commune.communes.length > 1) return { about: "commune", match: read.commune };
  return null;
}
