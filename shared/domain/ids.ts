/** Identifiers: opaque, prefixed, random (≥ 128 bits), except product and producer ids, which an office may choose. */

declare const brand: unique symbol;

/** A primitive that may not be mixed up with another of the same representation. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type ProductId = Brand<string, "ProductId">;
export type ProducerId = Brand<string, "ProducerId">;
export type OrderId = Brand<string, "OrderId">;
export type LeadId = Brand<string, "LeadId">;
export type CustomerId = Brand<string, "CustomerId">;
export type PromotionId = Brand<string, "PromotionId">;
export type FairId = Brand<string, "FairId">;
export type RoundUpId = Brand<string, "RoundUpId">;
export type EventId = Brand<string, "EventId">;

/** Eight letters and digits without look-alikes: what people read aloud and type into a bank memo. */
export type Code = Brand<string, "Code">;

export const CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LENGTH = 8;

/** Reads a typed code: case and spaces are forgiven; null when it can't be one. */
export function parseCode(text: string): Code | null {
  const code = text.trim().toUpperCase().replaceAll(/[\s-]/g, "");
  if (code.length !== CODE_LENGTH) return null;
  return Array.from(code).every((letter) => CODE_ALPHABET.includes(letter)) ? (code as Code) : null;
}
