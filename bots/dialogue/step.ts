/** One step of the dialogue: what we know now, what we say, and what is to be done before we can say more. */
import { type Catalogue, type Listing } from "../../shared/domain/catalogue.ts";
import { type Fair } from "../../shared/domain/fair.ts";
import {
  type Code,
  type FairId,
  type LeadId,
  type OrderId,
  type ProducerId,
  type ProductId,
} from "../../shared/domain/ids.ts";
import { type Lead } from "../../shared/domain/lead.ts";
import { type Incoming, type Outgoing } from "../../shared/domain/message.ts";
import { type Order, type OrderSummary } from "../../shared/domain/order.ts";
import { type IsoDate, type IsoTime } from "../../shared/domain/time.ts";
import { type Provider } from "../../shared/domain/payment.ts";
import { type Phone } from "../../shared/domain/phone.ts";
import { type Role } from "../../shared/domain/staff.ts";
import { type TransferSlip } from "../../shared/domain/transfer.ts";
import { type ModelProposal, type NoProposal } from "../../shared/ports/assistant.ts";
import { type AnnouncedFair, type AnnounceFair, type FairRefusal } from "../../shared/usecases/announce-fair.ts";
import { type CancelFairRefusal } from "../../shared/usecases/cancel-fair.ts";
import { type CancelOrderRefusal } from "../../shared/usecases/cancel-order.ts";
import { type SettleStrayRefusal, type StaffWordRefusal } from "../../shared/usecases/confirm-payment.ts";
import { type AdvanceParcel, type AdvanceParcelRefusal } from "../../shared/usecases/advance-parcel.ts";
import { type DecideParcel, type DecideParcelRefusal } from "../../shared/usecases/decide-parcel.ts";
import { type PartRefusal } from "../../shared/usecases/part-contact.ts";
import { type PlaceOrder, type PlaceOrderRefusal } from "../../shared/usecases/place-order.ts";
import { type ClaimRefusal } from "../../shared/usecases/prove-phone.ts";
import { type SpeakRefusal } from "../../shared/usecases/speak-for-shop.ts";
import { type ListedProduct, type ListingRefusal, type ListProduct } from "../../shared/usecases/list-product.ts";
import { type Customer } from "./customer-name.ts";
import { type Lexicon } from "../understanding/lexicon.ts";
import { type Claimed, type Joined } from "./flows/joining.ts";
import { type Opened } from "./open-code.ts";
import { changed, type ProposedItem, type State } from "./state.ts";
import { type Texts } from "./text.vi.ts";
import { type Gift } from "./threads.ts";
import { type WhoWaits } from "./who-waits.ts";

/** What the engine may look at: read before the step, written down with the turn. */
export type Facts = {
  now: IsoTime;
  today: IsoDate;
  catalogue: Catalogue;
  listings: ReadonlyMap<ProductId, Listing>;
  lexicon: Lexicon;
  /** All public ones, past ones too. */
  fairs: readonly Fair[];
  shop: { name: string; publicUrl: string; sample: boolean };
  /** How many buttons the channel can show; 0 = none. */
  buttons: number;
  /** The channel has a one-tap way to hand over one's own phone. */
  asksContact: boolean;
};

/** `slips`: where each parcel is to be paid, if by transfer. */
export type Placed = Pick<Order, "id" | "code" | "total" | "sample"> & { readonly slips?: readonly TransferSlip[] };

/** What a model may choose from. */
export type Shortlisted = { readonly product: ProductId; readonly name: string; readonly units: readonly string[] };

/** A model's proposal, of products that were on the shortlist; or why there is none. */
export type Proposed =
  { readonly intent: ModelProposal["intent"]; readonly items: readonly ProposedItem[] } | { readonly none: NoProposal };

/** `walls`: titles of those that its posts go to now. */
export type ToldFair = Pick<AnnouncedFair, "outcome" | "ban"> &
  Pick<Fair, "name" | "slug"> & { walls: readonly string[] };

