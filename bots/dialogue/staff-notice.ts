/** What staff are told of a parcel, in each form that a rung of the ladder takes. */
import { formatVnd, sum } from "../../shared/domain/money.ts";
import { type Outgoing } from "../../shared/domain/message.ts";
import { type NoticeKey, noticeId } from "../../shared/domain/notice.ts";
import { type Order, type Parcel, type ParcelStatus } from "../../shared/domain/order.ts";
import { formatPhone, parsePhone, type Phone } from "../../shared/domain/phone.ts";
import { type Producer } from "../../shared/domain/product.ts";
import { type Role } from "../../shared/domain/staff.ts";
import { type App } from "../../shared/ports/app.ts";
import { type TemplateNotice } from "../../shared/ports/channel.ts";
import { findOrder } from "../../shared/stores/orders.ts";
import { findProducers } from "../../shared/stores/producers.ts";
import { type CallStaff } from "../../shared/usecases/call-staff.ts";
import { stepChoices } from "./flows/parcels.ts";
import { decisionChoices, parcelBody, parcelNotice } from "./flows/staff.ts";
import { type Voice } from "./tell.ts";
import { vi } from "./text.vi.ts";

export type StaffNotice = {
  key: NoticeKey;
  /** Whom it is for. */
  post: Role;
  words: (voice: Voice) => Outgoing;
  /** `bound`: they have chats, but none could be reached. */
  officeWords: (voice: Voice, bound: boolean) => Outgoing;
  template: TemplateNotice;
  /** Never an invented one. */
  phone?: Phone;
  call: Omit<CallStaff, "notice">;
};

/** What a parcel has to be for the notice to be worth telling. */
const STANDS: Readonly<Record<NoticeKey["about"], readonly ParcelStatus[]>> = {
  placed: ["waiting"],
  unaccepted: ["waiting"],
  unshipped: ["accepted", "packed"],
  cancelled: ["cancelled"],
};

/** Undefined once there is nothing to tell: the parcel has been decided, or it does not exist. */
export async function staffNotice(app: App, key: NoticeKey): Promise<StaffNotice | undefined> {
  const order = await findOrder(app.table, key.orderId);
  const parcel = order?.parcels.find(({ code }) => code === key.parcel);
  if (!order || !parcel || !STANDS[key.about].includes(parcel.status)) return undefined;
  const producer = (await findProducers(app.table, [parcel.producer])).get(parcel.producer);
  const phone = parsePhone(producer?.phone ?? "");
  return {
    key,
    post: { role: "producer", producer: parcel.producer },
    words: (voice) => wordsOf(voice, order, { parcel, about: key.about }),
    officeWords: (voice, bound) => officeWords(voice, { order, parcel, about: key.about, bound, producer }),
    template: templateOf(key, parcel),
    ...(phone && producer?.sample !== true ? { phone } : {}),
    call: {
      conversation: order.conversation,
      name: parcel.producerName,
      interest: vi.callAbout[key.about](parcel.code),
      ...(phone ? { phone } : {}),
    },
  };
}

type About = { parcel: Parcel; about: NoticeKey["about"] };

function wordsOf(voice: Voice, order: Order, { parcel, about }: About): Outgoing {
  const { text } = voice;
  const { code } = parcel;
  switch (about) {
    case "placed":
      return parcelNotice(voice, order, parcel);
    case "cancelled":
      return { text: text.orderCancelledByCustomer(code) };
    case "unaccepted":
      return {
        ...detailed(voice, order, parcel, text.alerts.unaccepted(code)),
        choices: decisionChoices(voice, parcel),
      };
    case "unshipped":
      return { ...detailed(voice, order, parcel, text.alerts.unshipped(code)), choices: stepChoices(voice, parcel) };
  }
}

const detailed = (voice: Voice, order: Order, parcel: Parcel, head: string): Outgoing => ({
  text: [head, ...parcelBody(voice, order, parcel)].join("\n"),
});

function officeHead(
  { text }: Voice,
  { producerName, code }: Parcel,
  about: NoticeKey["about"],
  bound: boolean,
): string {
  if (about === "unaccepted") return text.alerts.officeUnaccepted(producerName, code);
  if (about === "unshipped") return text.alerts.officeUnshipped(producerName, code);
  return bound ? text.officeUnreached(producerName) : text.officeUnbound(producerName);
}

function officeBody(voice: Voice, order: Order, { about, parcel }: About, said: Outgoing): string {
  if (about === "placed") return said.text;
  if (about === "cancelled") return voice.text.cancelledTellProducer(parcel.code);
  return parcelBody(voice, order, parcel).join("\n");
}

/** The office calls them, and notes what they answer. */
function officeWords(
  voice: Voice,
  { order, bound, producer, ...about }: About & { order: Order; bound: boolean; producer: Producer | undefined },
): Outgoing {
  const { text } = voice;
  const said = wordsOf(voice, order, about);
  const phone = parsePhone(producer?.phone ?? "");
  const shown = phone && (producer?.sample === true ? text.invented(formatPhone(phone)) : formatPhone(phone));
  const lines = [
    officeHead(voice, about.parcel, about.about, bound),
    shown === null ? text.noProducerPhone : text.callProducer(shown),
    officeBody(voice, order, about, said),
  ];
  return { ...said, text: lines.join("\n") };
}

/** In Vietnamese, as the form was approved; without the customer's name, phone or address. */
function templateOf(key: NoticeKey, { code, lines, shippingFee }: Parcel): TemplateNotice {
  const [first, ...more] = lines;
  const rest = more.length > 0 ? vi.andMore(more.length) : "";
  return {
    form: "parcel",
    id: noticeId(key),
    code,
    status: vi.templateStatus[key.about],
    goods: `${(first?.name ?? "").slice(0, MOST_GOODS - rest.length)}${rest}`,
    amount: formatVnd(sum([...lines.map(({ amount }) => amount), shippingFee])),
  };
}

/** Characters that the approved form has for the goods. */
const MOST_GOODS = 100;
