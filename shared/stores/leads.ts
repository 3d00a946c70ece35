/**
 * Leads: people to follow up.
 * Access: one lead · all leads by time (index, keys only). Cost: 1 item and 1 index entry.
 */
import { type Lead } from "../domain/lead.ts";
import { type Key, put, remove, type Table, type Write } from "../ports/table.ts";
import { pages } from "./conversations.ts";
import { fromItem, record } from "./record.ts";

const key = (id: string): Key => ({ pk: `lead#${id}`, sk: "lead" });

const item = (lead: Lead) => record(key(lead.id), lead, { gsi1pk: "leads", gsi1sk: `${lead.at}#${lead.id}` });

/** Refused when this lead is known already. */
export const newLeadWrite = (lead: Lead): Write => put(item(lead), "absent");

/** Refused if it changed since it was read. */
export const leadWrite = (lead: Lead & { version: number }): Write => put(item(lead), { version: lead.version });

export const goneLeadWrite = (id: string): Write => remove(key(id), "any");

export async function findLead(table: Table, id: string): Promise<(Lead & { version: number }) | undefined> {
  const found = await table.get(key(id), { strong: true });
  return found && fromItem<Lead>(found);
}

/** Every lead, oldest first; for exports. */
export async function* allLeads(table: Table): AsyncGenerator<Lead> {
  for await (const keys of pages(table, { index: "gsi1", pk: "leads" })) {
    const items = await table.getMany(keys);
    for (const found of items) if (found) yield fromItem<Lead>(found);
  }
}
