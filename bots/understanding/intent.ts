/** What rules make of a message: what was read of it, then what its words say, in order. It is weighed with the words themselves (decide.ts). */
import * as cue from "./cues.ts";
import * as order from "./cues-order.ts";
import { type Facts } from "./facts.ts";
import { type Decision, fragments, guess, likely, sure, talk, unnamed } from "./intent-unnamed.ts";
import { clauseAround, type Line, textOf } from "./line.ts";
import { isQuestion } from "./questions.ts";
import { type Draft } from "./read-items.ts";

/** An amount with a verb of ordering before it, in what is asked for now. */
const ORDERS_NOW = new RegExp(`${order.TAKE.source}(?:\\S+ ){0,4}?(?:§q|§b|§x)`);
export const ruled = (facts: Facts): Decision => wishes(facts) ?? about(facts) ?? ordering(facts) ?? talk(facts);

/** A list needs no verb: "nấm hương 2 gói, mộc nhĩ 1 gói nhé". */
const LISTED =
  /(?:^|[,.;⏎:+\-!]|va|voi|vs|shop|oi|em|anh|chi|minh|ok|roi|\(|combo|and) (?:§t )?(?:§q (?:\S+ )?§x|§x (?:\S+ )?§q)(?: (?:thoi|nhe|nha|a|em|shop|oi|di|nhen|nghen|luon|ad|please|pls|§t|giup|gium|ho|loai|to|nho|ngon))*(?: (?:[,.;⏎+\-!)]|va|voi|vs|§|and)|$| $)/;
/** Goods that came short or wrong are not being ordered. */
const WENT_WRONG = /(?:^| )(?:thieu|sai|hong|moc|mat|bi|(?:giao|gui|ship|dong) (?:nham|lon))(?: \S+){0,2} §[qx]/;

/** "mua 2 kg hạt dẻ mà bị sâu": what was bought and turned out bad is not being ordered. */
const BOUGHT =
  /(?:^| )(?:mua|dat|lay|order|nhan|bought|ordered|got)(?: \S+){0,4} §x(?: \S+){0,4} (?:ma|thi|bi|toan|ve (?:\S+ ){0,2}(?:bi|thi|thay|mo|an)|mo ra|and|but|were|was)(?: |$)/;
const BITTER =
  / (?:gi ma|kieu gi|phi (?:ca )?tien|phi qua|uong tien|chan qua|that vong|te qua|buon qua|khong bao gio) /;
const turnedBad = (text: string): boolean => (BOUGHT.test(text) || BITTER.test(text)) && cue.COMPLAINT.test(text);

const takesNow = ({ line, drafts }: Facts): boolean => {
  const counted = drafts.some(
    (draft) =>
      draft.amountAt !== null &&
      (draft.quantity !== null || draft.problem !== undefined) &&
      draft.stance === "wanted" &&
      !draft.elsewhere,
  );
  return (
    counted &&
    ((ORDERS_NOW.test(line.gist) && !WENT_WRONG.test(line.gist) && !turnedBad(line.gist)) || LISTED.test(line.gist))
  );
};

const wanted = ({ drafts }: Facts): readonly Draft[] =>
  drafts.filter((draft) => draft.stance === "wanted" && !draft.elsewhere);

/** "hôm nay có giao nội thành không": how we deliver, not where something is. */
const ASKS_WHETHER =
  /^(?!.* (?:don|chua|roi|§x|cua em|cua minh|da) ).* (?:co (?:giao|ship)(?: \S+){0,5} khong|(?:giao|ship)(?: hang)?(?: \S+){0,3} duoc khong) /;
const UNDER_WAY = / (?:don|hang|da gui|da giao) | (?:sao|van|mai|ma) (?:\S+ )?chua (?:thay|nhan|toi|den|giao|ve)/;
/** "tư vấn giúp em, tầm 300k": which goods, not whom to talk to. */
const ADVICE = / tu van(?: \S+){0,6} (?:§m|loai|mon|qua|nen|cach|§x|mua) /;

