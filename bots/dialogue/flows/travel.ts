/** "đặt phòng 2 đêm", "có tour nào không": a stay or tour by its kind alone means any that is in the catalogue. */
import { type ProductId } from "../../../shared/domain/ids.ts";
import { nfc } from "../../../shared/domain/text.ts";
import { type Intent } from "../../understanding/reading.ts";
import { type Heard } from "../answer-question.ts";
import { type Context, type Step } from "../step.ts";
import { wordsOf } from "../topics.ts";
import { isVisit } from "../visit-line.ts";
import { keepAsking } from "./aside.ts";
import { showProducts } from "./browse.ts";
import { addItems } from "./cart.ts";

const STAYS =
  / (?:(?:dat|thue|lay|con|tim|can|o|book) (?:\d+ )?phong|nha nghi|homestay|farmstay|cho (?:nghi|o|ngu)|phong (?:nghi|tro|o)|luu tru|(?:a|book|any|\d) rooms?|place to stay|accommodation) /;
const TOURS = / (?:tours?|di tham quan) /;

const TAKES = new Set<Intent>(["order", "add", "other", "checkout", "change_quantity", "confirm"]);
const ASKS = new Set<Intent>(["ask_product", "ask_price"]);

export function travelMeant({ facts }: Context, words: string): readonly ProductId[] {
  const said = wordsOf(withoutPacks(words));
  const kind = STAYS.test(said) ? "stay" : TOURS.test(said) ? "tour" : undefined;
  return facts.catalogue.listings.flatMap((listing) => (listing.kind === kind ? [listing.id] : []));
}

/** "4 phong" of bánh khảo: typed with accents, a room has one. */
function withoutPacks(words: string): string {
  const typed = nfc(words).toLowerCase();
  return /[^\x00-\x7f]/.test(typed) ? typed.replace(/(?<!\p{L})phong(?!\p{L})/gu, " ") : typed;
}

/** Undefined where something is named, a visit is in the cart already, or another question stands open. */
export function bookSome(context: Context, { reading, words }: Heard): Step | undefined {
  const { asking, cart, focus } = context.state;
  const named = reading.items.some(({ product, candidates }) => product !== null || candidates !== undefined);
  const busy = asking?.for === "product" || asking?.for === "quantity" || asking?.for === "conversion";
  if (named || busy || cart.some(isVisit) || reading.mentions.length > 0) return undefined;
  const meant = travelMeant(context, words);
  if (meant.length === 0) return undefined;
  if (ASKS.has(reading.intent)) return keepAsking(context, showProducts(context, meant));
  if (!TAKES.has(reading.intent)) return undefined;
  const rooms = reading.items.find(({ quantity }) => quantity !== null);
  const said = { quantity: rooms?.quantity ?? null, unit: rooms?.unit ?? null };
  const one = focus !== undefined && meant.includes(focus) ? focus : meant.length === 1 ? meant[0] : undefined;
  return addItems(context, [
    one === undefined ? { product: null, candidates: meant, ...said } : { product: one, ...said },
  ]);
}
