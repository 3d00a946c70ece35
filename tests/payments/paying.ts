/** The small shop with accounts, and orders in it that are paid by transfer. */
import { type Order } from "../../shared/domain/order.ts";
import { type ProducerId, type ProductId } from "../../shared/domain/ids.ts";
import { type App } from "../../shared/ports/app.ts";
import { rebuildCatalogue } from "../../shared/stores/catalogue.ts";
import { findOrder } from "../../shared/stores/orders.ts";
import { unevenParcels } from "../../shared/stores/payments.ts";
import { findProducers, producerWrite } from "../../shared/stores/producers.ts";
import { type Market, type Talker } from "../journeys/market.ts";
import { lastOrder } from "../journeys/staff.ts";
import { allBanks, tell } from "./banks.ts";

export const ACCOUNTS: Readonly<Record<string, string>> = { "htx-0": "0123499999", "htx-1": "88888888" };

/** Two of the three producers get an account. */
export async function openAccounts({ home: { app } }: Market): Promise<void> {
  const ids = Object.keys(ACCOUNTS) as ProducerId[];
  for (const producer of (await findProducers(app.table, ids)).values()) {
    const { version, ...before } = producer;
    const banked = { ...before, bankBin: "970436", bankAccount: ACCOUNTS[producer.id]! };
    await app.table.commit([producerWrite(banked, { version })], { token: `bank-${producer.id}` });
  }
  await rebuildCatalogue(app, ["mien-dong", "lap-suon", "nam-huong"] as ProductId[]);
}

/** `goods`: "2 gói miến dong". */
export async function orderByTransfer(market: Market, customer: Talker, goods: string): Promise<Order> {
  await customer.tell(`${goods}, Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán`);
  await customer.tell("chuyển khoản");
  await customer.tell("ừ");
  return lastOrder(market);
}

export const appOf = ({ home }: Market): App => ({ ...home.app, bankSettings: allBanks });

let told = 0;

/** A transfer to the parcel at this place, with its code in the memo. */
export async function transfer(
  market: Market,
  order: Order,
  { amount, place = 0, id = (told += 1) }: { amount: number; place?: number; id?: number },
): Promise<number> {
  const parcel = order.parcels[place]!;
  const account = ACCOUNTS[parcel.producer]!;
  const memo = `MBVCB.3278907687.${parcel.code}.CT tu 0123 NGUYEN THI HOA`;
  const status = await tell(appOf(market), "sepay", { id, amount, memo, account });
  await market.home.settle();
  return status;
}

export const now = async (market: Market, { id }: Order): Promise<Order> =>
  (await findOrder(market.home.app.table, id))!;

export const listed = async ({ home }: Market): Promise<readonly string[]> =>
  (await Array.fromAsync(unevenParcels(home.app.table))).map(({ parcel }) => parcel.code);
