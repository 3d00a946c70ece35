/** "cần 15 giỏ quà" first, and what is in each afterwards: the number waits, then multiplies. */
import { nfc } from "../../../shared/domain/text.ts";
import { showCart } from "./cart.ts";
import { changed } from "../state.ts";
import { type Context, say, type Step } from "../step.ts";
import { wordsOf } from "../topics.ts";

const SET = "(?:set|sec|xet|gio|phan|combo|bo|suat|hop qua|tui qua|goi qua|gift sets?|baskets?)";
const SAID = new RegExp(` (\\d{1,4}) ${SET} `);
const EACH = new RegExp(` (?:moi|tung|mot|1|each) ${SET} | gom (?:co )?`);

/** How many sets are wanted. */
export function setsSaid(words: string): number | undefined {
  // "bó" folds like "bộ".
  const count = Number(SAID.exec(wordsOf(nfc(words).replaceAll(/bó/gi, "")))?.[1] ?? 0);
  return count > 1 ? count : undefined;
}

export const tellsContents = (words: string): boolean => EACH.test(wordsOf(words));

/** "làm 12 phần" of what was put together before, "à 8 set thôi" of what was multiplied already. */
export function takeSets(context: Context, count: number): Step {
  const { cart, sets = 1 } = context.state;
  const times = (quantity: number): number => Math.round((quantity / sets) * count * 1000) / 1000;
  const lines = cart.map((line) => ({ ...line, quantity: times(line.quantity) }));
  return showCart({ ...context, state: changed(context.state, { cart: lines, sets: count }) });
}

/** What is named in sets is remembered as such. */
export const inSets = (context: Context, words: string, count: number | undefined): Context =>
  count === undefined || !tellsContents(words)
    ? context
    : { ...context, state: changed(context.state, { sets: count }) };

export const askContents = ({ state, text }: Context, count: number): Step =>
  say(changed(state, { asking: { for: "product", candidates: [], quantity: count, unit: null } }), {
    text: text.whatInEach(String(count)),
  });
