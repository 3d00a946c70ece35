/**
 * What a provider proved and sent, and nobody could use: kept as it came, for whoever mends its reading.
 * Access: insert (1 item, no index); all, the oldest first (pages of one query, by the doctor alone).
 */
import { Buffer } from "node:buffer";
import { DAY, millis } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { type Item, put, type Table, type Write } from "../ports/table.ts";

/** It may hold what a person said, so it does not stay. */
const KEPT_MS = 30 * DAY;
const ASIDE = "aside";

export type Aside = { channel: string; why: string };

/** The bytes alone: headers hold secrets and signatures. */
export function asideWrite({ clock, ids }: Pick<App, "clock" | "ids">, aside: Aside & { bytes: Uint8Array }): Write {
  const { channel, why, bytes } = aside;
  const at = clock.now();
  const body = Buffer.from(bytes).toString("base64");
  const expiresAt = Math.floor((millis(at) + KEPT_MS) / 1000);
  return put({ pk: ASIDE, sk: `${at}#${ids.random("asd")}`, channel, why, body, expiresAt }, "absent");
}

export async function keptAside(table: Table): Promise<readonly Aside[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await table.query({ pk: ASIDE, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items.map((item) => ({ channel: item["channel"] as string, why: item["why"] as string }));
}
