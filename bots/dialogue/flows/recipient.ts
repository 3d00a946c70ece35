/** Who an order is for: name and phone always, an address only where something has to be brought to them. */
import { formatPhone, parsePhone } from "../../../shared/domain/phone.ts";
import { type Recipient } from "../../../shared/domain/order.ts";
import { isVisit } from "../visit-line.ts";
import { type Context } from "../step.ts";

const MOST_NAME = 60;

type Slot = "name" | "phone" | "address";

/** What we ask of who gets it, in this order. A name is asked for but never waited for; a stay needs no address. */
export const missing = (context: Context): readonly Slot[] => {
  const { contact } = context.state;
  return (["name", "phone", "address"] as const).filter(
    (slot) => contact[slot] === undefined && (slot !== "address" || travels(context)),
  );
};

/** Something in the cart has to be brought to the customer; an empty cart may still be filled with goods. */
export const travels = ({ state: { cart } }: Context): boolean =>
  cart.length === 0 || cart.some((line) => !isVisit(line));

export function askContact(context: Context, slots: readonly Slot[]): string {
  const { text } = context;
  const name = travels(context) ? text.needName : text.visits.needName;
  const words = { name, phone: text.needPhone, address: text.needAddress };
  const wanted = slots.map((slot) => words[slot]);
  const list = [wanted.slice(0, -1).join(", "), wanted.at(-1)].filter(Boolean).join(text.and);
  return slots.length === 3 ? text.needAll : text.need(list);
}

/** Undefined while the phone can't be one. */
export function recipientOf(context: Context): Recipient | undefined {
  const phone = parsePhone(context.state.contact.phone ?? "");
  const address = addressOf(context);
  if (!phone) return undefined;
  return { name: nameOf(context), phone, ...(address === undefined ? {} : { address }) };
}

export function recipientWords(context: Context): string {
  const { text, state } = context;
  const phone = state.contact.phone ?? "";
  const spoken = parsePhone(phone);
  const shown = spoken ? formatPhone(spoken) : phone;
  const address = addressOf(context);
  return address === undefined
    ? text.visits.guest(nameOf(context), shown)
    : text.confirmRecipient(nameOf(context), shown, address);
}

/** The name given, else the one on their profile; where neither is there the parcel goes to "a customer". */
const nameOf = ({ state, incoming, text }: Context): string =>
  state.contact.name ?? (profileName(incoming.sender.name) || text.unnamed);

const profileName = (name = ""): string =>
  name
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, MOST_NAME);

/** Nobody's address is passed on where nothing is sent. */
function addressOf(context: Context): string | undefined {
  const { address, place } = context.state.contact;
  if (address === undefined || !travels(context)) return undefined;
  return place === undefined ? address : `${address} (${context.text.onTheMap(place)})`;
}
