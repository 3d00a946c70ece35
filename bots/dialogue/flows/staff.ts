/** A producer's chat: taking and declining parcels. Who may do it is in the state, never in the tap. */
import { type Code, type ProducerId } from "../../../shared/domain/ids.ts";
import { formatVnd, sum } from "../../../shared/domain/money.ts";
import { type Choice, type Outgoing } from "../../../shared/domain/message.ts";
import { type Order, type Parcel, type Recipient } from "../../../shared/domain/order.ts";
import { formatPhone } from "../../../shared/domain/phone.ts";
import { isRefused } from "../../../shared/domain/result.ts";
import { type Product } from "../../../shared/domain/product.ts";
import { type Role } from "../../../shared/domain/staff.ts";
import { changed } from "../state.ts";
import { moneyChoices, moneyLine } from "./money-word.ts";
import { type Context, perform, say, type Step } from "../step.ts";
import { type Texts } from "../text.vi.ts";
import { bookingWords } from "../visit-words.ts";
import { numbered, quantityWords } from "../words.ts";

type Kind = Product["kind"];

/** The producer this chat is bound to; undefined for everybody else. */
export const producerOf = ({ state: { staff } }: Pick<Context, "state">): ProducerId | undefined =>
  staff?.role === "producer" ? staff.producer : undefined;

/** Who may decide and move parcels here: a producer theirs, the office for those whom it calls. */
export const actorOf = ({ state: { staff } }: Pick<Context, "state">): Role | undefined =>
  staff?.role === "organizer" ? undefined : staff;

/** What a producer is told of a parcel: the goods, the sum to collect, where it goes, and two answers. */
export function parcelNotice(context: Pick<Context, "text" | "state">, order: Order, parcel: Parcel): Outgoing {
  const kind = kindOf(parcel);
  return {
    text: [newWords(context.text, parcel.code, kind), ...parcelBody(context, order, parcel)].join("\n"),
    choices: [...decisionChoices(context, parcel), ...moneyChoices(context.text, order, parcel)],
  };
}

export const decisionChoices = ({ text }: Pick<Context, "text">, parcel: Parcel): readonly Choice[] => [
  { label: kindOf(parcel) === "goods" ? text.accept : text.visits.accept, payload: `accept:${parcel.code}` },
  { label: text.decline, payload: `decline:${parcel.code}` },
];

/** The goods, the sum to collect, where it goes. */
export function parcelBody(
  { text, state }: Pick<Context, "text" | "state">,
  order: Order,
  parcel: Parcel,
): readonly string[] {
  const lines = parcel.lines.map(
    ({ name, quantity, unit, visit }) =>
      `${name}: ${visit ? bookingWords({ text }, { quantity, unit }, visit) : `${quantityWords(quantity, state.language)} ${unit}`}`,
  );
  const goods = sum(parcel.lines.map((line) => line.amount));
  const total = formatVnd(sum([goods, parcel.shippingFee]));
  const amount = order.sample ? `${total} (${text.sampleMark})` : total;
  return [
    numbered(lines),
    moneyLine(text, order, parcel) ??
      (kindOf(parcel) === "goods"
        ? text.parcelTotal(amount, formatVnd(goods), formatVnd(parcel.shippingFee))
        : text.visits.collect(amount)),
    recipientLine(text, order.recipient),
  ];
}

/** "goods" as soon as something has to be sent. */
const kindOf = ({ lines }: Parcel): Kind => {
  if (lines.some(({ visit }) => visit === undefined)) return "goods";
  return lines.every(({ visit }) => visit?.kind === "tour") ? "tour" : "stay";
};

function newWords(text: Texts, code: Code, kind: Kind): string {
  if (kind === "goods") return text.newParcel(code);
  return kind === "stay" ? text.visits.newStay(code) : text.visits.newTour(code);
}

const recipientLine = (text: Texts, { name, phone, address }: Recipient): string =>
  address === undefined
    ? text.visits.contact(name, formatPhone(phone))
    : text.parcelRecipient(name, formatPhone(phone), address);

export type Own = { order: Order; parcel: Parcel };

export const ownOf = (orders: readonly Order[], producer: ProducerId): readonly Own[] =>
  orders.flatMap((order) =>
    order.parcels.filter((parcel) => parcel.producer === producer).map((parcel) => ({ order, parcel })),
  );

/** "nhận" or "từ chối" without saying which: the only one that waits, else the list. */
export function decideOnly(context: Context, decision: "accepted" | "declined"): Step {
  const producer = producerOf(context);
  const { state, text } = context;
  if (producer === undefined) return say(state, { text: text.noSuchParcel });
  return perform(state, "find-parcels", { producer }, (orders) => {
    const waiting = ownOf(orders, producer).filter(({ parcel }) => parcel.status === "waiting");
    const [only, ...others] = waiting;
    if (!only) return say(state, { text: text.noWaitingParcels });
    if (others.length === 0) return decide(context, only.parcel.code, decision);
    return say(state, ...waiting.slice(0, 5).map(({ order, parcel }) => parcelNotice(context, order, parcel)));
  });
}

export function decide(context: Context, parcel: Code, decision: "accepted" | "declined"): Step {
  if (decision === "accepted" || actorOf(context) === undefined) return settle(context, parcel, decision);
  return say(changed(context.state, { asking: { for: "reason", parcel } }), { text: context.text.askReason(parcel) });
}

/** A parcel of somebody else is answered like one that does not exist. */
export function settle(context: Context, parcel: Code, decision: "accepted" | "declined", reason?: string): Step {
  const by = actorOf(context);
  const { text } = context;
  if (by === undefined) return say(context.state, { text: text.noSuchParcel });
  const state = changed(context.state, { asking: undefined });
  const wish = { parcel, by, decision, ...(reason === undefined ? {} : { reason }) };
  return perform(state, "decide-parcel", wish, (outcome) => {
    if (!isRefused(outcome)) {
      return say(state, { text: decision === "accepted" ? text.youAccepted(parcel) : text.youDeclined(parcel) });
    }
    switch (outcome.code) {
      case "no-such-parcel":
        return say(state, { text: text.noSuchParcel });
      case "already-decided":
        return say(state, { text: text.alreadyDecided(parcel, text.parcelStatus[outcome.parcel.status]) });
    }
  });
}
