/** Acts of whoever waits for goods that are sold out. */
import { type Conversation, conversationId } from "../../shared/domain/conversation.ts";
import { DAY } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { awaitStock, forgetStock } from "../../shared/usecases/await-stock.ts";
import { type Performed } from "./performed.ts";
import { type Act } from "./step.ts";

type StockAct = Act<"await-stock"> | Act<"forget-stock">;

export const isOfStock = (act: Act): act is StockAct => act.do === "await-stock" || act.do === "forget-stock";

export async function performStock(app: App, thread: Conversation, act: StockAct): Promise<Performed> {
  const conversation = conversationId(thread);
  if (act.do === "forget-stock") return { outcome: null, plan: forgetStock({ ...act.wish, conversation }) };
  const windowMs = (await app.channels.get(thread.channel))?.manifest.windowMs;
  const plan = awaitStock(app, { ...act.wish, conversation });
  return { outcome: windowMs === undefined ? {} : { days: windowMs / DAY }, plan };
}
