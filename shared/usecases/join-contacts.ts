/** Makes one customer of two contacts and of everything that was joined with either. Whoever calls has seen the proof. */
import { type Customer, MOST_CONTACTS } from "../domain/customer.ts";
import { type CustomerId } from "../domain/ids.ts";
import { refuse } from "../domain/result.ts";
import { type App } from "../ports/app.ts";
import { contactWrite, customerWrite, findCustomer, goneCustomerWrite } from "../stores/customers.ts";
import { type Plan } from "./plan.ts";

const alreadyJoined = () => refuse({ code: "already-joined" });
const tooMany = () => refuse({ code: "too-many-contacts", most: MOST_CONTACTS });

export type JoinRefusal = ReturnType<typeof alreadyJoined> | ReturnType<typeof tooMany>;

export async function joinContacts(
  app: App,
  { one, other }: { one: string; other: string },
): Promise<Plan<Customer> | JoinRefusal> {
  const [mine, theirs] = await Promise.all(
    [one, other].map((contact) => findCustomer(app.table, contact, { strong: true })),
  );
  if (one === other || (mine !== undefined && mine.id === theirs?.id)) return alreadyJoined();
  const contacts = [...new Set([one, ...(mine?.contacts ?? []), other, ...(theirs?.contacts ?? [])])];
  if (contacts.length > MOST_CONTACTS) return tooMany();
  const into = mine ?? theirs ?? { id: app.ids.random("cus") as CustomerId, contacts: [], version: 0 };
  const gone = theirs !== undefined && theirs.id !== into.id ? theirs : undefined;
  const incoming = contacts.filter((contact) => !into.contacts.includes(contact));
  const joined: Customer = { ...into, contacts };
  return {
    writes: [
      customerWrite(joined),
      ...(gone ? [goneCustomerWrite(gone)] : []),
      // Those of the customer that goes are held by its version.
      ...incoming.map((contact) => contactWrite(contact, into.id, gone?.contacts.includes(contact) ? "any" : "absent")),
    ],
    events: [],
    facts: joined,
  };
}
