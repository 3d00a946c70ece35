/** What people are told without having asked: producers of their parcels, customers of decisions, the office of leads. */
import { type Conversation, parseConversationId, type Turn } from "../../shared/domain/conversation.ts";
import { type Code, type LeadId, type OrderId } from "../../shared/domain/ids.ts";
import { type Incoming, type Outgoing } from "../../shared/domain/message.ts";
import { type Order } from "../../shared/domain/order.ts";
import { type ParcelStep } from "../../shared/domain/parcel-states.ts";
import { type IsoTime } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { findConversations, findTurn, lastTurns, repliesSent } from "../../shared/stores/conversations.ts";
import { findLead } from "../../shared/stores/leads.ts";
import { findOrder } from "../../shared/stores/orders.ts";
import { bindingsOf } from "../../shared/stores/staff.ts";
import { settleCall, settleShipping } from "../../shared/usecases/call-staff.ts";
import { captureLead } from "../../shared/usecases/capture-lead.ts";
import { giveBackIdle } from "../../shared/usecases/speak-for-shop.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { expiryWords } from "./alerts.ts";
import { type Customer, whoIs } from "./customer-name.ts";
import { textsOf } from "./texts.ts";
import { parcelNews } from "./flows/orders.ts";
import { movedWords } from "./parcel-news.ts";
import { type State } from "./state.ts";
import { sendReplies } from "./take-turn.ts";
import { channelTitle, sendElsewhere, tellCustomer } from "./tell-customer.ts";
import { tellEach, tellOffice, type Voice } from "./tell.ts";
import { tellStaff } from "./tell-staff.ts";
import { customerOf } from "./who-waits.ts";

export async function tellOfOrder(app: App, orderId: OrderId): Promise<void> {
  const order = await findOrder(app.table, orderId);
  if (!order) return;
  await keepOrderLead(app, order);
  for (const parcel of order.parcels) await tellStaff(app, { orderId, parcel: parcel.code, about: "placed" });
}

/** A buyer is somebody to follow up; the same order is the same lead. */
async function keepOrderLead(app: App, order: Order): Promise<void> {
  const { recipient, conversation, source } = order;
  const interest = order.parcels.flatMap(({ lines }) => lines.map(({ name }) => name)).join(", ");
  const id = `led_${order.id}` as LeadId;
  await carryOut(app, async () => {
    const known = await findLead(app.table, id);
    if (known) return { writes: [], events: [], facts: known };
    const wish = { id, kind: "order", conversation, interest, name: recipient.name, phone: recipient.phone } as const;
    return captureLead(app, source === undefined ? wish : { ...wish, source });
  });
}

export async function tellOfCancelling(app: App, orderId: OrderId): Promise<void> {
  const order = await findOrder(app.table, orderId);
  for (const { code: parcel } of order?.parcels ?? []) {
    await endCall(app, { orderId, parcel });
    await tellStaff(app, { orderId, parcel, about: "cancelled" });
  }
}

/** Whoever was to be called about a parcel that waits need not be any more. */
export async function endCall(app: App, { orderId, parcel }: { orderId: OrderId; parcel: string }): Promise<void> {
  await carryOut(app, () => settleCall(app, { orderId, parcel: parcel as Code }));
}

/** How a parcel went on; where it is further already, that alone is told. */
export async function tellOfMove(
  app: App,
  eventId: string,
  { orderId, parcel: code, step }: { orderId: OrderId; parcel: string; step: ParcelStep | "pictured" },
): Promise<void> {
  const order = await findOrder(app.table, orderId);
  const parcel = order?.parcels.find((one) => one.code === code);
  if (!order || !parcel) return;
  if (step === "sent" || step === "delivered")
    await carryOut(app, () => settleShipping(app, { orderId, parcel: parcel.code }));
  if (parcel.status !== (step === "pictured" ? "packed" : step)) return;
  const photo = parcel.photo === undefined ? undefined : app.blobs.publicUrl(parcel.photo);
  await tellOrCall(app, order, eventId, ({ text }) => movedWords(text, { order, parcel, step }, photo));
}

export async function tellOfDecision(
  app: App,
  eventId: string,
  detail: { orderId: OrderId; parcel: Code | string },
): Promise<void> {
  const order = await findOrder(app.table, detail.orderId);
  if (!order) return;
  await tellOrCall(app, order, eventId, (voice) => ({ text: parcelNews(voice, order, detail.parcel) }));
}

/** Nobody answered in time: one word to the customer, and to each producer who was silent. */
export async function tellOfExpiry(
  app: App,
  eventId: string,
  { orderId, parcels }: { orderId: OrderId; parcels: readonly string[] },
): Promise<void> {
  const order = await findOrder(app.table, orderId);
  if (!order) return;
  await tellOrCall(app, order, eventId, expiryWords(order, parcels));
  for (const { code, producer } of order.parcels.filter((parcel) => parcels.includes(parcel.code))) {
    await endCall(app, { orderId, parcel: code });
    const bindings = await bindingsOf(app.table, { role: "producer", producer });
    await tellEach(app, bindings, `${eventId}:${code}`, ({ text }) => ({ text: text.alerts.lapsed(code) }));
  }
}

/** A customer whom no message reaches is called by the office. */
async function tellOrCall(app: App, order: Order, eventId: string, words: (voice: Voice) => Outgoing): Promise<void> {
  if ((await tellCustomer(app, order.conversation, eventId, words)) === "told") return;
  const { name, phone } = order.recipient;
  await tellOffice(app, eventId, (voice) => ({ text: voice.text.callCustomer(name, phone, words(voice).text) }));
}

