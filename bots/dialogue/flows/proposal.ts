/**
 * A message that was not understood, put before a model: what it makes of it is asked back, and nothing else comes of it.
 * Nobody to ask, too late, nonsense: the answer is the one there would have been without.
 */
import { type ProductId } from "../../../shared/domain/ids.ts";
import { type Heard } from "../answer-question.ts";
import { redact } from "../redact.ts";
import { resolveItem } from "../resolve-item.ts";
import { shortlistOf } from "../shortlist.ts";
import { changed, type ProposedItem, type State } from "../state.ts";
import { type Context, perform, type Proposed, say, type Step } from "../step.ts";
import { keepAsking } from "./aside.ts";
import { askWhetherMeant } from "./whether-meant.ts";

/** Of one conversation: a model costs money, and some people only play. */
const MOST_A_DAY = 30;
const MOST_ITEMS = 6;
const MOST_SHOWN = 5;

export function proposeReading(
  context: Context,
  { reading, words }: Heard,
  otherwise: (context: Context) => Step,
): Step {
  const shortlist = mayAsk(context) ? shortlistOf(context, reading, words) : [];
  if (shortlist.length === 0) return otherwise(context);
  const { facts, state, incoming } = context;
  const { name } = incoming.sender;
  const person = { contact: state.contact, ...(name === undefined ? {} : { profileName: name }) };
  return perform(state, "propose-reading", { words: redact(words, facts.lexicon, person), shortlist }, (outcome) => {
    const asked = { ...context, state: counted(context, outcome) };
    return askBack(asked, outcome) ?? otherwise(asked);
  });
}

/** Staff are read by rule alone, and an open question or a confirmation is not talked over. */
function mayAsk({ state, facts }: Context): boolean {
  if (state.staff !== undefined || (state.asking !== undefined && state.asking.for !== "contact")) return false;
  return state.asked?.day !== facts.today || state.asked.times < MOST_A_DAY;
}

function counted({ state, facts }: Context, outcome: Proposed): State {
  if ("none" in outcome && outcome.none === "not-asked") return state;
  const times = state.asked?.day === facts.today ? state.asked.times : 0;
  return changed(state, { asked: { day: facts.today, times: times + 1 } });
}

function askBack(context: Context, outcome: Proposed): Step | undefined {
  if ("none" in outcome) return undefined;
  const { intent, items } = outcome;
  if (intent === "ask") return askWhichOfThese(context, items);
  const possible = items.filter((item) => canBeTaken(context, item)).slice(0, MOST_ITEMS);
  return possible.length > 0 ? askWhetherMeant(context, possible) : undefined;
}

/** As the catalogue stands: priced, in season, enough of it, allowed to be sold here. How many may still be open. */
function canBeTaken(context: Context, item: ProposedItem): boolean {
  const resolved = resolveItem(context, item);
  return resolved.kind === "line" || (resolved.kind === "ask" && item.quantity === null);
}

function askWhichOfThese(context: Context, items: readonly ProposedItem[]): Step | undefined {
  const { text, facts, state } = context;
  const shown = items.slice(0, MOST_SHOWN).flatMap(({ product }) => nameOf(facts.listings, product));
  if (shown.length === 0) return undefined;
  const rows = shown.map(({ label }, place) => `${place + 1}. ${label}`);
  return keepAsking(context, say(state, { text: [text.proposal.askedAbout, ...rows].join("\n"), choices: shown }));
}

const nameOf = (listings: Context["facts"]["listings"], product: ProductId) => {
  const listing = listings.get(product);
  return listing ? [{ label: listing.name, payload: `show:${product}` }] : [];
};
