/** One person with several phones in their hands: what the journeys over several channels do again and again. */
import { afterEach } from "vitest";
import { type State } from "../../bots/dialogue/state.ts";
import { type Conversation, conversationId } from "../../shared/domain/conversation.ts";
import { type Content } from "../../shared/domain/message.ts";
import { type Order } from "../../shared/domain/order.ts";
import { findConversation } from "../../shared/stores/conversations.ts";
import { allOrders } from "../../shared/stores/orders.ts";
import { type Market, openMarket, type Talker } from "./market.ts";

/** Opens markets that close after each test of the file. */
export function markets(): () => Promise<Market> {
  const open: Market[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });
  return async () => {
    const one = await openMarket();
    open.push(one);
    return one;
  };
}

export const ORDER = "2 gói miến dong, Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán";
export const PHONE = "0912345678";

export const codeIn = (text: string): string => /\b[A-Z2-9]{8}\b/.exec(text)?.[0] ?? "no code";

export async function orderOn(person: Talker): Promise<string> {
  await person.tell(ORDER);
  return codeIn(await person.tell("ừ"));
}

/** The code is shown to one and typed by the other. */
export async function link(shows: Talker, types: Talker): Promise<string> {
  return types.tell(codeIn(await shows.tell("liên kết")));
}

export async function threadOf(market: Market, channel: string, chat: string): Promise<Conversation<State>> {
  const { account } = (await market.home.app.channels.get(channel))!;
  return (await findConversation<State>(market.home.app.table, { channel, account, chat }))!;
}

export const ordersIn = async ({ home }: Market): Promise<Order[]> => Array.fromAsync(allOrders(home.app.table));

/** What the provider delivers for a person, whatever their app would let them do. */
export async function deliver(
  market: Market,
  channel: string,
  { person, content }: { person: Talker; content: Content },
) {
  const { app } = market.home;
  const { account } = (await app.channels.get(channel))!;
  const updateId = app.ids.random("upd");
  const incoming = { channel, account, chat: person.id, updateId, at: app.clock.now(), sender: { id: person.id } };
  const group = conversationId(incoming);
  await app.queue.send("inbox", { group, dedupeId: updateId, body: { ...incoming, content } });
  await market.home.settle();
  return person.news();
}
