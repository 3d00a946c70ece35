/**
 * Who wants to hear when something is back in stock, and which offers are known to run low.
 * Access: all requests for one product (one query) · one mark (strong). Cost: 1 item each, no index; removed once used.
 */
import { type ProductId } from "../domain/ids.ts";
import { type IsoTime } from "../domain/time.ts";
import { type Item, type Key, put, remove, type Table, type Write } from "../ports/table.ts";
import { type Wanted } from "./products.ts";

export type StockRequest = { product: ProductId; conversation: string; at: IsoTime };

const partition = (product: ProductId): string => `awaited#${product}`;
const requestKey = ({ product, conversation }: Omit<StockRequest, "at">): Key => ({
  pk: partition(product),
  sk: conversation,
});
const lowKey = ({ product, unit }: Wanted): Key => ({ pk: `low#${product}`, sk: unit });

/** Asked again, it is the one request still. */
export const requestWrite = (request: StockRequest): Write => put({ ...requestKey(request), at: request.at }, "any");

export const requestGone = (request: Omit<StockRequest, "at">): Write => remove(requestKey(request), "any");

export async function requestsFor(table: Table, product: ProductId): Promise<readonly StockRequest[]> {
  const { items } = await table.query({ pk: partition(product) });
  return items.map((item) => ({ product, conversation: item.sk, at: item["at"] as IsoTime }));
}

export const isLowMarked = async (table: Table, offer: Wanted): Promise<Item | undefined> =>
  table.get(lowKey(offer), { strong: true });

/** `by`: the event that found it low. */
export const lowWrite = (offer: Wanted, by: string): Write => put({ ...lowKey(offer), by }, "absent");

export const lowGone = (offer: Wanted): Write => remove(lowKey(offer), "any");
