/** What a conversation remembers between turns. Kept small: it is read and written with every message. */
import { type Fair } from "../../shared/domain/fair.ts";
import { type Code, type LeadId, type OrderId, type ProductId } from "../../shared/domain/ids.ts";
import { type Phone } from "../../shared/domain/phone.ts";
import { type Vnd } from "../../shared/domain/money.ts";
import { type LeadKind } from "../../shared/domain/lead.ts";
import { type CartLine } from "../../shared/domain/order.ts";
import { type Role } from "../../shared/domain/staff.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { type AdvanceParcel } from "../../shared/usecases/advance-parcel.ts";
import { type VisitSaid, type VisitSlot } from "../understanding/read-visit.ts";

export type Language = "vi" | "en";

/** What we asked last, so that "2", "ừ" and "gói nhỏ" mean something. */
export type Asking =
  /** Which of these did they mean? None: they named what is not sold here, and may name something that is. */
  | { for: "product"; candidates: readonly ProductId[]; quantity: number | null; unit: string | null }
  | { for: "quantity"; product: ProductId; unit: string | null }
  /** They said "2 kg" of what is sold in packs: is this what they want? */
  | { for: "conversion"; line: CartLine; said: { quantity: number; unit: string } }
  /** A model took what they wrote for this: is it so? */
  | { for: "proposal"; items: readonly ProposedItem[] }
  /** When they come, for how many nights, how many they are. `news`: or shall we write when the season comes? */
  | { for: "visit"; product: ProductId; slot: VisitSlot; news?: true }
  | { for: "contact" }
  /** Prices as shown, line by line of the cart. */
  | { for: "confirmation"; prices: readonly Vnd[] }
  /** Shall we write when there is news, of this product or of fairs? */
  | { for: "news"; product?: ProductId }
  /** Somebody gave this phone, which was proved here, as their own on another channel: is that them? */
  | { for: "same-person"; phone: Phone }
  | { for: "reason"; parcel: Code }
  /** No parcel: which one was it? Sent: how did it go? Packed: a picture of it may follow. */
  | { for: "parcel"; move: ParcelMove; parcel?: Code }
  | { for: "listing" }
  /** Of the fair that is being told of: what was left out, or whether the card is right. */
  | { for: "fair"; about: FairQuestion };

/** What a producer says has become of a parcel. */
export type ParcelMove = Pick<AdvanceParcel, "to" | "photo" | "shipment">;

export type FairQuestion = "name" | "days" | "last-day" | "venue" | "organizer" | "more" | "card";

/** What a model may propose, and all of it: goods of the catalogue, how many, in which of their units. */
export type ProposedItem = {
  readonly product: ProductId;
  readonly quantity: number | null;
  readonly unit: string | null;
};

export type Contact = {
  name?: string;
  phone?: string;
  address?: string;
  /** Shared on the map: "22.66,106.26". No address, but a help to whoever delivers. */
  place?: string;
  /** Communes of today that the address may mean, until one is chosen. */
  communes?: readonly string[];
  /** The goods go to somebody else than the one who writes. */
  forOther?: true;
};

/** A product a producer is telling us about, field by field. */
export type ListingDraft = {
  name?: string;
  price?: number;
  unit?: string;
  pack?: string;
  stock?: number;
  photo?: string;
};

/** A fair that an organizer is telling us about, field by field; with an `id` one that was announced, told anew. */
export type FairDraft = Partial<
  Pick<Fair, "id" | "name" | "from" | "to" | "opensAt" | "closesAt" | "organizer" | "focus" | "description" | "photo">
> & {
  /** As it was said. */
  venue?: string;
  /** Hours, goods and a picture were asked for: once is enough. */
  offered?: true;
};

/** An item that waits for its turn to be asked about. */
export type Pending = {
  product: ProductId | null;
  candidates?: readonly ProductId[];
  quantity: number | null;
  unit: string | null;
  /** A quantity was said that cannot be: -5, 0, 1e9. */
  bad?: boolean;
};

export type State = {
  language: Language;
  greeted?: true;
  cart: readonly CartLine[];
  contact: Contact;
  asking?: Asking;
  pending?: readonly Pending[];
  /** Lines taken out of the cart last: "thôi giữ lại". */
  dropped?: readonly CartLine[];
  /** The cart holds so many sets of the same. */
  sets?: number;
  /** Payloads of the choices shown last, in their order: "2" picks the second. */
  choices?: readonly string[];
  /** Days and people said of a stay or tour that is not in the cart yet. */
  visit?: VisitSaid;
  /** The cart is to be paid by transfer, where its sellers take that. */
  pay?: "transfer";
  /** The product talked of last. */
  focus?: ProductId;
  /** Turns taken in the minute that runs. */
  pace?: { minute: string; turns: number };
  /** How often a model was asked on this day. */
  asked?: { day: IsoDate; times: number };
  /** Times in a row that we did not understand. */
  misses?: number;
  /** Newest first, at most five. */
  orders?: readonly OrderId[];
  /** Orders of this customer's other contacts, as shown here last. */
  elsewhere?: readonly OrderId[];
  /** An order just placed that the cart is to take the place of. */
  replaces?: OrderId;
  /** What was ordered last: "như lần trước". */
  last?: readonly CartLine[];
  /** Who we noted for the office in this conversation, to be taken back or made anew. */
  leads?: Readonly<Partial<Record<LeadKind, LeadId>>>;
  /** Sold out, and they are told when it is back. */
  awaits?: readonly ProductId[];
  /** What they asked to be told of when its season comes, and the wish on record. */
  seasons?: Readonly<Record<ProductId, LeadId>>;
  /** The language is settled: a whole sentence was said, or it was asked for. */
  spoken?: true;
  /** Bound by invitation; `selling` while the chat is a stall rather than a customer. */
  staff?: Role;
  /** The customer's conversation that the office is answering from here. */
  relay?: string;
  /** Customers' conversations that the office was told of and has not answered yet; the newest first. */
  waiting?: readonly string[];
  /** Those it was told of since it last said whom it answers. */
  called?: readonly string[];
  /** What it wrote and nobody has been sent yet: for whom it is was asked. */
  unsent?: string;
  selling?: boolean;
  draft?: ListingDraft;
  fair?: FairDraft;
};

export const initialState = (): State => ({ language: "vi", cart: [], contact: {} });

/** The state with some of it changed; a value of undefined takes the property away. */
export function changed(state: State, changes: { [Name in keyof State]?: State[Name] | undefined }): State {
  const entries = Object.entries({ ...state, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as State;
}

/** Who they said they are, as far as they said. */
export const named = ({ name, phone }: Contact): { name?: string; phone?: string } => ({
  ...(name === undefined ? {} : { name }),
  ...(phone === undefined ? {} : { phone }),
});

/** Something of who and where is new; whether it is for somebody else alone is not. */
export const tellsMore = (before: Contact, now: Contact): boolean =>
  JSON.stringify({ ...before, forOther: undefined }) !== JSON.stringify({ ...now, forOther: undefined });
