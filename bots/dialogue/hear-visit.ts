/** Days and people in a message that is about a stay or tour: they go to its line in the cart, or wait for one. */
import { type ProductId } from "../../shared/domain/ids.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { MOST_NIGHTS } from "../../shared/domain/visit.ts";
import { readMessage } from "../understanding/read-message.ts";
import { type Intent, type Reading } from "../understanding/reading.ts";
import { readVisit, type VisitSaid } from "../understanding/read-visit.ts";
import { answerIntent } from "./answer-intent.ts";
import { type Heard } from "./answer-question.ts";
import { addItems, asReplies } from "./flows/cart.ts";
import { afterContact } from "./flows/contact.ts";
import { travelMeant } from "./flows/travel.ts";
import { reopen } from "./flows/reopen.ts";
import { withVisit } from "./flows/visit.ts";
import { lunarNote } from "./lunar-words.ts";
import { changed } from "./state.ts";
import { type Context, saidBefore, type Step } from "./step.ts";
import { isVisit, told, type VisitFault, type VisitLine } from "./visit-line.ts";

/** `words`: without what was heard, which changed a line of the cart or is kept for one to come. */
export type HeardVisit = {
  context: Context;
  words: string;
  of: "nothing" | "line" | "later";
  fault?: VisitFault;
  byMoon?: readonly IsoDate[];
};

export function hearVisit(context: Context, typed: string): HeardVisit {
  const { state, facts } = context;
  const asked = state.asking?.for === "visit" ? state.asking : undefined;
  const { said, rest, ...also } = readVisit(typed, facts.today, asked?.slot);
  if (Object.keys(said).length === 0) return { context, words: typed, of: "nothing" };
  const { mentions, items } = readMessage(rest, facts.lexicon);
  const spoken = [...mentions, ...items.flatMap(({ product, candidates = [] }) => [product, ...candidates])];
  const named = [...new Set(spoken.filter((id) => id !== null))].map((id) => id as ProductId);
  const visits = named.filter((id) => isVisited(context, id));
  const lines = meantLines(context, asked?.product, visits);
  const unnamed = isVisited(context, state.focus) || travelMeant(context, rest).length > 0;
  const waits = lines.length === 0 && (visits.length > 0 || (named.length === 0 && unnamed));
  if ((named.length > 0 && visits.length === 0 && !asked) || (lines.length === 0 && !waits))
    return { context, words: typed, of: "nothing" };
  const heard = lines.length > 0 ? changedLines(context, lines, { said, words: rest }) : kept(context, said, rest);
  return { ...heard, ...also };
}

const isVisited = ({ facts }: Context, id: ProductId | undefined): boolean =>
  id !== undefined && (facts.listings.get(id)?.kind ?? "goods") !== "goods";

/** Those named, else the one asked about or talked of, else the last. */
function meantLines(
  { state }: Context,
  asked: ProductId | undefined,
  named: readonly ProductId[],
): readonly VisitLine[] {
  const lines = state.cart.filter(isVisit);
  if (named.length > 0) return lines.filter(({ product }) => named.includes(product));
  const of = (id: ProductId | undefined) => lines.filter(({ product }) => product === id);
  return [of(asked), of(state.focus), lines.slice(-1)].find((some) => some.length > 0) ?? [];
}

function changedLines(
  context: Context,
  lines: readonly VisitLine[],
  { said, words }: { said: VisitSaid; words: string },
): HeardVisit {
  let { state } = context;
  let fault: VisitFault | undefined;
  for (const line of lines) {
    const after = told(line, said);
    fault ??= after.fault;
    state = changed(state, { ...withVisit(state, after.line), focus: line.product });
  }
  return { context: { ...context, state }, words, of: "line", ...(fault ? { fault } : {}) };
}

/** Of what is not in the cart yet: kept for when it is. */
function kept(context: Context, { fault: before, ...all }: VisitSaid, words: string): HeardVisit {
  const { nights = 0, ...others } = all;
  const [said, fault] = nights > MOST_NIGHTS ? [others, "tooLong" as const] : [all, before];
  const state = changed(context.state, { visit: { ...context.state.visit, ...said } });
  return { context: { ...context, state }, words, of: "later", ...(fault ? { fault } : {}) };
}

/** These are about something else, whatever day they name. */
const ELSEWHERE = new Set<Intent>([
  ...(["cancel_order", "handover", "complaint", "unsubscribe", "subscribe", "order_status", "ask_event"] as const),
]);
const TAKES = new Set<Intent>(["order", "add", "checkout", "confirm", "give_contact", "other", "change_quantity"]);

/** What follows from days and people that were heard; undefined where the rest of the message decides. */
export function afterVisit(context: Context, heard: Heard, visit: HeardVisit): Step | undefined {
  const { reading } = heard;
  const { fault, byMoon = [] } = visit;
  const notes = asReplies([
    ...(fault === undefined ? [] : [context.text.visits[fault]]),
    ...lunarNote(context, byMoon),
  ]);
  if (visit.of === "nothing" || ELSEWHERE.has(reading.intent)) return undefined;
  if (names(reading)) {
    return visit.of === "line" || notes.length > 0 ? saidBefore(notes, answerIntent(context, heard)) : undefined;
  }
  if (visit.of === "line") return saidBefore([...notes, ...badPhone(context, reading)], afterContact(context));
  const { focus, visit: said } = context.state;
  if (focus === undefined || said?.from === undefined || !TAKES.has(reading.intent)) {
    return notes.length > 0 ? saidBefore(notes, answerIntent(context, heard)) : undefined;
  }
  const book = () => addItems(context, [{ product: focus, quantity: null, unit: null }]);
  return reading.intent === "order" ? book() : reopen(context, afterContact, book);
}

const names = ({ items }: Reading): boolean =>
  items.some(({ product, candidates, quantity }) => product !== null || candidates !== undefined || quantity !== null);

const badPhone = ({ text }: Context, { phone, invalidPhone }: Reading) =>
  asReplies(phone === null && invalidPhone !== null ? [text.badPhone] : []);
