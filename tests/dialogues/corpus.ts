/** The dialogues, and which of them may be looked at while tuning: decided before any tuning (README.md). */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Dialogue = {
  id: string;
  turns: readonly { user: string }[];
  expect: {
    order: {
      items: readonly { product: string; quantity: number; unit: string }[];
      phone: string | null;
      address_contains: string | null;
      name: string | null;
    } | null;
    handover: boolean;
    leads: boolean;
  };
  tags: readonly string[];
  notes: string;
};

export const CORPUS = join(import.meta.dirname, "dialogues.jsonl");

export const dialogues: readonly Dialogue[] = readFileSync(CORPUS, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Dialogue);

/** Every batch here has been opened. */
export const isTuned = ({ id }: Dialogue): boolean => !id.startsWith("p");
