/** Goods named in a message go into the cart; what is not sold here is said; what was asked before is not forgotten. */
import { nfc } from "../../../shared/domain/text.ts";
import { type CartLine } from "../../../shared/domain/order.ts";
import { type ProductId } from "../../../shared/domain/ids.ts";
import { type Reading, type ReadItem } from "../../understanding/reading.ts";
import { type Heard } from "../answer-question.ts";
import { toPending } from "../pending.ts";
import { resolveItem } from "../resolve-item.ts";
import { askWhetherTaken } from "./answer-asked.ts";
import { byPlace, byPrice, shownProducts, singleOut } from "../single-out.ts";
import { changed, type Pending, type State } from "../state.ts";
import { type Context, perform, saidBefore, say, type Step } from "../step.ts";
import { withGift } from "../threads.ts";
import { wordsOf } from "../topics.ts";
import { countOf, isVisit } from "../visit-line.ts";
import { askAgain, keepAsking } from "./aside.ts";
import { showMenu } from "./browse.ts";
import { addItems, asReplies } from "./cart.ts";
import { emptied, meantLine } from "./change-cart.ts";
import { afterContact } from "./contact.ts";
import { proposeReading } from "./proposal.ts";
import { askContents, inSets, setsSaid, takeSets } from "./sets.ts";

/** "như lần trước" is what this person bought last, on whichever channel. */
export function takeOrder(context: Context, heard: Heard): Step {
  if (!heard.reading.asBefore.order) return takeItems(context, heard);
  return perform(context.state, "recall", null, ({ contact, ...gift }) => {
    const said = context.state.contact;
    const state = withGift(context.state, { ...gift, ...(contact ? { contact: { ...contact, ...said } } : {}) });
    return takeItems({ ...context, state }, heard);
  });
}

function takeItems(context: Context, heard: Heard): Step {
  const { reading, words } = heard;
  const { text } = context;
  const unknown = reading.items.flatMap(({ unknown }) => unknown ?? []);
  const notes = asReplies([
    ...(unknown.length > 0 ? [text.notKnown(unknown.join(", "))] : []),
    ...(reading.invalidPhone !== null && reading.phone === null ? [text.badPhone] : []),
  ]);
  const again = reading.asBefore.order ? (context.state.last ?? []).map(oncePending) : [];
  const wanted = reading.items
    .filter((item) => item.unknown === undefined && !meansAll(context, item, words))
    .flatMap((item) => ofEach(item, words))
    .map((item) => meant(context, item, { adding: reading.intent === "add", words }))
    .map((item) => broughtBack(context.state, item))
    .filter((item) => item.product !== null || item.candidates);
  const cart = standing(context.state, wanted, reading, words);
  const fresh = wanted.filter((item) => item.quantity !== null || !holds(cart, item.product));
  const after = inSets({ ...context, state: changed(context.state, { cart }) }, words, setsSaid(words));
  if (wanted.length + again.length > 0) {
    return saidBefore(
      notes,
      addItems(after, [...again, ...fresh, ...(DROPS.test(wordsOf(words)) ? [] : openQuestion(context.state, wanted))]),
    );
  }
  if (unknown.length > 0) return proposeReading(after, heard, (asked) => saidBefore(notes, instead(asked, reading)));
  if (reading.asBefore.order && context.state.last === undefined) return say(after.state, { text: text.nothingBefore });
  return saidBefore(notes, nothingNamed(after, { reading, words }));
}

/** "à thôi giữ lại viên nghệ": as many as were taken out. */
const broughtBack = ({ dropped = [], cart }: State, item: Pending): Pending => {
  const line = dropped.find(({ product }) => product === item.product || item.candidates?.includes(product));
  return line && item.quantity === null && !item.bad && !holds(cart, line.product) ? line : item;
};

/** "vậy lấy cả 2": what is in the cart already. */
const meansAll = ({ state }: Context, item: ReadItem, words: string): boolean =>
  state.cart.length > 1 &&
  item.product === null &&
  item.candidates === undefined &&
  / (?:ca|het|tat ca|du) (?:hai|ba|2|3|4|het|cac|may) /.test(wordsOf(words));

/** A line as it would be asked for: of a visit the rooms or people, whose days are said anew. */
const oncePending = (line: CartLine): Pending => ({
  product: line.product,
  quantity: countOf(line),
  unit: isVisit(line) ? null : line.unit,
});

const MOST_KINDS = 4;

/** "mỗi loại mật ong 1 chai": one of each that the word may mean. */
const ofEach = (item: ReadItem, words: string): readonly ReadItem[] => {
  const { candidates, ...rest } = item;
  const each = / (?:moi loai|moi thu|ca hai|ca 2|tat ca cac|each|both) /.test(wordsOf(words));
  return each && candidates && candidates.length <= MOST_KINDS
    ? candidates.map((product) => ({ ...rest, product }))
    : [item];
};

/** An order without goods: on with what is open, else the shelves. */
function nothingNamed(context: Context, { reading, words }: Pick<Heard, "reading" | "words">): Step {
  const [item] = reading.items;
  const open = context.state.cart.length > 0 || askAgain(context) !== undefined;
  const sets = setsSaid(words);
  if (sets !== undefined && context.state.cart.length > 0) return takeSets(context, sets);
  if (open) return afterContact(context);
  if (sets !== undefined) return askContents(context, sets);
  const sole = item && soleInUnit(context, item);
  if (sole) return askWhetherTaken(context, [sole]);
  return item?.quantity ? forWhatComes(showMenu(context, context.text.ofWhat), item) : showMenu(context);
}

