/** "huỷ đơn 4K7WHJE3": the code said decides which order is taken back; a code of nobody's takes back nothing. */
import { type Code } from "../../../shared/domain/ids.ts";
import { type Context, say, type Step } from "../step.ts";
import { wordsOf } from "../topics.ts";
import { cancel, isOpen, showOrders, tooLate, withOrders } from "./orders.ts";
import { typedCode } from "./start.ts";

const CANCELS = / (?:huy|bo|xoa|cancel|rut|(?:khong|ko|k|khoi|thoi)(?: \S+){0,2} (?:lay|mua|dat|nhan)) /;

/** Undefined where no code is said, or nothing is to be taken back. */
export function cancelNamed(context: Context, words: string): Step | undefined {
  const codes = words.split(/[^\p{L}\p{N}]+/u).flatMap((word) => typedCode(word) ?? []);
  const [code, ...more] = codes;
  if (code === undefined || !CANCELS.test(wordsOf(words))) return undefined;
  return more.length > 0 ? showOrders(context) : cancelCode(context, code);
}

const cancelCode = (context: Context, code: Code): Step =>
  withOrders(context, (found, orders) => {
    const { state, text } = found;
    const order = orders.find((one) => one.code === code);
    if (!order) return say(state, { text: text.noOrderOfCode(code) });
    if (order.status === "cancelled") return say(state, { text: text.alreadyCancelled(code) });
    return isOpen(order) ? cancel(found, order.id) : tooLate(found, order);
  });
