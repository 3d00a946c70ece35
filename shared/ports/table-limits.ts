/**
 * What the table takes, the same for every adapter: each checks by these before it touches its store,
 * so that a commit which one home would refuse never works in the other.
 */
import { type Key, type Query, type Value, type Write } from "./table.ts";

export const MAX_WRITES = 100;
export const MAX_ITEM_BYTES = 400 * 1024;
export const MAX_COMMIT_BYTES = 4 * 1024 * 1024;
/** DynamoDB's own ceilings for the two halves of a key, in bytes. */
const MAX_PK_BYTES = 2048;
const MAX_SK_BYTES = 1024;
const MAX_DEPTH = 30;
/** A larger `expiresAt` was given in milliseconds. */
const LAST_SECOND = 100_000_000_000;

const RESERVED = new Set(["pk", "sk", "version", "expiresAt", "gsi1pk", "gsi1sk"]);

const bytes = (text: string): number => Buffer.byteLength(text, "utf8");
const refuse = (problem: string): never => {
  throw new TypeError(problem);
};

/** Throws on a key that one of the stores could not hold. */
export function checkKey({ pk, sk }: Key): void {
  checkKeyPart("pk", pk, MAX_PK_BYTES);
  checkKeyPart("sk", sk, MAX_SK_BYTES);
}

function checkKeyPart(name: string, part: unknown, most: number): void {
  if (typeof part !== "string" || part === "") return refuse(`The key part ${name} is empty: give it text`);
  if (!part.isWellFormed()) refuse(`The key part ${name} holds half a surrogate pair: it has no UTF-8 form`);
  if (bytes(part) > most) refuse(`The key part ${name} has ${bytes(part)} bytes: the most is ${most}`);
}

export function checkQuery({ pk, limit }: Query): void {
  checkKeyPart("pk", pk, MAX_PK_BYTES);
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit > 0))
    refuse(`The limit ${limit} of a query is not a whole number above 0`);
}

/** Throws on what no adapter may take: too many or doubled writes, values that do not keep, too many bytes. */
export function checkWrites(writes: readonly Write[], token: string): void {
  if (token === "") refuse("The commit's token is empty: give one that a retry of this commit will repeat");
  if (writes.length > MAX_WRITES) refuse(`A commit holds ${writes.length} writes: the most is ${MAX_WRITES}`);
  const seen = new Set<string>();
  let total = 0;
  for (const write of writes) {
    const key = write.do === "put" ? write.item : write.key;
    checkKey(key);
    const name = JSON.stringify([key.pk, key.sk]);
    if (seen.has(name)) refuse(`Two writes of one commit go to the item ${name}: join them`);
    seen.add(name);
    total += checkWrite(write, name);
  }
  if (total > MAX_COMMIT_BYTES) refuse(`A commit holds ${total} bytes: the most is ${MAX_COMMIT_BYTES}`);
}

/** Answers the bytes that the write carries. */
function checkWrite(write: Write, name: string): number {
  if (write.do === "add") return checkAdd(write, name);
  if (write.do !== "put") return 0;
  const { item } = write;
  const size = sizeOf(item, name);
  if (size > MAX_ITEM_BYTES) refuse(`The item ${name} has ${size} bytes: the most is ${MAX_ITEM_BYTES}`);
  if (item["expiresAt"] !== undefined && !isSecond(item["expiresAt"]))
    refuse(`expiresAt of ${name} is not a whole number of epoch seconds`);
  checkIndexKeys(item["gsi1pk"], item["gsi1sk"], name);
  return size;
}

const isSecond = (value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < LAST_SECOND;

function checkIndexKeys(gsi1pk: unknown, gsi1sk: unknown, name: string): void {
  if (gsi1pk === undefined && gsi1sk === undefined) return;
  if (gsi1pk === undefined || gsi1sk === undefined) refuse(`The item ${name} needs both gsi1pk and gsi1sk, or neither`);
  checkKeyPart("gsi1pk", gsi1pk, MAX_PK_BYTES);
  checkKeyPart("gsi1sk", gsi1sk, MAX_SK_BYTES);
}

function checkAdd({ deltas, atLeast = {}, equals = {} }: Write & { do: "add" }, name: string): number {
  for (const attribute of Object.keys(deltas))
    if (RESERVED.has(attribute)) refuse(`The attribute ${attribute} of ${name} can't be added to`);
  for (const [attribute, number] of [...Object.entries(deltas), ...Object.entries(atLeast)])
    if (typeof number !== "number") refuse(`${attribute} of ${name} takes numbers alone`);
  return sizeOf(deltas, name) + sizeOf(atLeast, name) + sizeOf(equals, name);
}

/** Bytes as DynamoDB counts them, near enough; throws on values that do not come back as they went in. */
export function sizeOf(value: unknown, name: string, depth = 0): number {
  if (depth > MAX_DEPTH) refuse(`A value of ${name} is nested deeper than ${MAX_DEPTH} levels`);
  if (value === null || typeof value === "boolean") return 1;
  if (typeof value === "string") return bytes(value);
  if (typeof value === "number") return sizeOfNumber(value, name);
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + 1 + sizeOf(one, name, depth + 1), 3);
  if (!isPlain(value)) return refuse(`The item ${name} holds ${describe(value)}: leave it out or make it plain data`);
  return Object.entries(value).reduce((sum, [attribute, one]) => {
    if (attribute === "") refuse(`The item ${name} holds an attribute without a name`);
    return sum + 1 + bytes(attribute) + sizeOf(one, name, depth + 1);
  }, 3);
}

function sizeOfNumber(value: number, name: string): number {
  if (!Number.isFinite(value)) refuse(`The item ${name} holds ${value}: it is no number that keeps`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    refuse(`The item ${name} holds the integer ${value}: beyond 2^53 it would change on the way`);
  return 1 + Math.ceil(String(value).length / 2);
}

function isPlain(value: unknown): value is Record<string, Value> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const describe = (value: unknown): string =>
  typeof value === "object" && value !== null ? `a ${value.constructor.name}` : `a value of type ${typeof value}`;
