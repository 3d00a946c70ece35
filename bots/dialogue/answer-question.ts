/** An answer to what we asked last; undefined where the message is about something else. */
import { fold } from "../../shared/domain/text.ts";
import { type ProductId } from "../../shared/domain/ids.ts";
import { readMessage } from "../understanding/read-message.ts";
import { type Reading, type ReadItem } from "../understanding/reading.ts";
import { answerOfNews } from "./agreement.ts";
import { agree, disagree } from "./choose.ts";
import { addItems } from "./flows/cart.ts";
import { checkout } from "./flows/checkout.ts";
import { placeOrder } from "./flows/place-order.ts";
import { inSets, tellsContents } from "./flows/sets.ts";
import { pickCommune, takeAsConverted } from "./flows/contact.ts";
import { toPending } from "./pending.ts";
import { byPlace, byPrice, singleOut } from "./single-out.ts";
import { type Asking, type Contact, type Pending, tellsMore } from "./state.ts";
import { type Context, saidBefore, type Step } from "./step.ts";
import { topicOf, wordsOf } from "./topics.ts";

/** `before`: the contact before this message, to see whether it says anything new of it. */
export type Heard = { reading: Reading; words: string; before: Contact; answer: "yes" | "no" | null };

type About<For extends Asking["for"]> = Extract<Asking, { for: For }>;

export function answerQuestion(context: Context, heard: Heard): Step | undefined {
  const { asking } = context.state;
  switch (asking?.for) {
    case "product":
      return whichProduct(context, heard, asking);
    case "quantity":
      return howMany(context, heard, asking);
    case "conversion":
      return inPacks(context, heard, asking);
    case "proposal":
    case "same-person":
      // Only their own yes, and to this alone: a yes among other words may mean the other words.
      return heard.reading.items.length > 0 ? undefined : agreedOrNot(context, heard);
    case "confirmation":
      return confirmed(context, heard, asking);
    case "news":
      return news(context, heard);
    case "visit":
      return asking.news ? news(context, heard) : undefined;
    case "contact":
    case "fair":
    case "listing":
    case "reason":
    case "parcel":
    case undefined:
      return undefined;
  }
}

const agreedOrNot = (context: Context, { answer }: Heard): Step | undefined =>
  answer === "yes" ? agree(context) : answer === "no" ? disagree(context) : undefined;

function news(context: Context, { reading, words }: Heard): Step | undefined {
  const answer = answerOfNews(reading, words);
  if (answer === null) return undefined;
  return answer === "yes" ? agree(context) : disagree(context);
}

function whichProduct(context: Context, { reading, words }: Heard, asking: About<"product">): Step | undefined {
  const { pending = [] } = context.state;
  const [item] = reading.items;
  const asked = { quantity: item?.quantity ?? asking.quantity, unit: item?.unit ?? asking.unit };
  if (asking.candidates.length === 0) return ofWhat(context, { reading, words }, asking);
  if (/ (?:ca hai|ca 2|ca ba|ca 3|moi loai|moi thu|tat ca|both|all of them|one of each) /.test(wordsOf(words))) {
    const each = asking.candidates.map((product): Pending => ({ product, ...asked }));
    return addItems(context, [...each, ...pending]);
  }
  const each = asking.candidates.filter((id) => reading.mentions.includes(id));
  if (
    each.length > 1 &&
    / (?:ca|lan) (?:\S+ ){1,4}(?:ca|lan) | (?:va|voi|and|ca) /.test(wordsOf(words)) &&
    !counts(reading)
  )
    return addItems(context, [...each.map((product): Pending => ({ product, ...asked })), ...pending]);
  const picked = pickedOf(context, reading, asking.candidates, words);
  if (picked === undefined) return undefined;
  const others = reading.items.filter((other) => other !== item && other.product !== null).map(plain);
  return addItems(context, [{ product: picked, ...asked }, ...settled(pending, others)]);
}

/** "miến khoai, trà Kolia": what else is named answers the questions that wait, and keeps their number. */
function settled(pending: readonly Pending[], named: readonly Pending[]): readonly Pending[] {
  const answers = pending.map((item) => {
    const answer = named.find(({ product }) => product !== null && item.candidates?.includes(product));
    return { item, answer };
  });
  const used = answers.map(({ answer }) => answer);
  return [
    ...named.filter((each) => !used.includes(each)),
    ...answers.map(({ item, answer }) =>
      answer === undefined
        ? item
        : { ...answer, quantity: answer.quantity ?? item.quantity, unit: answer.unit ?? item.unit },
    ),
  ];
}

/** "15 giỏ", and now what is in each; or "4 gói", and now of what. */
function ofWhat(
  context: Context,
  { reading, words }: Pick<Heard, "reading" | "words">,
  { quantity, unit }: About<"product">,
): Step | undefined {
  const { pending = [] } = context.state;
  const named = reading.items.filter(({ product, candidates }) => product !== null || candidates);
  if (named.length === 0) return undefined;
  const sets = tellsContents(words) ? (quantity ?? 1) : 1;
  const items = named.map(toPending).map((item) => ({
    ...item,
    quantity: item.quantity === null ? quantity : item.quantity * sets,
    unit: item.unit ?? (item.quantity === null ? unit : null),
  }));
  return addItems(inSets(context, words, quantity ?? undefined), [...items, ...pending]);
}

const plain = ({ product, quantity, unit }: ReadItem): Pending => ({ product: product as ProductId, quantity, unit });