/** Undefined for staff, who are nobody's customers. */
async function customerWho(app: App, conversation: string): Promise<Customer | undefined> {
  const [thread] = await findConversations<State>(app.table, [conversation]);
  return thread && thread.state.staff === undefined ? customerOf(app, thread) : undefined;
}

const LINES_SHOWN = 4;

/** The office sees the last lines of the thread, and answers from its own chat. */
export async function tellOfWaiting(app: App, eventId: string, conversation: string): Promise<void> {
  const turns = (await lastTurns(app.table, conversation, LINES_SHOWN)).toReversed();
  const customer = await customerWho(app, conversation);
  if (!customer) return;
  await tellOffice(app, eventId, (voice) => ({
    text: voice.text.waits(whoIs(voice.text, customer), turns.flatMap((turn) => turnLines(voice, turn)).join("\n")),
    choices: [{ label: voice.text.relay, payload: `relay:${conversation}` }],
  }));
}

/** The customer wrote on while a person holds the conversation. */
export async function tellOfMore(
  app: App,
  eventId: string,
  detail: { conversation: string; turn: number },
): Promise<void> {
  const turn = await findTurn(app.table, detail.conversation, detail.turn);
  if (!turn?.in) return;
  const customer = await customerWho(app, detail.conversation);
  if (!customer) return;
  const incoming = turn.in;
  await tellOffice(app, eventId, ({ text }) => ({
    text: text.continues(whoIs(text, customer), wordsOf(incoming) ?? text.sentFile),
    choices: [
      { label: text.relay, payload: `relay:${detail.conversation}` },
      { label: text.back, payload: `back:${detail.conversation}` },
    ],
  }));
}

function turnLines({ text }: Voice, turn: Turn): readonly string[] {
  const said = turn.in ? [text.customerSaid(wordsOf(turn.in) ?? text.sentFile)] : [];
  return [...said, ...turn.out.map((reply) => text.botSaid(reply.text.split("\n")[0] ?? ""))];
}

const wordsOf = ({ content }: Incoming): string | undefined =>
  content.kind === "text" ? content.text : content.kind === "photo" ? content.caption : undefined;

/** What a person wrote into a customer's thread goes out; what was sent already does not again. */
export async function sendAnswer(app: App, detail: { conversation: string; turn: number }): Promise<void> {
  const turn = await findTurn(app.table, detail.conversation, detail.turn);
  if (!turn) return;
  const from = await repliesSent(app.table, detail.conversation, detail.turn);
  const sent = await sendReplies(app, parseConversationId(detail.conversation), turn, { from, notice: true });
  if (sent === "refused" && turn.by === "person") await answerElsewhere(app, detail.conversation, turn);
}

/** The office hears where its answer went, and of whatever went nowhere. */
async function answerElsewhere(app: App, conversation: string, turn: Turn): Promise<void> {
  const where = await sendElsewhere(app, conversation, turn);
  if (where !== undefined && turn.by !== "person") return;
  const title = await channelTitle(app, conversation);
  const other = where && (await channelTitle(app, where));
  await tellOffice(app, `answer:${conversation}:${turn.seq}`, ({ text }) =>
    where !== undefined && other !== undefined
      ? {
          text: text.answeredElsewhere(title, other),
          choices: [{ label: text.relay, payload: `relay:${where}` }],
        }
      : { text: text.answeredNowhere(title, turn.out.map((reply) => reply.text).join("\n")) },
  );
}

/** A person's answer or news for a customer; not a reply, what one thread says of itself, or what staff are told. */
async function isForCustomer(app: App, conversation: string, turn: Turn): Promise<boolean> {
  if (turn.in !== undefined || turn.by === "bot") return false;
  const [thread] = await findConversations<State>(app.table, [conversation]);
  return turn.by === "person" || thread?.state.staff === undefined;
}

/** A person has been silent for long: the bot answers again, and says so. */
export async function takeBack(app: App, detail: { conversation: string; since: IsoTime }): Promise<void> {
  const words = ({ state }: Conversation) => [{ text: textsOf(state as State).botIsBack }];
  await carryOut(app, () => giveBackIdle(app, { ...detail, words }));
}

/** Orders tell their own story; other leads are for the office to call. */
export async function tellOfLead(app: App, eventId: string, leadId: string): Promise<void> {
  const lead = await findLead(app.table, leadId);
  if (!lead || lead.kind === "order") return;
  await tellOffice(app, eventId, ({ text }) => ({
    text: text.newLead(lead.interest, lead.name ?? "", lead.phone ?? ""),
  }));
}

/** A reply that could not be sent, once more from where it stopped. */
export async function sendDelayed(
  app: App,
  detail: { conversation: string; turn: number; reply: number; part: number; tries: number },
): Promise<void> {
  const turn = await findTurn(app.table, detail.conversation, detail.turn);
  if (!turn) return;
  const { reply, part, tries } = detail;
  // It may have gone out meanwhile, with its notice told once more.
  const from = Math.max(reply, await repliesSent(app.table, detail.conversation, detail.turn));
  const sent = await sendReplies(app, parseConversationId(detail.conversation), turn, {
    from,
    part: from === reply ? part : 0,
    tries,
    notice: turn.in === undefined,
  });
  if (sent === "refused" && (await isForCustomer(app, detail.conversation, turn)))
    await answerElsewhere(app, detail.conversation, turn);
}
