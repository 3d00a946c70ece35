/** What the understanding makes of one message, and what it is given besides the text. Plain data, no behaviour. */
import { type SpokenDay } from "./day-meant.ts";

export const INTENTS = [
  "order",
  "add",
  "remove",
  "change_quantity",
  "ask_price",
  "ask_product",
  "ask_event",
  "checkout",
  "confirm",
  "cancel_order",
  "order_status",
  "give_contact",
  "greet",
  "handover",
  "complaint",
  "unsubscribe",
  "subscribe",
  "other",
] as const;
export type Intent = (typeof INTENTS)[number];

/** One thing that can be ordered, as plain data of any catalogue. */
export type CatalogueEntry = {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly aliases: readonly string[];
  readonly units: readonly { readonly unit: string; readonly pack?: string }[];
  readonly group?: string;
  /** Head words said for several products, each with all ids it may mean; more are derived from the names. */
  readonly genericTerms?: readonly string[];
};

/** Why a quantity is null although the message spoke of one. */
export type QuantityProblem = "vague" | "invalid" | "relative";

export type ReadItem = {
  /** Null: ambiguous (`candidates`), not sold here (`unknown`), or the thing of an earlier turn. */
  readonly product: string | null;
  readonly candidates?: readonly string[];
  readonly unknown?: string;
  /** Above 0 and at most 9,999, in `unit` as said. */
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly problem?: QuantityProblem;
  /** With problem "relative": multiply what is in the cart ("gấp đôi" 2, "một nửa" 0.5). */
  readonly times?: number;
  /** Several buyers in one message: whose line this is. */
  readonly buyer?: string;
};

/** What the bot asked last, so that "4", "ừ" or "2" are answers. */
export type Awaiting = "quantity" | "phone" | "address" | "name" | "confirmation" | "choice" | "product";

export type ReadContext = {
  readonly awaiting?: Awaiting;
  /** Product ids in the order shown or asked about; with "quantity" the first is the one meant. */
  readonly shown?: readonly string[];
  /** How many numbered choices were shown, when they were not products. */
  readonly choices?: number;
};

/** A commune of today, found in an address or said alone. */
export type CommuneMatch = {
  /** As said, with its type where typed: "xã Phúc Sen". */
  readonly said: string;
  /** One: known. Several: ask which. */
  readonly communes: readonly {
    readonly code: string;
    readonly name: string;
    /** The unit before July 2025, when an old name was said. */
    readonly old?: { readonly code: string; readonly name: string; readonly district: string };
  }[];
};

export type WishedDate = SpokenDay & {
  /** As typed, without accents. */
  readonly text: string;
  readonly relation: "on" | "before" | "after";
};

export type AskBack =
  | { readonly about: "product"; readonly item: number; readonly candidates: readonly string[] }
  | { readonly about: "quantity"; readonly item: number; readonly problem: QuantityProblem }
  | { readonly about: "unknown-product"; readonly item: number; readonly said: string }
  | { readonly about: "what"; readonly reason: "nothing-named" | "as-before" }
  | { readonly about: "phone"; readonly said: string }
  | { readonly about: "commune"; readonly match: CommuneMatch };

export type Reading = {
  readonly intent: Intent;
  /** 0 to 1; below 0.5 the intent is a guess. */
  readonly confidence: number;
  readonly items: readonly ReadItem[];
  /** Products named but refused; they must not be ordered. */
  readonly negated: readonly string[];
  /** Products merely spoken of. */
  readonly mentions: readonly string[];
  /** "0912345678". */
  readonly phone: string | null;
  /** A number given as a phone that cannot be one, as typed. */
  readonly invalidPhone: string | null;
  /** The span as typed. */
  readonly address: string | null;
  readonly commune: CommuneMatch | null;
  /** The recipient, without honorific. */
  readonly name: string | null;
  readonly wishedDate: WishedDate | null;
  /** A bare yes or no, whatever the intent. */
  readonly answer: "yes" | "no" | null;
  /** Which of the numbered choices, from 1; only with context "choice". */
  readonly choice: number | null;
  readonly language: "vi" | "en";
  /** The message asks to be answered in this language. */
  readonly switchTo: "vi" | "en" | null;
  /** "như lần trước": the last order or the contact on file is meant. */
  readonly asBefore: { readonly order: boolean; readonly contact: boolean };
  readonly askBack: AskBack | null;
};
