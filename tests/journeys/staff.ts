/** Producers and the office of the journeys, and what became of notices to them. */
import { type Order } from "../../shared/domain/order.ts";
import { type NoticeKey } from "../../shared/domain/notice.ts";
import { allLeads } from "../../shared/stores/leads.ts";
import { allOrders } from "../../shared/stores/orders.ts";
import { type Market, type Talker } from "./market.ts";

/** A phone of the producer whose noodles everybody orders. */
export async function bindStall(market: Market, channel: string, id: string): Promise<Talker> {
  const stall = market.person(channel, id);
  await stall.tell(await market.invite("htx-0"));
  return stall;
}

export async function bindOffice(market: Market, channel = "telegram", id = "500001"): Promise<Talker> {
  const desk = market.person(channel, id, "Văn phòng");
  await desk.tell(await market.invite({ role: "office" }));
  return desk;
}

/** By a customer on the web, so that no fault of a provider is theirs. */
export async function orderNoodles(market: Market): Promise<NoticeKey> {
  const customer = market.person("webchat", "900001");
  await customer.tell("2 gói miến dong, Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán");
  await customer.tell("ừ");
  const { id, parcels } = await lastOrder(market);
  const [parcel] = parcels;
  if (!parcel) throw new Error("An order without a parcel");
  return { orderId: id, parcel: parcel.code, about: "placed" };
}

export async function lastOrder({ home }: Market): Promise<Order> {
  const order = (await Array.fromAsync(allOrders(home.app.table))).at(-1);
  if (!order) throw new Error("Nobody has ordered");
  return order;
}

/** The office's call list. */
export const callsOf = async ({ home }: Market) =>
  (await Array.fromAsync(allLeads(home.app.table)))
    .filter(({ kind }) => kind === "call")
    .map(({ status, name, phone, interest }) => ({ status, name, phone, interest }));

export const alarmsOf = ({ log }: Market) => log.entries.filter(({ event }) => event === "notice.unheard");

/** Time goes by, and what is due is done. */
export async function pass({ clock, home }: Market, milliseconds: number): Promise<void> {
  clock.advance(milliseconds);
  await home.settle();
}