/** Every act the dialogue can ask for, with what it asks and what comes back. */
export type Acts = {
  "place-order": [wish: Omit<PlaceOrder, "conversation" | "source">, outcome: Placed | PlaceOrderRefusal];
  "cancel-order": [wish: { order: OrderId }, outcome: OrderSummary | CancelOrderRefusal];
  "find-orders": [wish: { orders: readonly OrderId[] }, outcome: readonly OrderSummary[]];
  /** Those of this person on all their contacts, newest first; `orders` are this thread's. */
  "find-own-orders": [wish: { orders: readonly OrderId[] }, outcome: readonly OrderSummary[]];
  /** What this person bought last, where that was on another of their contacts. */
  recall: [wish: null, outcome: Gift];
  /** Orders with open parcels of this producer, and no parcels but theirs. */
  "find-parcels": [wish: { producer: ProducerId }, outcome: readonly Order[]];
  "decide-parcel": [wish: DecideParcel, outcome: { decided: true } | DecideParcelRefusal];
  /** `pictured`: it was packed before, and a picture followed. */
  "advance-parcel": [wish: AdvanceParcel, outcome: { pictured: boolean } | AdvanceParcelRefusal];
  /** `typed`: not by a link, which somebody else may have laid out. */
  "open-code": [wish: { code: Code; typed?: true }, outcome: Opened];
  /** A code that joins this contact with the one it is typed on. */
  "make-link": [wish: null, outcome: { code: Code }];
  unlink: [wish: null, outcome: { settled: true } | PartRefusal];
  "prove-phone": [wish: { phone: Phone }, outcome: { claim?: Claimed }];
  "claim-phone": [wish: { phone: Phone }, outcome: null];
  "join-claimed": [wish: { phone: Phone }, outcome: Joined | ClaimRefusal];
  "deny-claim": [wish: { phone: Phone }, outcome: { settled: true } | ClaimRefusal];
  "list-product": [wish: ListProduct, outcome: ListedProduct | ListingRefusal];
  "announce-fair": [wish: AnnounceFair, outcome: ToldFair | FairRefusal];
  "cancel-fair": [wish: { fair: FairId }, outcome: Pick<Fair, "name" | "slug"> | CancelFairRefusal];
  "keep-photo": [wish: { ref: string }, outcome: { photo: string } | { refused: true; code: "photo-lost" }];
  /** `quiet`: on record, but nobody is told, since an order is on its way. */
  "capture-lead": [
    wish: Pick<Lead, "kind" | "interest" | "name" | "phone" | "season"> & { quiet?: boolean },
    outcome: { lead: LeadId },
  ];
  /** To be told when it is back. `days`: how long the channel takes messages after theirs, where not for ever. */
  "await-stock": [wish: { product: ProductId }, outcome: { days?: number }];
  "forget-stock": [wish: { products: readonly ProductId[] }, outcome: null];
  "withdraw-leads": [wish: { leads: readonly LeadId[] }, outcome: null];
  /** The conversation waits for a person: a lead, and word to the office. */
  "call-person": [
    wish: { interest: string; kind?: "handover" | "complaint"; name?: string; phone?: string },
    outcome: { told: boolean },
  ];
  /** The office speaks in a customer's conversation, and gives it back to the bot. */
  "answer-customer": [wish: { conversation: string; text: string }, outcome: { customer: Customer } | SpeakRefusal];
  /** `words` are redacted. Whether there is anybody to ask is not for the engine to know. */
  "propose-reading": [wish: { words: string; shortlist: readonly Shortlisted[] }, outcome: Proposed];
  "give-back": [wish: { conversation: string }, outcome: { customer: Customer } | SpeakRefusal];
  /** `held`: the customer who is to be answered, where there is such a one. */
  "who-waits": [wish: WhoWaits, outcome: { held?: Customer; waiting: readonly Customer[] }];
  /** Where what is still missing for these orders can be paid. */
  "find-transfers": [wish: { orders: readonly OrderId[] }, outcome: readonly TransferSlip[]];
  /** The customer says that they have transferred. */
  "claim-payment": [wish: { order: OrderId }, outcome: null];
  /** Staff say that what was missing came in, or that what was too much went back. */
  "note-money": [
    wish: { parcel: Code; role: Role; what: "received" | "returned" },
    outcome: { noted: true } | StaffWordRefusal,
  ];
  "settle-stray": [wish: { provider: Provider; id: string }, outcome: { noted: true } | SettleStrayRefusal];
};

export type ActName = keyof Acts;
export type Act<Name extends ActName = ActName> = { [N in Name]: { do: N; wish: Acts[N][0] } }[Name];

export type Step = {
  readonly state: State;
  readonly replies: readonly Outgoing[];
  /** To be carried out; `then` gives the rest of the step. */
  readonly pending?: { readonly act: Act; readonly then: (outcome: unknown) => Step };
};

export type Context = {
  readonly state: State;
  readonly incoming: Incoming;
  readonly facts: Facts;
  readonly text: Texts;
};

/** Says something; the choices shown become what numbers mean. */
export function say(state: State, ...replies: readonly Outgoing[]): Step {
  const choices = replies.findLast((reply) => reply.choices)?.choices?.map(({ payload }) => payload);
  return { state: changed(state, { choices }), replies };
}

/** Does something first; what is said depends on how it went. */
export const perform = <Name extends ActName>(
  state: State,
  name: Name,
  wish: Acts[Name][0],
  then: (outcome: Acts[Name][1]) => Step,
): Step => ({
  state,
  replies: [],
  pending: { act: { do: name, wish } as Act, then: (outcome) => then(outcome as Acts[Name][1]) },
});

/** The same step with something said before it. */
export function saidBefore(replies: readonly Outgoing[], step: Step): Step {
  if (!step.pending) return { ...step, replies: [...replies, ...step.replies] };
  const { act, then } = step.pending;
  return { ...step, pending: { act, then: (outcome) => saidBefore(replies, then(outcome)) } };
}
