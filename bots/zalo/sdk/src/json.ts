/** Reading JSON from outside: ids keep every digit, and nothing is trusted to have a shape. */

export type JsonRecord = Readonly<Record<string, unknown>>;

type ParseWithSource = (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

/**
 * JSON.parse that gives whole numbers beyond 2^53 as the text that was written, since Zalo's ids are that long.
 * Throws what JSON.parse throws.
 */
export function readJson(text: string): unknown {
  return (JSON.parse as ParseWithSource)(text, (_key, value, context) => {
    if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
    return context.source !== undefined && /^-?\d+$/.test(context.source) ? context.source : value;
  });
}

/** The object itself, or an empty one: a missing branch then reads as missing leaves. */
export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** An id or a time, which Zalo writes sometimes quoted and sometimes bare. */
export function idOf(value: unknown): string | undefined {
  return typeof value === "number" ? String(value) : textOf(value);
}

/** A finite number, also when it came as a string ("90000"). */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The same fields without those that are undefined, so that optional stays absent. */
export function present<T extends object>(fields: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>;
}
