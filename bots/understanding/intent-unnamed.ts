/** Messages that name no goods: amounts of what came before, changes to an unnamed thing, and plain talk. */
import * as cue from "./cues.ts";
import * as order from "./cues-order.ts";
import { type Facts } from "./facts.ts";
import { isQuestion } from "./questions.ts";
import { type Intent } from "./reading.ts";

export type Decision = { readonly intent: Intent; readonly confidence: number };

export const sure = (intent: Intent): Decision => ({ intent, confidence: 0.95 });
export const likely = (intent: Intent): Decision => ({ intent, confidence: 0.8 });
export const guess = (intent: Intent): Decision => ({ intent, confidence: 0.45 });

const ASKS_GOODS =
  /(?:^| )(?:co (?:ban )?(?:\S+ ){1,6}khong|con (?:\S+ ){0,5}khong|menu|danh sach|ban (?:nhung )?gi|co gi|nhung gi|nhung loai|loai nao|mon gi|mon nao|cai nao|san pham|hang gi|xem (?:hang|menu|san pham|danh|mau)|hinh|anh that|chung nhan|goi y|tu van|what do you (?:sell|have)|do you (?:have|sell)|recommend|catalog)(?: |$)/;

/** Only an amount: of what was spoken of before. */
export function unnamed(facts: Facts, text: string): Decision {
  if (order.ADD.test(text) || order.MORE_LAST.test(text)) return likely("add");
  if (facts.context.awaiting === "quantity") return sure("order");
  if (order.CHANGE.test(text) || order.CHANGE_OTHER.test(text) || order.NEW_QUANTITY.test(text))
    return likely("change_quantity");
  if (/ (?:doi|sua|thanh|con|xuong|len|lai|nham|lon|instead|make it|change|actually) /.test(text))
    return likely("change_quantity");
  return likely("order");
}

const NOTHING_MORE = / (?:khong|chang) (?:mua|lay|can|dat) (?:them|gi) /;

/** Orders, changes and removals of things not named at all. */
export function fragments(facts: Facts): Decision | null {
  const { gist: text } = facts.line;
  if (facts.hasContact && !order.CHECKOUT_FIRST.test(text)) return null;
  if (
    / (?:gap doi|gap ba|gap bon|gap nam|nhan~? doi|mot nua|double|half) /.test(text) ||
    / (?:gap|nhan~?) §t/.test(text)
  )
    return likely("change_quantity");
  if (order.TAKE_OUT.test(text) && order.REFERS.test(text)) return likely("remove");
  if (NOTHING_MORE.test(text) && order.CHECKOUT.test(text)) return likely("checkout");
  if (
    / (?:khong|dung|khoi|thoi khong) (?:lay|mua|can)(?: \S+){0,3} (?:do|nay|kia|ay|cuoi|dau)| (?:mon|cai)(?: \S+){0,3} khong (?:lay|mua|can)/.test(
      text,
    )
  )
    return likely("remove");
  if (cue.CANCEL.test(text)) return sure("cancel_order");
  if (order.ADD_FIRST.test(text) && (order.REFERS.test(text) || /them(?: \S+){0,3} $/.test(text))) return likely("add");
  if (order.CHECKOUT_FIRST.test(text) && order.CHECKOUT.test(text)) return likely("checkout");
  if (order.CHECKOUT.test(text) && !order.POLICY.test(text.replace(" thanh toan ", " "))) return likely("checkout");
  if (/^ (?:\S+ ){0,3}them (?:\S+ ){0,3}$/.test(text)) return likely("add");
  if (order.AS_BEFORE.test(text) && !order.CONTACT_AS_BEFORE.test(text))
    return likely(order.ADD.test(text) ? "add" : "order");
  return null;
}

export function talk(facts: Facts): Decision {
  const { gist: text } = facts.line;
  const yes = order.YES.test(text) && order.CONFIRM.test(text);
  if (facts.hasContact && !order.GREET_SOFT.test(text)) return likely("give_contact");
  if (facts.hasContact) return likely(facts.hasPhone ? "give_contact" : "greet");
  if (
    order.CONTACT_AS_BEFORE.test(text) ||
    / (?:doi|sua|cap nhat|thay doi~?) (?:\S+ )?(?:dia chi|so dien thoai|ten nguoi nhan|nguoi nhan)/.test(text)
  )
    return likely("give_contact");
  if (yes) return sure("confirm");
  if (
    order.GREET.test(text) ||
    (order.GREET_SOFT.test(text) &&
      !isQuestion(text.replace(/(?:co (?:ai|do)|(?:con|shop) (?:onl|online|thuc|do)|anyone|anybody).*/, "")))
  )
    return likely("greet");
  if (order.POLICY.test(text)) return likely("other");
  if (ASKS_GOODS.test(text) || (order.REFERS.test(text) && isQuestion(text))) return likely("ask_product");
  if (order.THANKS.test(text)) return likely("other");
  if (
    / (?:muon |can )?(?:dat hang|mua hang|order)(?: \S+){0,2} $|(?:cho|muon)(?: \S+)? (?:dat|mua|order)(?: hang)?(?: nhe| nha| a| voi)* $|i (?:want|would like|d like) to (?:order|buy)/.test(
      text,
    )
  )
    return likely("order");
  return guess("other");
}
