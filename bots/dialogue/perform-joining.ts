/** Joining the threads of one person: the use case decides whether, and both threads change in the one commit of the turn. */
import { type Conversation, conversationId, parseConversationId } from "../../shared/domain/conversation.ts";
import { type PhoneClaim } from "../../shared/domain/customer.ts";
import { type OrderId } from "../../shared/domain/ids.ts";
import { type Outgoing } from "../../shared/domain/message.ts";
import { type Order, type OrderSummary, summaryOf } from "../../shared/domain/order.ts";
import { type Phone } from "../../shared/domain/phone.ts";
import { isRefused, type Refused } from "../../shared/domain/result.ts";
import { millis } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { findConversation, findConversations } from "../../shared/stores/conversations.ts";
import { findCustomer } from "../../shared/stores/customers.ts";
import { findOrders } from "../../shared/stores/orders.ts";
import { makeLinkCode } from "../../shared/usecases/link-contact.ts";
import { partContact } from "../../shared/usecases/part-contact.ts";
import { type Plan } from "../../shared/usecases/plan.ts";
import { claimPhone, denyClaim, joinClaimed, provePhone } from "../../shared/usecases/prove-phone.ts";
import { inThread } from "../../shared/usecases/speak-for-shop.ts";
import { askSame, type Claimed, type Joined } from "./flows/joining.ts";
import { type Performed } from "./performed.ts";
import { type State } from "./state.ts";
import { type Act, type ActName } from "./step.ts";
import { channelTitle } from "./tell-customer.ts";
import { withChoices } from "./tell.ts";
import { textsOf } from "./texts.ts";
import { exchange, type Gift, remembered, withGift } from "./threads.ts";

const MOST_SHOWN = 5;

/** Those of this person's other contacts. */
async function otherThreads(app: App, conversation: Conversation): Promise<readonly Conversation<State>[]> {
  const id = conversationId(conversation);
  const customer = await findCustomer(app.table, id, { strong: false });
  return findConversations<State>(app.table, customer?.contacts.filter((contact) => contact !== id) ?? []);
}

async function newestFirst(app: App, ids: readonly OrderId[]): Promise<readonly Order[]> {
  const orders = await findOrders(app.table, ids);
  return orders.toSorted((one, other) => millis(other.placedAt) - millis(one.placedAt));
}

/** The orders of this person on all their contacts; `own` are those of this thread. */
async function findOwnOrders(
  app: App,
  conversation: Conversation,
  own: readonly OrderId[],
): Promise<readonly OrderSummary[]> {
  const threads = await otherThreads(app, conversation);
  const orders = await newestFirst(app, [...own, ...threads.flatMap(({ state }) => state.orders ?? [])]);
  return orders.slice(0, MOST_SHOWN).map(summaryOf);
}

async function recall(app: App, conversation: Conversation): Promise<Gift> {
  const mine = conversation.state as State;
  const others = (await otherThreads(app, conversation)).map(({ state }) => state);
  if (others.length === 0) return {};
  const latest = (state: State): OrderId | undefined => state.orders?.[0];
  const [newest] = await newestFirst(
    app,
    [mine, ...others].flatMap((state) => latest(state) ?? []),
  );
  const theirs = newest && others.find((state) => latest(state) === newest.id);
  return theirs ? remembered(mine, theirs) : {};
}

const ACTS = [
  "find-own-orders",
  "recall",
  "make-link",
  "unlink",
  "prove-phone",
  "claim-phone",
  "join-claimed",
  "deny-claim",
] as const satisfies readonly ActName[];

type JoiningAct = Act<(typeof ACTS)[number]>;

export const isJoining = (act: Act): act is JoiningAct => ACTS.some((name) => name === act.do);

export async function performJoining(
  app: App,
  conversation: Conversation,
  { do: name, wish }: JoiningAct,
): Promise<Performed> {
  const id = conversationId(conversation);
  switch (name) {
    case "find-own-orders":
      return { outcome: await findOwnOrders(app, conversation, wish.orders) };
    case "recall":
      return { outcome: await recall(app, conversation) };
    case "make-link": {
      const plan = await makeLinkCode(app, { conversation: id });
      return { outcome: { code: plan.facts.code }, plan };
    }
    case "unlink":
      return settled(await partContact(app, { conversation: id }));
    case "prove-phone": {
      const plan = await provePhone(app, { ...wish, conversation: id });
      return { outcome: plan.facts.claim ? { claim: await claimedOf(app, plan.facts.claim) } : {}, plan };
    }
    case "claim-phone":
      return { outcome: null, plan: await claimed(app, id, wish.phone) };
    case "join-claimed":
      return joined(app, conversation, wish.phone);
    case "deny-claim":
      return settled(await denyClaim(app, { ...wish, conversation: id }));
  }
}

async function joined(app: App, conversation: Conversation, phone: Phone): Promise<Performed> {
  const result = await joinClaimed(app, { conversation: conversationId(conversation), phone });
  return isRefused(result) ? { outcome: result } : joinThreads(app, conversation, result);
}

const settled = (result: Plan<null> | Refused): Performed =>
  isRefused(result) ? { outcome: result } : { outcome: { settled: true }, plan: result };

/** Both threads learn of each other, in the commit that joins them. */
export async function joinThreads(
  app: App,
  conversation: Conversation,
  plan: Plan<{ contact: string }>,
): Promise<{ outcome: Joined; plan: Plan }> {
  const { contact } = plan.facts;
  const other = await findConversation<State>(app.table, parseConversationId(contact));
  const title = await channelTitle(app, contact);
  if (!other) return { outcome: { with: title, gift: {} }, plan };
  const { mine, theirs } = exchange(conversation.state as State, other.state, other.owner);
  const here = await channelTitle(app, conversationId(conversation));
  const text = textsOf(other.state);
  const words = theirs.gone ? `${text.linkedWith(here)} ${text.wentOn(here)}` : text.linkedWith(here);
  const told = inOtherThread(app, other, { gift: theirs, out: [{ text: words }] });
  return { outcome: { with: title, gift: mine }, plan: together(plan, told) };
}

/** Where a person of ours speaks, the machine writes nothing and changes nothing. */
function inOtherThread(
  app: App,
  thread: Conversation<State>,
  { gift, out }: { gift: Gift; out: readonly Outgoing[] },
): Plan | undefined {
  if (thread.owner === "person") return undefined;
  const state = withChoices(withGift(thread.state, gift), out);
  return inThread(app, { ...thread, state }, { out, outcomes: [gift] });
}

const together = <Facts>(plan: Plan<Facts>, beside: Plan | undefined): Plan<Facts> =>
  beside ? { ...plan, writes: [...plan.writes, ...beside.writes], events: [...plan.events, ...beside.events] } : plan;

/** Whoever has proved the phone is asked in their own thread, unless they are being asked something else. */
async function claimed(app: App, conversation: string, phone: Phone): Promise<Plan> {
  const plan = await claimPhone(app, { conversation, phone });
  const { owner } = plan.facts;
  const thread = owner && (await findConversation<State>(app.table, parseConversationId(owner)));
  if (!thread || thread.state.asking !== undefined) return plan;
  const claim = await claimedOf(app, { contact: conversation, at: app.clock.now() });
  const out = [askSame(textsOf(thread.state), claim)];
  return together(plan, inOtherThread(app, thread, { gift: { asking: { for: "same-person", phone } }, out }));
}

const claimedOf = async (app: App, { contact, at }: PhoneClaim): Promise<Claimed> => ({
  on: await channelTitle(app, contact),
  at,
});
