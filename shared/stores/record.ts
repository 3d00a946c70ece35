/** How a domain object lies in an item: one JSON attribute, so that it costs the bytes it shows and no more. */
import { type Draft, type Item, type Key, type Value } from "../ports/table.ts";

/** `extras` are attributes of the item itself: index keys, expiry. `version` is the port's and never in the body. */
export const record = (key: Key, value: object, extras: Readonly<Record<string, Value | undefined>> = {}): Draft => ({
  ...key,
  ...extras,
  body: JSON.stringify({ ...value, version: undefined }),
});

/** The object, with the item's version. The program wrote it, so its shape is trusted. */
export function fromItem<T extends object>(item: Item): T & { version: number } {
  if (typeof item["body"] !== "string") throw new Error(`Item ${item.pk} / ${item.sk} holds no record`);
  return { ...(JSON.parse(item["body"]) as T), version: item.version };
}