/** By number, by name, by the word that only one of them has: "bạc hà ạ". */
function pickedOf(
  context: Context,
  reading: Reading,
  candidates: readonly ProductId[],
  words: string,
): ProductId | undefined {
  if (reading.choice !== null) return candidates[reading.choice - 1];
  const named = reading.items.find(({ product }) => product !== null)?.product;
  if (named !== undefined) return candidates.find((id) => id === named);
  const mentioned = candidates.filter((id) => reading.mentions.includes(id));
  if (mentioned.length === 1) return mentioned[0];
  if (reading.phone !== null || reading.address !== null) return undefined;
  return byPrice(context, candidates, words) ?? byPlace(candidates, words) ?? singleOut(context, candidates, words);
}

const counts = ({ items }: Reading): boolean => items.some(({ quantity }) => quantity !== null);

const PARTICLES = /\s+(?:nha|nhé|nhe|thôi|thoi|ạ|a|em|đi|di|con|shop|nghen)$/iu;

/** "hai" alone is a word like any other, until the unit asked for stands beside it. */
function bareNumeral({ facts }: Context, words: string, { product, unit }: About<"quantity">): ReadItem | undefined {
  const said = words.trim().replace(PARTICLES, "");
  if (unit === null || said.split(/\s+/).length > 2) return undefined;
  const { items } = readMessage(`${said} ${unit}`, facts.lexicon, { awaiting: "quantity", shown: [product] });
  return items.find(({ quantity, unknown }) => quantity !== null && unknown === undefined);
}

const EACH = / (?:moi|tung) (?:loai|thu|mon|cai|ben|vi) /;

function howMany(context: Context, { reading, words }: Heard, asking: About<"quantity">): Step | undefined {
  const { pending = [] } = context.state;
  const said = reading.items.find(({ product }) => product === asking.product || product === null);
  const item = said ?? bareNumeral(context, words, asking);
  if (!item || item.quantity === null || item.unknown !== undefined || item.candidates !== undefined) return undefined;
  const others = reading.items.filter((other) => other !== item && other.product !== null).map(plain);
  const { quantity } = item;
  const answer = { product: asking.product, quantity, unit: item.unit ?? asking.unit };
  const each = EACH.test(wordsOf(words));
  const waiting = pending.map((other) => (each && other.quantity === null ? { ...other, quantity } : other));
  return addItems(context, [answer, ...others, ...waiting]);
}

/** "ừ" takes the packs offered; a number is how many packs; going on to the order takes them too. */
function inPacks(context: Context, { reading, answer }: Heard, asking: About<"conversion">): Step | undefined {
  const { pending = [] } = context.state;
  const [item] = reading.items;
  const { product, unit } = asking.line;
  if (item && item.quantity !== null && (item.product === null || item.product === product) && !item.candidates) {
    return addItems(context, [{ product, quantity: item.quantity, unit: item.unit ?? unit }, ...pending]);
  }
  if (reading.items.some((other) => other.product !== null && other.product !== product)) return undefined;
  if (answer === "no" || reading.intent === "remove") return disagree(context);
  if (answer === "yes" || reading.intent === "confirm" || reading.intent === "order") return agree(context);
  return reading.intent === "checkout" ? takeAsConverted(context) : undefined;
}

/** A yes to what stands there places it; a yes that brings something new sees it confirmed anew. */
function confirmed(context: Context, heard: Heard, asking: About<"confirmation">): Step | undefined {
  const { reading, before, words } = heard;
  const commune = communeSaid(context, heard);
  if (commune !== undefined) return pickCommune(context, commune);
  const goods = reading.items.filter((item) => item.product !== null || item.candidates || item.unknown);
  const counted = reading.items.some(({ quantity, times }) => quantity !== null || times !== undefined);
  const newContact = tellsMore(before, context.state.contact);
  if (newContact && goods.length === 0 && !counted) return checkout(context);
  if (newContact || reading.asBefore.order) return undefined;
  if (saysYes(heard) && restates(context, reading.items)) return placed(context, words, asking);
  return heard.answer === "no" && reading.items.length === 0 ? disagree(context) : undefined;
}

/** "ok em, xuất hoá đơn giúp anh": the order is placed, and what was asked beside is answered. */
function placed(context: Context, words: string, { prices }: About<"confirmation">): Step {
  const topic = topicOf(words);
  const beside = topic === "invoice" || topic === "payment" ? [{ text: context.text.topics[topic] }] : [];
  return saidBefore(beside, placeOrder(context, prices));
}

const saysYes = ({ answer, reading: { intent } }: Heard): boolean =>
  answer === null ? intent === "confirm" || intent === "checkout" : answer === "yes";

/** Nothing but what the cart holds already. */
const restates = ({ state }: Context, items: readonly ReadItem[]): boolean =>
  items.every(
    (item) =>
      (item.product === null && item.quantity === null && !item.candidates && item.unknown === undefined) ||
      state.cart.some(
        ({ product, quantity, unit }) =>
          product === item.product && quantity === item.quantity && (item.unit === null || item.unit === unit),
      ),
  );

function communeSaid({ state }: Context, { words, reading }: Heard): number | undefined {
  const { communes } = state.contact;
  if (!communes || reading.address !== null) return undefined;
  const said = fold(words).trim();
  const place = communes.findIndex((label) => {
    const [name = "", old = ""] = fold(label).split(" (");
    return [name, ...old.replace(" cu)", "").split(",")].some(
      (part) =>
        part.trim() !== "" && said.includes(part.trim().replace(/^(?:xa|phuong|thi tran|huyen|thanh pho) /, "")),
    );
  });
  return place < 0 ? undefined : place;
}
