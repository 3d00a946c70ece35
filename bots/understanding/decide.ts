/** The one thing a message is for: by its form where that leaves no doubt, else by what its words were labelled with. */
import { UNSUBSCRIBE_WORD } from "./cues.ts";
import { type Facts } from "./facts.ts";
import { ruled } from "./intent.ts";
import { featuresOf } from "./intent-features.ts";
import { type Decision, likely, sure } from "./intent-unnamed.ts";
import { type Line } from "./line.ts";
import { likeliest } from "./learned-intent.ts";

export function decide(facts: Facts): Decision {
  const formal = button(facts) ?? optedOut(facts) ?? takesOut(facts) ?? answered(facts);
  if (formal !== null) return formal;
  const rule = ruled(facts);
  return weighed(facts.line, likeliest(featuresOf(facts, rule)), rule);
}

/** What rules and words agree on is sure; a guess of one does not outweigh the other. */
function weighed({ gist }: Line, learned: Decision, rule: Decision): Decision {
  if (learned.intent === rule.intent) return { ...learned, confidence: Math.max(learned.confidence, rule.confidence) };
  // Goods named beside a name and a phone are wanted.
  if (learned.intent === "give_contact" && rule.intent === "order") return rule;
  const unread = rule.intent === "other" && rule.confidence < 0.5;
  const careful = learned.intent === "confirm" || (rule.intent === "remove" && rule.confidence > 0.5);
  const enough = careful ? NEARLY_SURE : unread ? SOME : MORE;
  const hesitates = learned.intent === "confirm" && HESITATES.test(gist);
  return learned.confidence > enough && !hesitates ? learned : { ...rule, confidence: Math.min(rule.confidence, 0.5) };
}

/** Agreement to an order is not guessed ("khoan đã", "ok chưa?"), nor that what is taken away is wanted. */
const HESITATES = / (?:khoan|chua|khong|doi|tu tu|cho|de|dung~) |\?/;
const NEARLY_SURE = 0.95;
const MORE = 0.5;
const SOME = 0.35;

/** Labels of our own buttons, typed or pasted. */
function button({ line: { gist: text } }: Facts): Decision | null {
  if (/^ \/ (?:order|dat|mua) /.test(text) || /^ \[ dat hang \]/.test(text)) return sure("order");
  if (/^ callback : remove|^ \/ (?:remove|bo|xoa) /.test(text)) return sure("remove");
  if (/^ callback : add|^ them vao gio(?: hang)? :|^ \/ (?:add|them) /.test(text)) return sure("add");
  if (/^ (?:✅ )?xac nhan(?: don(?: hang)?)? $|^ (?:👍|👌|✅|🆗|💯)(?: (?:👍|👌|✅|🆗|💯))* $/u.test(text))
    return sure("confirm");
  if (/^ (?:❌ )?(?:huy|huy don|xoa gio hang|xoa gio) $/.test(text)) return sure("cancel_order");
  if (/^ \/? ?start $/.test(text)) return sure("greet");
  if (/^ (?:xem gia|bang gia)(?: \S+)? $/u.test(text)) return sure("ask_price");
  return null;
}

/** The law's own words, which the network prints on every message: never weighed. */
const optedOut = ({ line: { gist: text } }: Facts): Decision | null =>
  UNSUBSCRIBE_WORD.test(text) ? sure("unsubscribe") : null;

/** "bớt 1 phòng": nothing but what is to go. */
const takesOut = ({ line: { gist: text } }: Facts): Decision | null =>
  /^ (?:bot|bo bot) §q(?: (?:di|nhe|nha|a|em|shop))* $/.test(text) ? likely("remove") : null;

/** A bare answer to what the bot asked. */
function answered({ line: { gist: text }, context, drafts, hasContact }: Facts): Decision | null {
  if (
    context.awaiting === "confirmation" &&
    /^ (?:khong|sai|chua|no|nope|khong phai|chua dung)(?: \S+){0,2} $/.test(text) &&
    drafts.length === 0
  )
    return likely("other");
  if (context.awaiting === "confirmation" && drafts.length === 0 && !hasContact && AGREES.test(text))
    return sure("confirm");
  if (
    (context.awaiting === "phone" || context.awaiting === "address" || context.awaiting === "name") &&
    hasContact &&
    drafts.length === 0
  )
    return sure("give_contact");
  return null;
}

/** Agreement with whatever talk behind it: "đúng rồi em, đặt đi". */
const AGREES =
  /^ (?:(?:da|u|o|a|vang|em|ok) )*(?:ok|u|vang|dungr?(?: roi)?|dung roi|chuan|chot|duoc|dong y|yes|yep|correct)(?! (?:khong|chua|lay|co|gui|giao|nhung|hay))(?: (?!khong|chua|nhung|sai|ma|thieu|nham|gi|doi|sua|bo|bao|sao|huy)\S+)* $/;
