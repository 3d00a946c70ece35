/** Items to DynamoDB's attribute values and back. Numbers travel as decimal text. */
import { type AttributeValue } from "@aws-sdk/client-dynamodb";
import { type Item, type Key, type Value } from "../../ports/table.ts";

export type Attributes = Record<string, AttributeValue>;

/** Where the token of the commit that last wrote an item stands; no attribute of ours can have this name. */
export const TOKEN = "#commit";

export function toAttribute(value: Value): AttributeValue {
  if (value === null) return { NULL: true };
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (isList(value)) return { L: value.map(toAttribute) };
  return { M: Object.fromEntries(Object.entries(value).map(([name, one]) => [name, toAttribute(one)])) };
}

const isList = (value: object): value is readonly Value[] => Array.isArray(value);

export function fromAttribute(attribute: AttributeValue): Value {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.NULL !== undefined) return null;
  if (attribute.L !== undefined) return attribute.L.map(fromAttribute);
  if (attribute.M !== undefined) return fromAttributes(attribute.M);
  throw new TypeError(`The table holds an attribute of the type ${Object.keys(attribute).join()}, which is not ours`);
}

const fromAttributes = (attributes: Attributes): Record<string, Value> =>
  Object.fromEntries(Object.entries(attributes).map(([name, one]) => [name, fromAttribute(one)]));

export const toKey = ({ pk, sk }: Key): Attributes => ({ pk: { S: pk }, sk: { S: sk } });

/** An item as the rest of the program knows it: without the token. */
export const toItem = (attributes: Attributes): Item =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, one]) => (name === TOKEN ? [] : [[name, fromAttribute(one)]])),
  ) as Item;

export const tokenOf = (attributes: Attributes | undefined): string | undefined => attributes?.[TOKEN]?.S;

/** From its second of expiry on an item is absent, though DynamoDB deletes it days later. */
export const isLive = (attributes: Attributes | undefined, nowS: number): attributes is Attributes =>
  attributes !== undefined && !(Number(attributes["expiresAt"]?.N ?? Infinity) <= nowS);
