/** What comes from Zalo, read field by field: nothing of it is believed before it was looked at. */

export type Fields = Readonly<Record<string, unknown>>;

export const object = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

export const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
