/** A small shop and a customer for trying the engine without any channel or table: acts are answered from memory. */
import { type Catalogue, type Listing } from "../../shared/domain/catalogue.ts";
import { type Code, type LeadId, type OrderId, type ProducerId, type ProductId } from "../../shared/domain/ids.ts";
import { type Content, type Outgoing } from "../../shared/domain/message.ts";
import { vnd } from "../../shared/domain/money.ts";
import { type CartLine, type OrderSummary } from "../../shared/domain/order.ts";
import { isoTime, vietnamDate } from "../../shared/domain/time.ts";
import { timesPaid, visitOf } from "../../shared/domain/visit.ts";
import { refuse } from "../../shared/domain/result.ts";
import { step } from "./engine.ts";
import { lexiconOf, listingsOf } from "./knowledge.ts";
import { initialState, type State } from "./state.ts";
import { type Act, type ActName, type Facts, type Proposed, type Step } from "./step.ts";

type Row = [id: string, name: string, seller: number, offers: [unit: string, price: number, grams?: number][]];

const ROWS: readonly Row[] = [
  ["mien-dong", "Miến dong", 0, [["gói", 45_000, 500]]],
  ["mien-khoai", "Miến khoai", 0, [["gói", 40_000, 500]]],
  ["nam-huong", "Nấm hương", 1, [["gói", 110_000, 200]]],
  ["hat-de", "Hạt dẻ", 1, [["kg", 160_000, 1000]]],
  ["homestay", "Homestay Khuổi Ky", 1, [["phòng", 450_000]]],
  ["tour", "Tour thác Bản Giốc", 0, [["vé", 650_000]]],
];
const SELLERS = ["HTX Một", "HTX Hai"];

const listingOf = ([id, name, seller, offers]: Row): Listing => ({
  id: id as ProductId,
  slug: id,
  kind: id === "homestay" ? "stay" : id === "tour" ? "tour" : "goods",
  status: "published",
  name,
  aliases: [],
  producer: `htx-${seller}` as ProducerId,
  priceStatus: "known",
  shipPolicy: "any",
  offers: offers.map(([unit, price, weightG]) => ({
    unit,
    price: vnd(price),
    ...(weightG === undefined ? {} : { weightG, pack: `${unit} ${weightG}g` }),
  })),
  seller: {
    id: `htx-${seller}` as ProducerId,
    slug: `htx-${seller}`,
    name: SELLERS[seller] ?? "",
    status: "verified",
  },
});

const now = isoTime(new Date("2026-11-23T02:00:00.000Z"));

export const catalogueOf = (listings: readonly Listing[]): Catalogue => ({ version: "small", builtAt: now, listings });
export const LISTINGS: readonly Listing[] = ROWS.map(listingOf);
const small = catalogueOf(LISTINGS);

export const factsOf = (catalogue: Catalogue = small): Facts => ({
  now,
  today: vietnamDate(now),
  catalogue,
  listings: listingsOf(catalogue),
  lexicon: lexiconOf(catalogue),
  fairs: [],
  shop: { name: "OCOP Cao Bằng", publicUrl: "https://chophien.test", sample: false },
  buttons: 5,
  asksContact: false,
});

export type Customer = {
  /** Answers of the bot, one text each. */
  say(words: string): readonly string[];
  send(content: Content): readonly Outgoing[];
  state(): State;
  /** Everything the engine has asked to be done, in order; asking a model does nothing. */
  readonly acts: Act[];
};

export const CONTACT = "Hoa, 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán, Cao Bằng";

export type PretendModel = (wish: Act<"propose-reading">["wish"]) => Proposed;

export function customer(
  facts: Facts = factsOf(),
  begin: State = { ...initialState(), greeted: true },
  model: PretendModel = () => ({ none: "not-asked" }),
): Customer {
  const acts: Act[] = [];
  const world = memory();
  let state = begin;
  let updates = 0;
  const send = (content: Content): readonly Outgoing[] => {
    const incoming = {
      channel: "specimen",
      account: "shop",
      chat: "1",
      updateId: String((updates += 1)),
      at: now,
      sender: { id: "1" },
      content,
    };
    let current: Step = step(state, incoming, facts);
    while (current.pending) {
      const { act, then } = current.pending;
      if (act.do === "propose-reading") current = then(model(act.wish));
      else {
        acts.push(act);
        current = then(world(act));
      }
    }
    // As it is stored between turns.
    state = JSON.parse(JSON.stringify(current.state)) as State;
    return current.replies;
  };
  return { send, say: (text) => send({ kind: "text", text }).map((reply) => reply.text), state: () => state, acts };
}

function timesOf({ unit, visit: wish }: CartLine): number {
  const visit = wish && visitOf(wish);
  return timesPaid(visit ? { unit, visit } : { unit });
}

/** Acts that are answered alike whatever was done before. */
const ALWAYS: Partial<Readonly<Record<ActName, unknown>>> = {
  "find-parcels": [],
  "keep-photo": refuse({ code: "not-here" }),
  "decide-parcel": refuse({ code: "not-here" }),
  "advance-parcel": refuse({ code: "no-such-parcel" }),
  "answer-customer": refuse({ code: "not-here" }),
  "give-back": refuse({ code: "not-here" }),
  "list-product": null,
  "call-person": { told: true },
  "who-waits": { waiting: [] },
  "withdraw-leads": null,
  "await-stock": {},
  "forget-stock": null,
  "open-code": { kind: "unknown" },
  recall: {},
  "find-transfers": [],
  "claim-payment": null,
  "note-money": refuse({ code: "no-such-parcel" }),
  "settle-stray": refuse({ code: "no-such-payment" }),
  "make-link": { code: "LNKC2345" },
  unlink: refuse({ code: "not-joined" }),
  "prove-phone": {},
  "claim-phone": null,
};

/** Orders and leads as use cases would answer of them. */
function memory(): (act: Exclude<Act, Act<"propose-reading">>) => unknown {
  const orders = new Map<OrderId, OrderSummary>();
  let leads = 0;
  return ({ do: name, wish }) => {
    if (name in ALWAYS) return ALWAYS[name];
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the others are answered above
    switch (name) {
      case "place-order": {
        const id = `ord_${orders.size + 1}` as OrderId;
        const total = vnd(wish.lines.reduce((sum, line) => sum + line.price * line.quantity * timesOf(line), 0));
        const code = `CODE000${orders.size + 2}` as Code;
        orders.set(id, { id, code, status: "placed", total, placedAt: now, parcels: [] });
        return { id, code, total };
      }
      case "find-orders":
      case "find-own-orders":
        return wish.orders.flatMap((id) => orders.get(id) ?? []);
      case "cancel-order": {
        const order = orders.get(wish.order);
        if (!order) return refuse({ code: "no-such-order" });
        orders.set(wish.order, { ...order, status: "cancelled" });
        return orders.get(wish.order);
      }
      case "capture-lead":
        return { lead: `led_${(leads += 1)}` as LeadId };
      case "announce-fair":
        return { name: wish.name, slug: "hoi-cho", outcome: "new", walls: ["Kênh Telegram"] };
    }
  };
}
