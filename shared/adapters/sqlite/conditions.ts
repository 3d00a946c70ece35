/** Whether a write may happen, and what an addition comes to. */
import { isDeepStrictEqual } from "node:util";
import { type When, type Write } from "../../ports/table.ts";
import { type Row } from "./table.ts";

type Add = Extract<Write, { do: "add" }>;

/** Why the write is refused, if it is. `row` is the item as it is now; undefined when absent or expired. */
export function judge(write: Write, row: Row | undefined): "when" | "equals" | "atLeast" | undefined {
  if (write.do === "add") return judgeAdd(write, row);
  return holds(write.when, row) ? undefined : "when";
}

function holds(when: When, row: Row | undefined): boolean {
  if (when === "any") return true;
  return when === "absent" ? !row : row?.version === when.version;
}

function judgeAdd({ deltas, equals = {}, atLeast = {} }: Add, row: Row | undefined): "equals" | "atLeast" | undefined {
  const body = attributes(row);
  const differs = ([name, value]: [string, unknown]) =>
    !Object.hasOwn(body, name) || !isDeepStrictEqual(body[name], value);
  if (Object.entries(equals).some(differs)) return "equals";
  const sums = { ...body, ...additions(deltas, body) };
  const isShort = ([name, least]: [string, number]) => Number(sums[name] ?? 0) < least;
  return Object.entries(atLeast).some(isShort) ? "atLeast" : undefined;
}

/** The body with the deltas added. */
export function added({ deltas }: Add, row: Row | undefined): string {
  const body = attributes(row);
  return JSON.stringify({ ...body, ...additions(deltas, body) });
}

const attributes = (row: Row | undefined): Record<string, unknown> =>
  row ? (JSON.parse(row.body) as Record<string, unknown>) : {};

const additions = (deltas: Add["deltas"], body: Record<string, unknown>): Record<string, number> =>
  Object.fromEntries(Object.entries(deltas).map(([name, delta]) => [name, sumOf(name, body[name] ?? 0, delta)]));

function sumOf(name: string, before: unknown, delta: number): number {
  if (typeof before !== "number") throw new TypeError(`The attribute ${name} is no number: nothing can be added to it`);
  const sum = before + delta;
  if (!Number.isInteger(before) || !Number.isInteger(delta)) return Number(sum.toPrecision(15));
  if (!Number.isSafeInteger(sum)) throw new RangeError(`The attribute ${name} would become ${sum}: beyond 2^53`);
  return sum;
}
