/** What is done about whatever has waited too long: its producer is told, then the office, then it is given up. */
import { type Conversation, conversationId, parseConversationId } from "../../shared/domain/conversation.ts";
import { type Code, type OrderId } from "../../shared/domain/ids.ts";
import { LIMITS } from "../../shared/domain/limits.ts";
import { formatVnd } from "../../shared/domain/money.ts";
import { type NoticeKey, noticeId } from "../../shared/domain/notice.ts";
import { type Order, type Parcel } from "../../shared/domain/order.ts";
import { isOpenParcel } from "../../shared/domain/parcel-states.ts";
import { formatPhone } from "../../shared/domain/phone.ts";
import { type IsoTime } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { findConversation } from "../../shared/stores/conversations.ts";
import { findOrder, findOrders } from "../../shared/stores/orders.ts";
import { bindingsOf } from "../../shared/stores/staff.ts";
import { callStaff } from "../../shared/usecases/call-staff.ts";
import { expireOrder } from "../../shared/usecases/expire-order.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import {
  goOnWatching,
  type Passed,
  watchConversation,
  watchOrder,
  watchParcel,
} from "../../shared/usecases/watch-limits.ts";
import { staffNotice } from "./staff-notice.ts";
import { type State } from "./state.ts";
import { channelTitle } from "./tell-customer.ts";
import { tellEach, tellOffice } from "./tell.ts";
import { seekHearer, tellStaff } from "./tell-staff.ts";

/** Parcels that nobody has accepted or declined. */
export async function mindOrder(app: App, { orderId, stage, at }: Passed & { orderId: OrderId }): Promise<void> {
  const order = await findOrder(app.table, orderId);
  const waiting = order?.parcels.filter(({ status }) => status === "waiting") ?? [];
  if (!order || waiting.length === 0) return;
  await goOnWatching(app, watchOrder(app, order, { stage, at }));
  await eachOf(waiting, async ({ code: parcel }): Promise<void> => {
    switch (LIMITS.order[stage]?.then) {
      case "hearer":
        return seekHearer(app, { orderId, parcel, about: "placed", rounds: 0 });
      case "producer":
        return tellStaff(app, { orderId, parcel, about: "unaccepted" });
      case "office":
        return callFor(app, { orderId, parcel, about: "unaccepted" });
      case "expire":
      case undefined:
        return undefined;
    }
  });
  if (LIMITS.order[stage]?.then === "expire") await carryOut(app, () => expireOrder(app, orderId));
}

/** A parcel that was accepted and has not left. */
export async function mindParcel(
  app: App,
  { orderId, parcel: code, stage, at }: Passed & { orderId: OrderId; parcel: Code },
): Promise<void> {
  const order = await findOrder(app.table, orderId);
  const parcel = order?.parcels.find((one) => one.code === code);
  if (!order || (parcel?.status !== "accepted" && parcel?.status !== "packed")) return;
  await goOnWatching(app, watchParcel(app, order, parcel, { stage, at }));
  const notice: NoticeKey = { orderId, parcel: code, about: "unshipped" };
  await (LIMITS.parcel[stage]?.then === "office" ? callFor(app, notice) : tellStaff(app, notice));
}

/** One that fails is tried again with the event, and keeps none of the others from being told. */
async function eachOf(parcels: readonly Parcel[], act: (parcel: Parcel) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const parcel of parcels) {
    try {
      await act(parcel);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** On the call list first, so that it stands there also where no chat of the office is bound. */
async function callFor(app: App, key: NoticeKey): Promise<void> {
  const notice = await staffNotice(app, key);
  if (!notice) return;
  await carryOut(app, () => callStaff(app, { ...notice.call, notice: key }));
  await tellOffice(app, `office:${noticeId(key)}`, (voice) => notice.officeWords(voice, true));
}

/** A customer who was promised a person: their open order's producers hear of it, then the office. */
export async function mindConversation(
  app: App,
  detail: Passed & { conversation: string; since: IsoTime },
): Promise<void> {
  const { conversation: id, since, stage, at } = detail;
  const thread = await findConversation<State>(app.table, parseConversationId(id));
  if (!thread || thread.handedOverAt !== since || (thread.answeredAt ?? "") >= since) return;
  const alert = `unanswered:${id}:${since}`;
  if (LIMITS.conversation[stage]?.then === "producer" && (await tellProducers(app, thread, alert))) {
    await goOnWatching(app, watchConversation(app, id, since, { stage, at }));
    return;
  }
  const title = await channelTitle(app, id);
  await tellOffice(app, `office:${alert}`, ({ text }) => ({
    text: text.alerts.officeUnanswered(title),
    choices: [{ label: text.relay, payload: `relay:${conversationId(thread)}` }],
  }));
}

/** Whether any of them could be told. */
async function tellProducers(app: App, { state }: Conversation<State>, alert: string): Promise<boolean> {
  const orders = await findOrders(app.table, state.orders?.slice(0, 1) ?? []);
  let told = false;
  for (const order of orders)
    for (const { code, producer } of order.parcels.filter(isOpenParcel)) {
      const { name, phone } = order.recipient;
      const bindings = await bindingsOf(app.table, { role: "producer", producer });
      const words = await tellEach(app, bindings, `${alert}:${code}`, ({ text }) => ({
        text: text.alerts.unanswered(code, name, formatPhone(phone)),
      }));
      told ||= words !== "refused";
    }
  return told;
}

/** What a customer hears when nobody answered; one message however many producers were silent. */
export function expiryWords(order: Order, parcels: readonly string[]) {
  const silent = order.parcels.filter(({ code }) => parcels.includes(code)).map(({ producerName }) => producerName);
  const sellers = silent.join(", ");
  return ({ text }: Parameters<Parameters<typeof tellOffice>[2]>[0]) => ({
    text:
      order.status === "partly-declined"
        ? text.alerts.partlyExpired(sellers, order.code, formatVnd(order.total))
        : text.alerts.expired(sellers, order.code),
  });
}
