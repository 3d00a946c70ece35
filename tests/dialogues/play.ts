/** Plays dialogues on a channel whatever the bot answers, then reads in the stores what came of them. */
import { conversationId } from "../../shared/domain/conversation.ts";
import { type Lead } from "../../shared/domain/lead.ts";
import { type Order } from "../../shared/domain/order.ts";
import { findConversation } from "../../shared/stores/conversations.ts";
import { allLeads } from "../../shared/stores/leads.ts";
import { allOrders } from "../../shared/stores/orders.ts";
import { type Market, openMarket } from "../journeys/market.ts";
import { type Dialogue } from "./corpus.ts";
import { stockCorpus } from "./stock.ts";

/** What the scorer compares. */
export type Prediction = {
  id: string;
  order: {
    items: readonly { product: string; quantity: number; unit: string }[];
    phone: string;
    address: string;
    name: string;
  } | null;
  handover: boolean;
  leads: boolean;
};

export type Played = { prediction: Prediction; said: readonly string[] };

/** Each outcome reads the whole store: so many dialogues share one. */
const IN_ONE_MARKET = 40;

/** Each dialogue is a chat of its own; `said` holds what was answered to each turn. */
export async function play(channel: string, all: readonly Dialogue[]): Promise<readonly Played[]> {
  const played: Played[] = [];
  for (let from = 0; from < all.length; from += IN_ONE_MARKET) {
    played.push(...(await playSome(channel, all.slice(from, from + IN_ONE_MARKET))));
  }
  return played;
}

async function playSome(channel: string, some: readonly Dialogue[]): Promise<readonly Played[]> {
  const market = await openMarket({ stocked: false });
  try {
    await stockCorpus(market.home);
    const played: Played[] = [];
    for (const [place, dialogue] of some.entries()) played.push(await playOne(market, channel, dialogue, place));
    return played;
  } finally {
    await market.close();
  }
}

async function playOne(market: Market, channel: string, dialogue: Dialogue, place: number): Promise<Played> {
  const chat = String(810_001 + place);
  const customer = market.person(channel, chat);
  const said: string[] = [];
  for (const { user } of dialogue.turns) {
    said.push(await customer.tell(user));
    market.clock.advance(5_000);
  }
  return { prediction: await outcome(market, channel, chat, dialogue.id), said };
}

const CLOSED = new Set(["cancelled", "expired"]);

async function outcome(market: Market, channel: string, chat: string, id: string): Promise<Prediction> {
  const { app } = market.home;
  const { account } = (await app.channels.get(channel))!;
  const key = { channel, account, chat };
  const own = conversationId(key);
  const conversation = await findConversation(app.table, key);
  const orders = (await Array.fromAsync(allOrders(app.table))).filter((order) => order.conversation === own);
  const leads = (await Array.fromAsync(allLeads(app.table))).filter((lead) => lead.conversation === own);
  const order = orders.findLast(({ status }) => !CLOSED.has(status));
  return {
    id,
    order: order ? predicted(order) : null,
    handover: conversation?.handedOverAt !== undefined,
    leads: leads.some(isToFollowUp),
  };
}

/** A call for a person is the handover itself. */
const isToFollowUp = ({ kind, status }: Lead): boolean => kind !== "handover" && status === "open";

const predicted = ({ parcels, recipient }: Order): NonNullable<Prediction["order"]> => ({
  items: parcels.flatMap(({ lines }) => lines.map(({ product, quantity, unit }) => ({ product, quantity, unit }))),
  ...recipient,
  address: recipient.address ?? "",
});
