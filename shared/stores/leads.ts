/**
 * Leads: people to follow up.
 * Access: one lead · all leads by time (index, keys only). Cost: 1 item and 1 index entry.
 */
import { type Lead } from "../domain/lead.ts";
import { type Key, put, remove, type Table, type Write } from "../ports/table.ts";
import { pages } from "./conversations.ts";
import { fromItem, record } from "./record.ts";

const key = (id: string): Key => ({ pk: `lead#${id}`, sk: "lead" });

/** Refused when this lead is known already. */
export const newLeadWrite = (lead: Lead): Write =>
  put(record(key(lead.id), lead, { gsi1pk: "leads", gsi1sk: `${lead.at}#${lead.id}` }), "absent");

export const goneLeadWrite = (id: string): Write => remove(key(id), "any");

export async function findLead(table: Table, id: string): Promise<Lead | undefined> {
  const item = await table.get(key(id), { strong: true });
  return item && fromItem<Lead>(item);
}

/** Every lead, oldest first; for exports. */
export async function* allLeads(table: Table): AsyncGenerator<Lead> {
  for await (const keys of pages(table, { index: "gsi1", pk: "leads" })) {
    const items = await table.getMany(keys);
    for (const item of items) if (item) yield fromItem<Lead>(item);
  }
}
