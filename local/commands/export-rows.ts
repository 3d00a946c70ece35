/** What each export holds, row by row, under the names that stay. */
import { type Conversation, conversationId, type Turn } from "../../shared/domain/conversation.ts";
import { type Content } from "../../shared/domain/message.ts";
import { sum, vnd } from "../../shared/domain/money.ts";
import { type Order, type OrderLine } from "../../shared/domain/order.ts";
import { excessOf, missingFrom } from "../../shared/domain/payment.ts";
import { type App } from "../../shared/ports/app.ts";
import { OUTBOX_PREFIX } from "../../shared/ports/table.ts";
import { allConversations, allTurns, pages } from "../../shared/stores/conversations.ts";
import { allFairs } from "../../shared/stores/fairs.ts";
import { allLeads } from "../../shared/stores/leads.ts";
import { allOrders } from "../../shared/stores/orders.ts";
import { readOutboxItem } from "../../shared/stores/outbox.ts";
import { allPayments } from "../../shared/stores/payments.ts";
import { allProducts } from "../../shared/stores/products.ts";
import { allPromotions } from "../../shared/stores/promotions.ts";
import { allRoundUps } from "../../shared/stores/round-ups.ts";
import { customerRows } from "./export-customers.ts";
import { paymentRows } from "./export-payments.ts";
import { productRows } from "./export-products.ts";
import { thread } from "./export-thread.ts";

const NO_THREAD = { channel: null, chat: null };

export type Row = Readonly<Record<string, unknown>>;

export const EXPORTS: Readonly<Record<string, (app: App) => AsyncIterable<Row>>> = {
  products: productRows,
  orders: orderRows,
  leads: leadRows,
  customers: customerRows,
  conversations: conversationRows,
  events: eventRows,
  payments: paymentRows,
};

const items = (lines: readonly OrderLine[]) =>
  lines.map(({ product, name, quantity, unit, price, visit }) => ({
    ...{ product, name, quantity, unit, price },
    ...(visit === undefined ? {} : { from: visit.from, to: visit.to, people: visit.people ?? null }),
  }));

async function* orderRows({ table }: App): AsyncGenerator<Row> {
  for await (const order of allOrders(table)) yield orderRow(order);
}

const orderRow = (order: Order): Row => ({
  code: order.code,
  status: order.status,
  ...thread(order.conversation),
  name: order.recipient.name,
  phone: order.recipient.phone,
  address: order.recipient.address ?? null,
  items: items(order.parcels.flatMap(({ lines }) => lines)),
  shippingFee: order.shippingFee,
  discount: order.discount,
  total: order.total,
  parcels: order.parcels.map(({ code, producer, status, lines }) => ({ code, producer, status, items: items(lines) })),
  payment: { ...order.payment, ...moneyOf(order) },
  source: order.source ?? null,
  placedAt: order.placedAt,
  sample: order.sample ?? false,
});

/** What came in through accounts, what is missing and what is too much, over all parcels. */
const moneyOf = ({ parcels }: Order) => ({
  received: sum(parcels.map(({ money }) => money?.received ?? vnd(0))),
  missing: sum(parcels.map(missingFrom)),
  excess: sum(parcels.map(excessOf)),
});

async function* leadRows({ table }: App): AsyncGenerator<Row> {
  for await (const lead of allLeads(table))
    yield {
      id: lead.id,
      kind: lead.kind,
      status: lead.status,
      // Whose name and phone these are: of the producer to be called, the customer's chat is not one.
      who: lead.kind === "call" ? "producer" : "customer",
      ...(lead.kind === "call" ? NO_THREAD : thread(lead.conversation)),
      name: lead.name ?? null,
      phone: lead.phone ?? null,
      interest: lead.interest,
      source: lead.source ?? null,
      at: lead.at,
    };
}

async function* conversationRows({ table }: App): AsyncGenerator<Row> {
  for await (const conversation of allConversations(table)) {
    const turns = await Array.fromAsync(allTurns(table, conversationId(conversation)), turnOf);
    yield conversationRow(conversation, turns);
  }
}

const conversationRow = (conversation: Conversation, turns: readonly unknown[]): Row => ({
  channel: conversation.channel,
  chat: conversation.chat,
  owner: conversation.owner,
  handedOverAt: conversation.handedOverAt ?? null,
  lastAt: conversation.lastAt,
  source: conversation.source ?? null,
  turns,
});

const turnOf = (turn: Turn) => ({
  at: turn.at,
  in: turn.in ? wordsOf(turn.in.content) : null,
  out: turn.out.map(({ text }) => text),
});

/** What a person did, as one text. */
function wordsOf(content: Content): string {
  switch (content.kind) {
    case "text":
    case "staff-reply":
      return content.text;
    case "tap":
      return content.payload;
    case "contact":
      return [content.name, content.phone, content.address].filter((part) => part !== undefined).join(", ");
    case "location":
      return `[location] ${content.latitude}, ${content.longitude}`;
    case "photo":
      return ["[photo]", content.caption].filter((part) => part !== undefined).join(" ");
    case "start":
      return ["[start]", content.payload].filter((part) => part !== undefined).join(" ");
    case "file":
    case "voice":
    case "video":
    case "sticker":
    case "stop":
      return `[${content.kind}]`;
  }
}

/** Events lie with what they happened to, for 30 days: each of those is asked, and the answers sorted by time. */
async function* eventRows(app: App): AsyncGenerator<Row> {
  const envelopes: Row[] = [];
  for await (const aggregate of aggregates(app))
    for await (const page of pages(app.table, { pk: `${OUTBOX_PREFIX}${aggregate}` }))
      for (const item of page) envelopes.push(readOutboxItem(item));
  yield* envelopes.toSorted((one, other) => order(one) - order(other) || 0);
}

const order = (envelope: Row): number => Date.parse(String(envelope["at"]));

async function* aggregates({ table }: App): AsyncGenerator<string> {
  for await (const { id } of allProducts(table)) yield `product:${id}`;
  for await (const { id } of allPromotions(table)) yield `promotion:${id}`;
  for await (const { id } of allFairs(table)) yield `fair:${id}`;
  for await (const { id } of allRoundUps(table)) yield `round-up:${id}`;
  for await (const { id } of allOrders(table)) yield `order:${id}`;
  for await (const { id } of allLeads(table)) yield `lead:${id}`;
  for await (const { provider, id } of allPayments(table)) yield `payment:${provider}:${id}`;
  for await (const conversation of allConversations(table)) yield `conversation:${conversationId(conversation)}`;
}
