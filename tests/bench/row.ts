/** One line of a bench's table: what was measured, and its figures. */
export type Row = Readonly<Record<string, string | number>>;

/** Three decimals are more than these machines repeat. */
export const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The value below which this part of them lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
