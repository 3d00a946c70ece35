/**
 * Joining by a phone takes two things: a channel's word that it is this person's own (a proof), and the same phone given
 * as their own elsewhere (a claim). A form can be typed into, so it is whoever has proved the phone who says yes.
 * The newest proof owns a phone, and takes over no claim made while it was another's: numbers are given out again.
 */
import { type PhoneClaim } from "../domain/customer.ts";
import { type Phone } from "../domain/phone.ts";
import { isRefused, refuse } from "../domain/result.ts";
import { after, DAY } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import {
  claimWrite,
  findClaim,
  findProof,
  goneClaimWrite,
  isSameCustomer,
  proofWrite,
  type Versioned,
} from "../stores/customers.ts";
import { joinContacts, type JoinRefusal } from "./join-contacts.ts";
import { type Plan } from "./plan.ts";

type Wish = { conversation: string; phone: Phone };

/** Never refuses. `claim`: somebody who may be the same person, to be asked about. */
export async function provePhone(app: App, { conversation, phone }: Wish): Promise<Plan<{ claim?: PhoneClaim }>> {
  const [proof, claim] = await Promise.all([findProof(app.table, phone), findClaim(app.table, phone)]);
  const known = proof !== undefined && (await isSameCustomer(app.table, proof.contact, conversation));
  const changesHands = proof !== undefined && !known;
  const asked = !changesHands && (await isOpen(app, claim, conversation));
  return {
    writes: [
      ...(known ? [] : [proofWrite(phone, { contact: conversation, at: app.clock.now() }, proof)]),
      ...(changesHands && claim ? [goneClaimWrite(phone, claim)] : []),
    ],
    events: [],
    facts: asked && claim ? { claim } : {},
  };
}

async function isOpen(app: App, claim: PhoneClaim | undefined, conversation: string): Promise<boolean> {
  return claim !== undefined && !claim.denied && !(await isSameCustomer(app.table, claim.contact, conversation));
}

/** However many claim it, the owner of a phone is asked no oftener. */
const ASKED_MS = DAY;

/** Never refuses. `owner`: who has proved this phone, to be asked whether this is them. */
export async function claimPhone(app: App, { conversation, phone }: Wish): Promise<Plan<{ owner?: string }>> {
  const [proof, before] = await Promise.all([findProof(app.table, phone), findClaim(app.table, phone)]);
  if (before?.contact === conversation) return { writes: [], events: [], facts: {} };
  if (proof && (await isSameCustomer(app.table, proof.contact, conversation)))
    return { writes: [], events: [], facts: {} };
  const claim: PhoneClaim = { contact: conversation, at: app.clock.now() };
  const isRecent = before !== undefined && after(before.at, ASKED_MS) > claim.at;
  return {
    writes: [claimWrite(phone, claim, before)],
    events: [],
    facts: proof && !isRecent ? { owner: proof.contact } : {},
  };
}

const noClaim = () => refuse({ code: "no-such-claim" });

export type ClaimRefusal = ReturnType<typeof noClaim> | JoinRefusal;

/** The owner of the phone says that whoever claimed it is they, and the two are joined. */
export async function joinClaimed(
  app: App,
  { conversation, phone }: Wish,
): Promise<Plan<{ contact: string }> | ClaimRefusal> {
  const claim = await claimFor(app, { conversation, phone });
  if (!claim) return noClaim();
  const joined = await joinContacts(app, { one: conversation, other: claim.contact });
  if (isRefused(joined)) return joined;
  return {
    writes: [goneClaimWrite(phone, claim), ...joined.writes],
    events: [],
    facts: { contact: claim.contact },
  };
}

/** The owner of the phone says that it was somebody else: they are not asked about it again. */
export async function denyClaim(app: App, { conversation, phone }: Wish): Promise<Plan<null> | ClaimRefusal> {
  const claim = await claimFor(app, { conversation, phone });
  if (!claim) return noClaim();
  return { writes: [claimWrite(phone, { ...claim, denied: true }, claim)], events: [], facts: null };
}

/** For nobody but whoever has proved the phone. */
async function claimFor(app: App, { conversation, phone }: Wish): Promise<Versioned<PhoneClaim> | undefined> {
  const [proof, claim] = await Promise.all([findProof(app.table, phone), findClaim(app.table, phone)]);
  return proof?.contact === conversation && !claim?.denied ? claim : undefined;
}
