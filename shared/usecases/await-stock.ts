/** "có hàng báo mình": a request for one product and one contact, answered once, and gone when they want no more messages. */
import { type ProductId } from "../domain/ids.ts";
import { type App } from "../ports/app.ts";
import { requestGone, requestWrite } from "../stores/stock-watch.ts";
import { type Plan } from "./plan.ts";

/** Never refuses. */
export const awaitStock = (
  { clock }: Pick<App, "clock">,
  wish: { product: ProductId; conversation: string },
): Plan<null> => ({ writes: [requestWrite({ ...wish, at: clock.now() })], events: [], facts: null });

/** Never refuses. */
export const forgetStock = (wish: { products: readonly ProductId[]; conversation: string }): Plan<null> => ({
  writes: [...new Set(wish.products)].map((product) => requestGone({ product, conversation: wish.conversation })),
  events: [],
  facts: null,
});
