/** The dialogues: those that may be looked at while tuning, and those that only measure (README.md). */
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

const read = (file: string): readonly Dialogue[] =>
  readFileSync(join(import.meta.dirname, file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Dialogue);

export const HALVES = {
  tuned: read("dialogues.jsonl"),
  untuned: read("dialogues-untuned.jsonl"),
} as const;

export type Half = keyof typeof HALVES;
