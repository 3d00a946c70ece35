/** Whether a product named is wanted, refused, taken out, asked for in place of another, or merely spoken of. */
import { clauseAround, type Line, textOf } from "./line.ts";

export type Stance = "wanted" | "refused" | "taken-out" | "spoken-of";

const WHO =
  "(?:em |minh |chi |anh |toi |tui |ban |co |bac |me |shop |giup |gium |ho |dum |cho |di |luon |cai |mon |loai |phan |them |nua |vao |ca |het |con |may |nhung |phan |chiec |the |any |more |my |hu |o |san pham |§q |§b |§t |§n |of )*";
const TAKE =
  "(?:lay|mua|dat|can|cho|gui|ship|an|giao|them|de|dung~?|xai|muon lay|muon mua|muon|co|bo|uong|nhan|order|chot)";

const REFUSED_BEFORE = new RegExp(
  ` (?:(?:khong|chang|dung|khoi|khong con|thoi khong|thoi dung|khong muon|khong can|dungr co) (?:${TAKE} )?${WHO}|(?:chu )?(?:khong phai|dau phai|dungr phai|khong phai la|chang phai)(?: la| loai| cai)* ${WHO}|(?:do not|don ?t|dont|no|not|without|no more|didn ?t)(?: want| need| like| take)?(?: the| any| my| that| more)* |thay vi ${WHO}|nen thoi |tru ${WHO}|ngoai tru ${WHO}|mien ${WHO})$`,
);
const MISTAKE_BEFORE =
  / (?:dung|khong|khoi) (?:nham|lon|gui nham|giao nham|lay nham)(?: sang| thanh| voi| qua| lon)* $/;
const OUT_BEFORE = new RegExp(
  ` (?:(?:bo|bot|xoa|gach|loai bo|loai ra|tru|rut|bo bot|bo ra|huy|tra lai|cat|remove|delete|drop|take off|take out|cancel)(?: bot| di| ra| giup| ho| gium| lai| dum| bo| ten| mon| e)* ${WHO})$`,
);
const REFUSED_AFTER = new RegExp(
  `^ (?:(?:thi |nay |do |kia |ay |nua |a |em |cung |dat~ qua |mac qua |dat~ |hoi dat~ |chac |qua |minh |chi |anh |toi |tui |e )*(?:thoi (?:khong|khoi|bo|dung|di|em|anh|chi|nhe|nha|a|,|\\.|$)|khoi(?! nghiep)|khong (?:can|lay|mua|dat|an|them|muon|nua|cho)|bo di|bo ra|de (?:sau|lan sau|khi khac|bua khac)|khong nhe|khong nha|dung (?:lay|gui|cho|bo)))`,
);
const ONLY_AFTER = /^ (?:§q )?thoi (?!khong|khoi|bo|dung)/;
const PUT_IN = /^ .*(?:vao|vo|them vao) (?:gio|don|thung|cho|luon|nua)/;
const PURPOSE_BEFORE =
  / (?:de|dem|ve)(?: ve)? (?:uop|nau|an|nhau|lam|kho|kho~|xao|ham|chan|chay|goi|quay|cham|kem|cung|thap|nuong|uong|lot|gia~) (?:voi |cung |kem |chung |mon |chung voi )*$| (?:an|nau|uong|cham|kem|xao|ham) (?:voi|cung|kem|chung voi) $| (?:nau|nham~|nhau) $/;
const PAST_CLAUSE =
  / (?:hom (?:no|truoc|bua|qua|kia|roi)|(?:toi|chieu|sang|dem|trua) qua|bua (?:truoc|no|hom)|lan truoc|dot truoc|thang truoc|tuan truoc|nam ngoai|nam truoc|hoi truoc|dao truoc|truoc day|ngay truoc|hom bua|da mua|da dat|da lay|tung mua|co mua|moi mua|lan roi|last time|yesterday|last week|last month|hom no|cu mua|vua an|duoc tang) /;
const LATER_CLAUSE =
  / (?:thang sau|lan sau|tuan sau|dip sau|sau nay|mai mot|lan toi|ngon (?:thi )?(?:lay|mua|dat|se|chi|anh|em|minh|lai)|next time|neu ngon) /;

/** Words between the start of the small clause and the piece, and from the piece to the clause's end. */
function around(line: Line, at: number): { readonly left: string; readonly right: string; readonly whole: string } {
  const clause = clauseAround(line, at);
  return {
    left: textOf(line, clause.from, at),
    right: textOf(line, at + 1, Math.min(clause.to + 1, line.pieces.length)),
    whole: textOf(line, clause.from, clause.to),
  };
}

/** Of a past or future purchase: amounts in such a clause are not ordered now. */
export function isElsewhere(line: Line, at: number): boolean {
  const { left } = around(line, at);
  if (LATER_CLAUSE.test(left)) return true;
  // "hôm qua đặt 3 gói rồi, hôm nay cho thêm 2": only words before it count.
  return PAST_CLAUSE.test(`${left} `) && !/ (?:nay|bay gio|gio|hom nay) /.test(left.replace(/.* roi /, " "));
}

/** "lạc với trám thôi không lấy nữa": things joined share what is said of one of them. */
export function stanceOf(line: Line, at: number): Stance {
  const own = ownStance(line, at);
  if (own !== "wanted" || line.pieces[at]?.mention === undefined) return own;
  for (const step of [1, -1]) {
    const joint = line.pieces[at + step]?.text ?? "";
    const other = line.pieces[at + 2 * step];
    if (!/^(?:va|voi|vs|and|cung)$/.test(joint) || other?.mention === undefined) continue;
    const theirs = ownStance(line, at + 2 * step);
    if (theirs === "refused" || theirs === "taken-out") return theirs;
  }
  return own;
}

const settledStances = new WeakMap<Line, Stance[]>();

/** Asked of a piece by several stages, worked out once. */
function ownStance(line: Line, at: number): Stance {
  const known = settledStances.get(line) ?? [];
  settledStances.set(line, known);
  return (known[at] ??= judged(line, at));
}

/** "hết X thì thôi, còn thì lấy": wanted if there is any. */
const IF_ANY = / (?:het|khong co|khong con|neu het) $/;

function judged(line: Line, at: number): Stance {
  const { left, right } = around(line, at);
  if (IF_ANY.test(left) && /^ thi thoi/.test(right)) return "wanted";
  if (MISTAKE_BEFORE.test(left) || PURPOSE_BEFORE.test(left)) return "spoken-of";
  if (REFUSED_BEFORE.test(left) && !/ (?:co|con) (?:\S+ )*khong $/.test(left))
    return asksHere(right) ? "spoken-of" : "refused";
  if (/ (?:con|thanh|xuong|la) §q $/.test(left)) return "wanted";
  if (OUT_BEFORE.test(left) && !PUT_IN.test(right) && !/ (?:bo|cho) (?:them|vao|vo) /.test(left)) return "taken-out";
  if (REFUSED_AFTER.test(right) && !ONLY_AFTER.test(right) && !asksHere(right)) return "refused";
  if (/^ off /.test(right) && / take (?:the |my )?$/.test(left)) return "taken-out";
  if (/^ (?:ra khoi|khoi (?:don|gio)|ra (?:giup|nhe|nha|di|em))/.test(right)) return "taken-out";
  return "wanted";
}

/** "không lấy X được không": a question, not a refusal. */
const asksHere = (right: string): boolean => / (?:duoc|co sao|ok) khong /.test(right);

/** The sentence around a piece, for rules that look further than a comma. */
export function sentence(line: Line, at: number): string {
  const { from, to } = clauseAround(line, at, "clause");
  return textOf(line, from, to);
}