/** News, people, trouble, cancelling, an order on its way: these hold whatever goods are named, unless some are ordered. */
function wishes(facts: Facts): Decision | null {
  const { gist: text } = facts.line;
  const takes = takesNow(facts);
  const takesGoods = takes && wanted(facts).some((draft) => draft.at !== null && draft.amountAt !== null);
  if (
    order.INJECTION.test(text) &&
    !(takes && wanted(facts).some((draft) => draft.at !== null && draft.amountAt !== null))
  )
    return likely("other");
  if (cue.UNSUBSCRIBE.test(text) && !takesGoods && !OF_ORDER.test(text)) return sure("unsubscribe");
  if (cue.SUBSCRIBE.test(text) && !takesGoods) return likely("subscribe");
  if (cue.CAME_WRONG.test(text) && !facts.swap) return likely("complaint");
  // "máy trả lời chán quá": tired of the machine, not of the goods.
  if (!takes && cue.HANDOVER.test(text) && / (?:nguoi that|may|bot|robot|tu dong) /.test(text))
    return likely("handover");
  if (!takes && !facts.swap && cue.COMPLAINT.test(text) && !isAsking(text) && !CALL_ME.test(text))
    return likely("complaint");
  if (
    !takes &&
    cue.CANCEL.test(text) &&
    !/ (?:mon|cai|loai|thu) (?!don |gio )(?:\S+ )?(?:cuoi|dau|do|nay|kia|ay|vua)/.test(text) &&
    (facts.drafts.every((draft) => draft.at === null) || / (?:huy|cancel)(?: \S+){0,5} (?:da dat|don) /.test(text))
  )
    return sure("cancel_order");
  if (cue.STATUS.test(text) && !ASKS_WHETHER.test(text) && !(takes && !UNDER_WAY.test(text)))
    return likely("order_status");
  if (!takes && !facts.hasAddress && cue.HANDOVER.test(text) && !order.BUSINESS.test(text) && !ADVICE.test(text))
    return likely("handover");
  return null;
}

/** "đơn vừa rồi không cần gửi nữa": of an order, not of news. */
const OF_ORDER = / don(?: hang)? (?:vua|do|nay|kia|cua|hom|em|minh|chi|anh)(?: \S+){0,6} (?:gui|giao) /;
/** "gọi điện cho anh đi, nhắn lâu quá" */
const CALL_ME = /^ (?:\S+ ){0,2}(?:goi dien|goi lai|alo lai) /;
const isAsking = (text: string): boolean =>
  / (?:co|bi)(?: \S+){0,4} khong(?: \S+){0,2} (?:[,.?;] |$)/.test(text) ||
  / (?:chinh sach|quy dinh|duoc khong|the nao) /.test(text);

/** Questions about fairs, prices, goods and how we work, when nothing is ordered beside them. */
function about(facts: Facts): Decision | null {
  const { gist: text } = facts.line;
  const amounts = wanted(facts).filter((draft) => draft.amountAt !== null && draft.quantity !== null);
  const takes = takesNow(facts);
  const takesGoods = takes && wanted(facts).some((draft) => draft.at !== null && draft.amountAt !== null);
  if (cue.EVENT.test(text) && !takesGoods) return likely("ask_event");
  if (order.BUSINESS.test(text) && !takes) return likely("other");
  if (cue.PRICE.test(text) && (!takes || pricesIt(text)) && !(amounts.length > 0 && bargains(text)))
    return likely("ask_price");
  return null;
}

/** The question of price is about the very amount named: "lấy 3 chai thì tính sao". */
const pricesIt = (text: string): boolean =>
  /(?:thi|het|la|tinh|tong|gia)(?: \S+){0,4} (?:bao nhieu|may|sao|nhieu|the nao)|bao gia|co chiet khau|tinh (?:giup|cho|gium)(?: \S+)* (?:bao nhieu|het)|(?:duoc|co) (?:\S+ )?(?:gia si|giam|bot)(?: \S+)* khong|how much|bao nhieu (?:tien|1|mot|§q|§b)|nhieu tien|bao tien|may (?:tien|xien|k |dong)|gia (?:bao|sao|nhieu|the)/.test(
    text,
  ) && !/ship (?:\S+ )*bao nhieu/.test(text);
const bargains = (text: string): boolean =>
  /(?:bot con|con §m|giam con|tinh §m|lay §q (?:\S+ )?bot|§q (?:\S+ )?thoi)/.test(text);

function ordering(facts: Facts): Decision | null {
  const { drafts, swap } = facts;
  const positive = wanted(facts);
  const out = drafts.filter((draft) => draft.stance === "taken-out");
  const refused = drafts.filter((draft) => draft.stance === "refused");
  if (swap) return likely("change_quantity");
  if (positive.length === 0 && (out.length > 0 || refused.length > 0)) return likely("remove");
  if (out.length > 0 && positive.every((draft) => draft.amountAt === null)) return likely("remove");
  if (positive.length > 0) return placing(facts, positive);
  return fragments(facts);
}

