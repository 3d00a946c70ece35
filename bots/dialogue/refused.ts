/** What a clause of a longer message takes out of the cart by a word of its name: "không lấy đường nữa, đổi qua trà". */
import { type ProductId } from "../../shared/domain/ids.ts";
import { byPlace, singleOut } from "./single-out.ts";
import { type Context } from "./step.ts";
import { wordsOf } from "./topics.ts";

const REFUSES =
  / (?:(?:khong|ko|k|kh|hong|hok|dung|khoi|thoi)(?: (?:lay|mua|dat|can|an|thich|gui|uong))+|bo|xoa|huy|khoi|drop|remove|without) /;

export function refusedInCart(context: Context, words: string): readonly ProductId[] {
  const inCart = context.state.cart.map(({ product }) => product);
  if (inCart.length === 0) return [];
  return words
    .split(/[,.;!\n]|\s(?:mà|nhưng|rồi)\s/u)
    .filter((clause) => REFUSES.test(wordsOf(clause)) && !/\d/.test(clause))
    .flatMap((clause) => byPlace(inCart, clause) ?? singleOut(context, inCart, clause) ?? []);
}
