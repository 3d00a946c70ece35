/** The judge of the killed shop finds what is planted in its file. */
import { describe, expect, it } from "vitest";
import { type Turn } from "../../shared/domain/conversation.ts";
import { type Incoming } from "../../shared/domain/message.ts";
import { type Order } from "../../shared/domain/order.ts";
import { brokenAtEnd, brokenNow } from "./promises.ts";
import { type FileContent } from "./read-file.ts";

const OFFER = "product#mien-dong offer#gói";

const said = (updateId: string) => ({ updateId }) as Incoming;

const turn = (seq: number, more: Partial<Turn> = {}): FileContent["turns"][number] => ({
  conversation: "conv#webchat:shop:1",
  seq,
  at: "2026-11-23T00:00:00.000Z" as Turn["at"],
  inbox: `inbox-${seq}`,
  in: said(`u${seq}`),
  out: [],
  ...more,
});

const order = (id: string, code: string, status = "waiting") =>
  ({
    id,
    code,
    parcels: [{ status, lines: [{ product: "mien-dong", unit: "gói", quantity: 2 }] }],
  }) as unknown as Order;

const placing = turn(2, { outcomes: [{ id: "ord_1", code: "ABCD", total: 110_000 }] });

const whole: FileContent = {
  integrity: "ok",
  turns: [turn(1), placing],
  waiting: [said("u3")],
  orders: [order("ord_1", "ABCD")],
  offers: new Map([[OFFER, { onHand: 98, reserved: 2 }]]),
  placed: ["order:ord_1"],
  leads: new Set(["lead#led_ord_1"]),
};

const before: FileContent = { ...whole, offers: new Map([[OFFER, { onHand: 100 }]]) };
const judged = { acknowledged: new Set(["u1", "u2", "u3"]), before };

it("finds nothing in a file that keeps them all", () => {
  expect(brokenNow(whole, judged)).toEqual([]);
});

describe("finds what is planted", () => {
  const PLANTED: readonly (readonly [what: string, planted: Partial<FileContent>, told: readonly string[]])[] = [
    ["a broken file", { integrity: "row 7 missing" }, ["The file is broken: row 7 missing"]],
    ["a lost message", { waiting: [] }, ["1 acknowledged and lost: u3"]],
    ["a message answered twice", { turns: [turn(1), placing, turn(3, { in: said("u1") })] }, ["1 answered twice: u1"]],
    [
      "one delivery in two turns",
      { turns: [turn(1), placing, turn(3, { inbox: "inbox-1" })] },
      ["1 of two turns: conv#webchat:shop:1 inbox-1"],
    ],
    [
      "a lost order",
      { orders: [], offers: before.offers },
      ["1 ordered, and no order: ord_1", "1 an event of no order, or a second one: order:ord_1"],
    ],
    ["an order out of nothing", { turns: [turn(1), turn(2)] }, ["1 an order that nobody asked for: ord_1"]],
    ["an order without its event", { placed: [] }, ["1 an order without its one event: order:ord_1"]],
    [
      "an event told twice",
      { placed: ["order:ord_1", "order:ord_1"] },
      ["1 an event of no order, or a second one: order:ord_1"],
    ],
    [
      "stock that vanished",
      { offers: new Map([[OFFER, { onHand: 97, reserved: 2 }]]) },
      [`${OFFER} was {"onHand":100} and is {"onHand":97,"reserved":2}; parcels hold 2`],
    ],
    [
      "stock reserved for nobody",
      { orders: [order("ord_1", "ABCD", "cancelled")] },
      [`${OFFER} was {"onHand":100} and is {"onHand":98,"reserved":2}; parcels hold 0`],
    ],
  ];

  it.each(PLANTED)("%s", (_, planted, told) => {
    expect(brokenNow({ ...whole, ...planted }, judged)).toEqual(told);
  });

  it("two orders of one code", () => {
    const twice = turn(4, { outcomes: [{ id: "ord_2", code: "ABCD", total: 110_000 }] });
    const planted: FileContent = {
      ...whole,
      turns: [...whole.turns, twice],
      orders: [...whole.orders, order("ord_2", "ABCD")],
      offers: new Map([[OFFER, { onHand: 96, reserved: 4 }]]),
      placed: ["order:ord_1", "order:ord_2"],
    };
    expect(brokenNow(planted, judged)).toEqual(["1 with one code: ABCD"]);
  });

  it("what was never worked off", () => {
    expect(brokenAtEnd({ ...whole, leads: new Set() })).toEqual([
      "1 never answered: u3",
      "1 an order that the office never heard of: ord_1",
    ]);
  });
});
