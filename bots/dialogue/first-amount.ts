/** "3 gói với 2 phong bánh khảo" after khẩu sli was spoken of: the bare amount in front is of that. */
import { readMessage } from "../understanding/read-message.ts";
import { type ReadItem, type Reading } from "../understanding/reading.ts";
import { type Context } from "./step.ts";

const NEXT = /\s(?:vs|với|voi|và|va|and|cùng|cung|thêm|them)\s|[,;+\n]/iu;

/** Undefined where all amounts have a name already, or where nothing was spoken of. */
export function firstAmount(context: Context, reading: Reading, words: string): ReadItem | undefined {
  const { asking, focus, cart } = context.state;
  const product = asking?.for === "quantity" ? asking.product : focus;
  const named = reading.items.map((item) => item.product);
  const known = product === undefined || cart.some((line) => line.product === product) || named.includes(product);
  if (known || named.length === 0 || named.includes(null)) return undefined;
  const [first = "", ...rest] = words.split(NEXT);
  if (rest.length === 0) return undefined;
  const alone = readMessage(first, context.facts.lexicon, { awaiting: "quantity", shown: [product] });
  const [item, ...others] = alone.items;
  const tells = alone.mentions.length > 0 || others.length > 0 || alone.phone !== null;
  if (!item || item.quantity === null || tells || item.unknown !== undefined || item.candidates) return undefined;
  return { ...item, product };
}
