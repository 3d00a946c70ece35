/** "cần 15 giỏ quà" first, and what is in each afterwards: the number waits, then multiplies. */
import { showCart } from "./cart.ts";
import { changed } from "../state.ts";
import { type Context, say, type Step } from "../step.ts";
import { wordsOf } from "../topics.ts";

const SET = "(?:set|sec|xet|gio|phan|combo|bo|suat|hop qua|tui qua|goi qua|gift sets?|baskets?)";
const SAID = new RegExp(` (\\d{1,4}) ${SET} `);
const EACH = new RegExp(` (?:moi|tung|mot|1|each) ${SET} | gom (?:co )?`);

/** How many sets are wanted. */
export function setsSaid(words: string): number | undefined {
  const count = Number(SAID.exec(wordsOf(words))?.[1] ?? 0);
  return count > 1 ? count : undefined;
}

export const tellsContents = (words: string): boolean => EACH.test(wordsOf(words));

/** "làm 12 phần" of what was put together before. */
export const takeSets = (context: Context, count: number): Step =>
  showCart({
    ...context,
    state: changed(context.state, {
      cart: context.state.cart.map((line) => ({ ...line, quantity: line.quantity * count })),
    }),
  });

export const askContents = ({ state, text }: Context, count: number): Step =>
  say(changed(state, { asking: { for: "product", candidates: [], quantity: count, unit: null } }), {
    text: text.whatInEach(String(count)),
  });
