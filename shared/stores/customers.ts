/**
 * Customers: contacts that were joined, and what joins them.
 * Access: the customer of a contact (2 reads, 1 where nothing was joined) · whose phone it is, who claims it, what a
 * link code stands for (1 strong read each).
 * Cost: nothing for a turn that joins nothing. A code, a proof or a claim: 1 item. Joining: the customer, an item for
 * each contact that comes in, and the customer that is no more. No index.
 */
import { type Customer, type LinkCode, type PhoneClaim, type PhoneProof } from "../domain/customer.ts";
import { type Code, type CustomerId } from "../domain/ids.ts";
import { type Phone } from "../domain/phone.ts";
import { after, DAY, type IsoTime, millis } from "../domain/time.ts";
import { type Key, put, remove, type Table, type When, type Write } from "../ports/table.ts";
import { fromItem, record } from "./record.ts";

const contactKey = (conversation: string): Key => ({ pk: `contact#${conversation}`, sk: "contact" });
const customerKey = (id: CustomerId): Key => ({ pk: `customer#${id}`, sk: "customer" });
const proofKey = (phone: Phone): Key => ({ pk: `phone#${phone}`, sk: "proof" });
const claimKey = (phone: Phone): Key => ({ pk: `phone#${phone}`, sk: "claim" });
const linkKey = (code: Code): Key => ({ pk: `link#${code}`, sk: "link" });

/** Shorter than any operator keeps a number that was given up, before somebody else gets it. */
const CLAIM_KEPT_MS = 30 * DAY;
/** Longer than it is valid, so that a late one is answered as late. */
const LINK_KEPT_MS = DAY;

export type Versioned<T> = T & { version: number };

/** Undefined where nothing was joined. `strong` wherever something is decided by it. */
export async function findCustomer(
  table: Table,
  conversation: string,
  options: { strong: boolean },
): Promise<Customer | undefined> {
  const contact = await table.get(contactKey(conversation), options);
  const item = contact && (await table.get(customerKey(fromItem<{ customer: CustomerId }>(contact).customer), options));
  return item && fromItem<Customer>(item);
}

/** A conversation is always the same person as itself. */
export async function isSameCustomer(table: Table, one: string, other: string): Promise<boolean> {
  return one === other || ((await findCustomer(table, one, { strong: true }))?.contacts.includes(other) ?? false);
}

/** Every change of who belongs to a customer writes this item, so that two at once don't both succeed. */
export const customerWrite = (customer: Customer): Write =>
  put(record(customerKey(customer.id), customer), customer.version === 0 ? "absent" : { version: customer.version });

export const goneCustomerWrite = ({ id, version }: Customer): Write => remove(customerKey(id), { version });

/** "absent" for a contact of nobody yet. */
export const contactWrite = (conversation: string, customer: CustomerId, when: When): Write =>
  put(record(contactKey(conversation), { customer }), when);

export const goneContactWrite = (conversation: string): Write => remove(contactKey(conversation), "any");

const whenRead = (before: { version: number } | undefined): When => (before ? { version: before.version } : "absent");

export async function findProof(table: Table, phone: Phone): Promise<Versioned<PhoneProof> | undefined> {
  const item = await table.get(proofKey(phone), { strong: true });
  return item && fromItem<PhoneProof>(item);
}

export const proofWrite = (phone: Phone, proof: PhoneProof, before: Versioned<PhoneProof> | undefined): Write =>
  put(record(proofKey(phone), proof), whenRead(before));

export async function findClaim(table: Table, phone: Phone): Promise<Versioned<PhoneClaim> | undefined> {
  const item = await table.get(claimKey(phone), { strong: true });
  return item && fromItem<PhoneClaim>(item);
}

export const claimWrite = (phone: Phone, claim: PhoneClaim, before: Versioned<PhoneClaim> | undefined): Write =>
  put(record(claimKey(phone), claim, { expiresAt: seconds(after(claim.at, CLAIM_KEPT_MS)) }), whenRead(before));

export const goneClaimWrite = (phone: Phone, { version }: Versioned<PhoneClaim>): Write =>
  remove(claimKey(phone), { version });

export async function findLink(table: Table, code: Code): Promise<Versioned<LinkCode> | undefined> {
  const item = await table.get(linkKey(code), { strong: true });
  return item && fromItem<LinkCode>(item);
}

export const linkWrite = (link: LinkCode, before?: Versioned<LinkCode>): Write =>
  put(record(linkKey(link.code), link, { expiresAt: seconds(after(link.until, LINK_KEPT_MS)) }), whenRead(before));

const seconds = (at: IsoTime): number => Math.floor(millis(at) / 1000);