/** What is in the cart already is to become another amount. */
function changesIt(facts: Facts, named: readonly Draft[]): boolean {
  const { gist: text } = facts.line;
  if (ORDERED_WRONG.test(text)) return true;
  const change = order.CHANGE.exec(text) ?? order.NEW_QUANTITY.exec(text);
  if (change !== null && !(facts.corrected && orderedBefore(text, change.index))) return true;
  const otherwise = order.CHANGE_OTHER.exec(text);
  if (otherwise === null || named.length > 1 || onlyThat(text, otherwise)) return false;
  const fixed = facts.corrected && (orderedBefore(text, otherwise.index) || takesNow(facts));
  const asked = facts.drafts.some((draft) => draft.stance === "refused") && TAKES_ONLY.test(text);
  return !fixed && !asked;
}

/** Something is wanted: a new order, more, a change, a recap at the close, or only a question about it. */
function placing(facts: Facts, positive: readonly Draft[]): Decision | null {
  const { gist: text } = facts.line;
  const counted = positive.filter((draft) => draft.amountAt !== null);
  const named = positive.filter((draft) => draft.at !== null);
  if (
    order.TAKE_OUT.test(text) &&
    named.length === 0 &&
    / (?:bo|bot|tru|rut|xoa) (?:\S+ ){0,2}§q/.test(text) &&
    !order.NEW_QUANTITY.test(text)
  )
    return likely("remove");
  if (order.CHECKOUT_FIRST.test(text)) return likely("checkout");
  if (named.length === 0) return unnamed(facts, text);
  if (changesIt(facts, named)) return likely("change_quantity");
  if (
    order.ADD_FIRST.test(text) ||
    (positive.length === 1 && counted.length <= 1 && order.ADD.test(said(facts, positive)))
  )
    return likely("add");
  if (counted.length === 0 && PLACES.test(text)) return likely("order");
  const asks = isQuestion(text) && !takesNow(facts) && !(counted.length > 0 && questionApart(facts.line));
  if (asks) return likely(order.POLICY.test(text) && counted.length === 0 ? "other" : "ask_product");
  if (counted.length > 0 || ORDERS_NOW.test(text)) return likely("order");
  if (order.THANKS.test(text)) return likely("other");
  return guess(isQuestion(text) ? "ask_product" : "order");
}

/** "muốn đặt phòng ở X, 1 phòng thôi": no more than that, of what is ordered just now. */
const onlyThat = (text: string, found: RegExpExecArray): boolean =>
  /§q thoi/.test(found[0]) && /(?:^| )(?:dat|mua|can|order|book)(?: \S+){0,4} §x /.test(text.slice(0, found.index));

/** "cho em đặt X với Y ạ": courtesy alone after the goods. */
const PLACES =
  / (?:dat|mua|lay|order)(?: \S+){0,2} §x(?: (?:voi|va|,|§x))*(?: (?:a|nha|nhe|em|shop|giup|voi|oi|di|luon))* $/;

/** What was ordered before is to become something else: "đặt 2 hộp nhầm rồi, sửa thành 1", "đổi sang miến khoai". */
const ORDERED_WRONG =
  / (?:dat|order|ghi|bam|chon|lay)(?: \S+){0,5} (?:nham|lon|sai)(?: \S+){0,3} (?:sua|doi|chinh)(?: \S+){0,4} §q|^(?: \S+){0,5} (?:doi|chuyen)(?: \S+)? (?:sang|qua|thanh) §x /;
/** "đừng lấy lạp xưởng, cho tôi thịt trâu nửa ký thôi": an order that also says what not. */
const TAKES_ONLY = / (?:cho|lay|mua|dat|gui)(?: \S+)? (?:§x §q|§q §x) thoi /;

/** "1 chai rượu, sửa lại 2 chai": an order that corrects itself stays an order. */
const orderedBefore = (text: string, at: number): boolean =>
  /§q (?:\S+ )?§x|§x (?:\S+ )?§q/.test(text.slice(0, at + 1));

/** The small clauses in which goods are wanted, so that "ngon lấy thêm" elsewhere adds nothing. */
function said({ line }: Facts, positive: readonly Draft[]): string {
  return positive
    .map((draft) => clauseAround(line, draft.at ?? draft.amountAt ?? 0))
    .map((clause) => textOf(line, clause.from, Math.min(clause.to + 1, line.pieces.length)))
    .join(" ");
}

/** "một chục bánh khảo, giao sáng mai được không": the question is in a clause without goods. */
function questionApart(line: Line): boolean {
  const clauses = line.gist.split(/ [,.;⏎] /);
  return clauses.some((clause) => /§q/.test(clause) && !isQuestion(`${clause} `));
}
