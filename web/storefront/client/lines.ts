/** What the visitor wrote in this browser, kept until it is old: the shop's own messages come from the shop. */

export type Said = { text: string } | { tap: string } | { start: string };

export type Line = {
  /** Random, so that sending it again is the same message. */
  id: string;
  said: Said;
  /** As it stands in the chat; empty for opening it. */
  shown: string;
  /** The shop's last message when this was written: its place among them. */
  after: number;
  state: "waiting" | "sent" | "refused";
};

export type Memory = {
  lines: Line[];
  open: boolean;
  seen: number;
  /** Code of the post or print that led here, until the shop is told. */
  code?: string;
  /** The last one it was told. */
  told?: string;
};

const KEY = "chat";
const KEPT = 100;

export function recall(): Memory {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null") as Memory | null;
    if (kept && Array.isArray(kept.lines)) return kept;
  } catch {
    // Private windows may forbid storage: the chat then lasts as long as the page.
  }
  return { lines: [], open: false, seen: 0 };
}

export function remember(memory: Memory): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...memory, lines: memory.lines.slice(-KEPT) }));
  } catch {
    // As above.
  }
}

/** crypto.randomUUID() is absent on plain http: a shop on the local network has none. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