/** "10 bó" where one thing alone is sold in bundles. */
function soleInUnit(context: Context, { quantity, unit }: ReadItem): CartLine | undefined {
  if (quantity === null || unit === null) return undefined;
  const sold = context.facts.catalogue.listings.filter(({ offers }) => offers.some((offer) => offer.unit === unit));
  const [only] = sold.length === 1 ? sold : [];
  const resolved = only && resolveItem(context, { product: only.id, quantity, unit });
  return resolved?.kind === "line" ? resolved.line : undefined;
}

/** The number said waits for what they name next. */
export const forWhatComes = (shown: Step, item: ReadItem | undefined): Step => ({
  ...shown,
  state: changed(shown.state, {
    asking: { for: "product", candidates: [], quantity: item?.quantity ?? null, unit: item?.unit ?? null },
  }),
});

/** "actually just one bag of rice": of the rice that is in the cart. */
const CORRECTS = / (?:thoi|chi|con lai|nham|just|only|actually|instead|make it) /;

/** What "2 nữa" or "gấp đôi" or "miến" means to somebody who has looked at or chosen something. */
function meant(context: Context, item: ReadItem, { adding, words }: { adding: boolean; words: string }): Pending {
  const { state } = context;
  const said = toPending(item);
  const line = meantLine(context, state.cart, said);
  if (item.times !== undefined) {
    return line ? { ...oncePending(line), quantity: countOf(line) * item.times } : said;
  }
  if (said.product !== null) return said;
  if (said.candidates) {
    if (state.focus && said.candidates.includes(state.focus)) return { ...said, product: state.focus };
    const inCart = state.cart.filter(({ product }) => said.candidates?.includes(product)).length;
    const same = line && (adding || (inCart === 1 && CORRECTS.test(wordsOf(words))));
    return same ? { ...said, product: line.product } : said;
  }
  if (adding && line) return { ...said, product: line.product, unit: said.unit ?? oncePending(line).unit };
  const list = shownProducts(context);
  const shown = byPlace(list, words) ?? byPrice(context, list, words) ?? singleOut(context, list, words) ?? state.focus;
  return shown === undefined ? amongShown(context, said) : { ...said, product: shown };
}

/** "the forest one, 2 bottles" of a list just shown: which of them has to be asked. */
function amongShown(context: Context, said: Pending): Pending {
  const shown = shownProducts(context);
  return shown.length > 1 ? { ...said, candidates: shown } : said;
}

/** Said again in an order, a product has the quantity said last; "thêm", or another buyer's share, comes on top. */
function standing(state: State, items: readonly Pending[], reading: Reading, words: string): State["cart"] {
  const refused = new Set<string>(reading.negated);
  const more = reading.intent === "add" || isAnothersShare(reading, words);
  const said = new Set<ProductId | null>(
    more ? [] : items.flatMap(({ product, quantity }) => (quantity === null ? [] : [product])),
  );
  return state.cart
    .filter(({ product }) => !refused.has(product))
    .flatMap((line) => (said.has(line.product) ? emptied(line) : [line]));
}

const KIN = "(?:bạn|chị|anh|cô|em|mẹ|bố|dì|bác|chú|ông|bà|sếp|vợ|chồng)";
const OTHER_BUYER = new RegExp(
  `(?:^|[\\s,])${KIN}\\s+(?:(?:em|mình|tôi|tui|chị|anh)|(?:\\S+\\s+){0,3}\\p{Lu}\\p{L}+)\\s+(?:\\S+\\s+)?(?:lấy|mua|đặt|order)\\s`,
  "u",
);

const isAnothersShare = ({ items }: Reading, words: string): boolean =>
  items.some(({ buyer }) => buyer !== undefined) ||
  (OTHER_BUYER.test(nfc(words)) && !/ (?:thoi|doi|chi) /.test(wordsOf(words))) ||
  / (?:nua|them|cung (?:lay|mua|dat|muon|order)|con (?:minh|em|anh|chi|toi|tui|ban|me|co|bac)|phan (?:cua |cho )?(?:minh|em|anh|chi|ban|me|co|bac)) /.test(
    wordsOf(words),
  );

const holds = (cart: State["cart"], product: ProductId | null): boolean =>
  cart.some((line) => line.product === product);

/** "à không, lấy măng ớt đi": what was asked about is not wanted any more. */
const DROPS =
  /^ (?:(?:a|ah|o|ui|u) )?(?:khong|thoi|ko|hong|no|nham)(?: (?:em|a|nhe|thanks))? (?:lay|cho|mua|dat|doi|chuyen|give|i|make) /;

/** The question that was open waits behind the new goods, unless they answer it. */
function openQuestion({ asking, pending = [] }: State, items: readonly Pending[]): readonly Pending[] {
  const named = new Set(items.map(({ product }) => product));
  switch (asking?.for) {
    case "product": {
      const { candidates, quantity, unit } = asking;
      return candidates.length === 0 || candidates.some((id) => named.has(id))
        ? pending
        : [{ product: null, candidates, quantity, unit }, ...pending];
    }
    case "quantity":
      return named.has(asking.product)
        ? pending
        : [{ product: asking.product, quantity: null, unit: asking.unit }, ...pending];
    case "conversion":
      return named.has(asking.line.product) ? pending : [asking.line, ...pending];
    case "proposal":
    case "visit":
    case "contact":
    case "confirmation":
    case "news":
    case "same-person":
    case "listing":
    case "fair":
    case "reason":
    case "parcel":
    case undefined:
      return pending;
  }
}

/** Not sold here: something else may be. */
function instead(context: Context, { items: [item] }: Reading): Step {
  const { state } = context;
  if (state.asking !== undefined || state.cart.length > 0) return keepAsking(context, say(state));
  return forWhatComes(showMenu(context, context.text.seeInstead), item);
}
