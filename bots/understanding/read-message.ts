/** One message → what the customer means. Pure and deterministic: the catalogue comes in as a lexicon, nothing is read or written. */
import { type Amount, readAmounts } from "./amounts.ts";
import { findProducts, type Mention } from "./find-products.ts";
import { type Lexicon } from "./lexicon.ts";
import { looksEnglish, normalise } from "./normalise.ts";
import { findPhones } from "./phone.ts";
import { type Intent, type ReadContext, type Reading, type ReadItem } from "./reading.ts";

export { buildLexicon, type Lexicon } from "./lexicon.ts";
export * from "./reading.ts";

const CUES: readonly (readonly [Intent, RegExp])[] = [
  ["unsubscribe", /^stop$|(?:dung|ngung) (?:gui|nhan)|huy dang ky|unsubscribe/],
  ["subscribe", /nhan thong bao|bao (?:minh|em|toi|chi|anh) (?:khi|nhe khi)|dang ky nhan/],
  ["handover", /gap (?:nhan vien|nguoi|chu|shop)|nhan vien tu van|goi lai cho/],
  ["cancel_order", /^(?:. )?huy|huy don|khong mua nua|xoa het/],
  ["order_status", /don (?:cua )?.*(?:chua|dau roi)|khi nao nhan|bao gio (?:giao|nhan)|ma don/],
  ["remove", /(?:khong|dung|khoi|thoi) (?:lay|mua|can)|^bo |^bot /],
  ["change_quantity", /nham|gap doi|giam con|thanh|doi .* (?:sang|qua)/],
  ["ask_event", /hoi cho (?!shop)|le hoi|su kien|chuong trinh|festival/],
  ["ask_price", /bao nhieu|gia (?:the nao|sao|bao)|xem gia|bao gia|how much/],
  ["checkout", /chot|tinh tien|thanh toan$|checkout/],
  ["add", /^them|them (?:cho|vao)/],
];

function plainIntent(text: string, items: readonly ReadItem[], phone: string | null): Intent {
  const cue = CUES.find(([, pattern]) => pattern.test(text))?.[0];
  if (cue !== undefined) return cue;
  if (items.length > 0)
    return items.some((item) => item.quantity !== null)
      ? "order"
      : /khong$|\?$| gi /.test(text)
        ? "ask_product"
        : "order";
  if (phone !== null) return "give_contact";
  if (/^(?:ok|u|vang|da|dung|uh|yes|dong y|xac nhan)\b/.test(text)) return "confirm";
  return /^(?:chao|hello|hi|alo|xin chao)/.test(text) ? "greet" : "other";
}

/** Each product takes the nearest amount. */
function pair(products: readonly Mention[], amounts: readonly Amount[]): ReadItem[] {
  const used = new Set<number>();
  return products.map((mention): ReadItem => {
    const near = amounts
      .filter((amount) => !amount.bare && !used.has(amount.from))
      .sort((a, b) => Math.abs(a.from - mention.from) - Math.abs(b.from - mention.from))[0];
    if (near !== undefined) used.add(near.from);
    const [only] = mention.targets;
    const what =
      mention.targets.length === 1 ? { product: only ?? null } : { product: null, candidates: mention.targets };
    return { ...what, quantity: near?.quantity ?? null, unit: near?.unit ?? null };
  });
}

/** Reads one message as typed. With `context`, bare answers ("4", "ừ") are read as answers to what was asked. */
export function readMessage(raw: string, lexicon: Lexicon, context: ReadContext = {}): Reading {
  const text = normalise(raw);
  const phones = findPhones(raw);
  const taken = (at: number) =>
    phones.some((phone) => (text.tokens[at]?.start ?? 0) >= phone.start && (text.tokens[at]?.start ?? 0) < phone.end);
  const products = findProducts(text, lexicon, taken);
  const named = (at: number) => taken(at) || products.some((mention) => at >= mention.from && at < mention.to);
  const { amounts } = readAmounts(text.tokens, named);
  const items = pair(products, amounts);
  const folded = text.tokens.map((token) => token.fold).join(" ");
  const phone = phones.find((found) => found.phone !== null)?.phone ?? null;
  const intent = plainIntent(folded, items, phone);
  const bare = context.awaiting === "quantity" && items.length === 0 ? amounts[0] : undefined;
  const answered: ReadItem[] =
    bare === undefined ? [] : [{ product: context.shown?.[0] ?? null, quantity: bare.quantity, unit: bare.unit }];
  return {
    intent,
    confidence: 0.6,
    items: [...items, ...answered],
    negated: [],
    mentions: products.flatMap((mention) => mention.targets),
    phone,
    invalidPhone: phone === null ? (phones[0]?.said ?? null) : null,
    address: null,
    commune: null,
    name: null,
    wishedDate: null,
    answer: intent === "confirm" ? "yes" : /^khong( a)?$/.test(folded) ? "no" : null,
    choice: context.awaiting === "choice" && amounts.length === 1 ? (amounts[0]?.quantity ?? null) : null,
    language: looksEnglish(raw) ? "en" : "vi",
    switchTo: /^english$/.test(folded) ? "en" : /^tieng viet$/.test(folded) ? "vi" : null,
    asBefore: { order: /nhu (?:cu|lan truoc)/.test(folded), contact: /(?:so|dia chi) cu/.test(folded) },
    askBack: null,
  };
}
