/** From drafts to what is reported: second thoughts settled, unknown goods named, and only what the intent is about kept. */
import { fold } from "../../shared/domain/text.ts";
import { spanText } from "./address.ts";
import { type Lexicon } from "./lexicon.ts";
import { type Intent, type ReadContext, type ReadItem } from "./reading.ts";
import { type Draft, readLines } from "./read-items.ts";
import {
  corrected,
  eitherOr,
  FIX,
  moreOfSame,
  multiplied,
  precise,
  setCount,
  shared,
  swapped,
} from "./revise-items.ts";
import { type Seen } from "./see.ts";
import { sellsIn, unitKey, unitKind } from "./units.ts";
import { askedFor, goesOnUnknown, unknownBeside } from "./unknown-goods.ts";

export type Settled = {
  readonly drafts: readonly Draft[];
  readonly swap: boolean;
  readonly corrected: boolean;
  readonly each: boolean;
};
export type Sources = { readonly seen: Seen; readonly lexicon: Lexicon; readonly context: ReadContext };

/** "4 vé đi thác Bản Giốc": what is sold by the head where two of its words are said in a row. */
function toldByPlace({ tokens }: Seen["text"], unit: string, lexicon: Lexicon): string[] {
  const sold = [...lexicon.units].filter(([, units]) => sellsIn(units, unit)).map(([id]) => id);
  return sold.filter((id) => {
    const words = new Set([...(lexicon.features.get(id) ?? [])].filter((word) => unitKey(word) === null).map(fold));
    return tokens.some(
      (token, at) =>
        token.fold.length > 2 &&
        words.has(token.fold) &&
        words.has(tokens[at + 1]?.fold ?? "") &&
        tokens[at + 1]?.kind === "word",
    );
  });
}

/** "2 phòng" alone: whichever homestay; "bánh trung thu": not ours. */
function named(draft: Draft, seen: Seen, lexicon: Lexicon): Draft {
  const { text, line, unitHeads } = seen;
  if (draft.at === null) {
    if (draft.amountAt === null || draft.targets.length > 0) return draft;
    const amount = line.pieces[draft.amountAt];
    const head = unitHeads.find(
      (mention) => amount !== undefined && mention.from >= amount.from && mention.from < amount.to,
    );
    if (head !== undefined) return { ...draft, at: draft.amountAt, targets: head.targets };
    const told =
      draft.unit !== null && unitKind(draft.unit) === "head" ? toldByPlace(seen.text, draft.unit, lexicon) : [];
    if (told.length > 0) return { ...draft, at: draft.amountAt, targets: told };
    const unknown = unknownBeside(line, text, draft.amountAt);
    return unknown === null ? draft : { ...draft, unknown };
  }
  const next = line.pieces[draft.at + 1];
  const said = line.pieces[draft.at]?.mention?.targets ?? [];
  // "rượu nếp": a head and another thing of ours in one name are a third thing.
  if (said.length > 1 && next?.mention?.targets.length === 1 && !next.mention.targets.some((id) => said.includes(id))) {
    return { ...draft, targets: [], unknown: spanText(text, { from: line.pieces[draft.at]?.from ?? 0, to: next.to }) };
  }
  if (said.length < 2 || draft.at === draft.amountAt) return draft;
  const unknown = goesOnUnknown(line, text, draft.at, (word) =>
    said.some((id) => lexicon.byWord.get(word)?.has(id) === true),
  );
  return unknown === null ? draft : { ...draft, unknown, targets: [] };
}

/** The "nếp" of "rượu nếp" is no line of its own. */
const insideUnknown = (draft: Draft, before: Draft | undefined): boolean =>
  draft.at !== null && before?.unknown !== undefined && before.at === draft.at - 1 && before.targets.length === 0;

export function settle(seen: Seen, lexicon: Lexicon): Settled {
  const { line, text } = seen;
  const sets = setCount(line);
  const read = readLines(line, text, lexicon, sets === null ? new Set() : new Set([sets.at]));
  const more = moreOfSame(line, read.drafts, text);
  const { drafts: afterSwap, swap } = swapped(line, more);
  const fixed = swap ? afterSwap : corrected(line, afterSwap);
  const drafts = multiplied(precise(line, shared(eitherOr(line, fixed))), sets)
    .map((draft) => named(draft, seen, lexicon))
    .filter((draft, at, all) => !insideUnknown(draft, all[at - 1]));
  return { drafts, swap, corrected: FIX.test(line.text), each: read.each };
}

const ITEM_INTENTS = new Set<Intent>([
  "order",
  "add",
  "remove",
  "change_quantity",
  "ask_price",
  "ask_product",
  "checkout",
]);

/** "gấp đôi" 2, "một nửa" 0.5: how the cart's amount is to change. */
function relativeTimes(folds: readonly string[]): number | null {
  const found = /(?:^| )(?:(?:gap|nhan) (doi|ba|bon|nam|\d)|(mot nua|nua so|half)|(double|triple))(?: |$)/.exec(
    folds.join(" "),
  );
  if (found === null) return null;
  const word = found[1] ?? found[3] ?? "half";
  return { doi: 2, ba: 3, bon: 4, nam: 5, double: 2, triple: 3, half: 0.5 }[word] ?? Number(word);
}

function itemOf(draft: Draft, { lexicon }: Sources): ReadItem {
  const [only] = draft.targets;
  const what =
    draft.unknown !== undefined
      ? { product: null, unknown: draft.unknown }
      : draft.targets.length > 1
        ? { product: null, candidates: draft.targets }
        : { product: only ?? null };
  const unit = draft.unit === null ? null : (lexicon.unitNames.get(only ?? "")?.get(draft.unit) ?? draft.unit);
  return {
    ...what,
    quantity: draft.quantity,
    unit,
    ...(draft.problem === undefined ? {} : { problem: draft.problem }),
  };
}

/** Which drafts the intent is about. */
function kept(intent: Intent, drafts: readonly Draft[]): readonly Draft[] {
  const goods = drafts.filter((draft) => draft.at !== null || draft.unknown !== undefined);
  if (intent === "ask_price" || intent === "ask_product")
    return onceEach(
      goods.filter((draft) => (draft.stance !== "refused" && draft.stance !== "spoken-of") || goods.length === 1),
      true,
    );
  if (intent === "remove") {
    const gone = drafts.filter((draft) => draft.stance === "taken-out" || draft.stance === "refused");
    return gone.length > 0 ? gone : drafts.filter((draft) => draft.amountAt !== null || draft.at !== null);
  }
  const wanted = drafts.filter((draft) => draft.stance === "wanted" && !draft.elsewhere);
  const counted = wanted.filter((draft) => draft.amountAt !== null);
  if (counted.length === 0) return onceEach(wanted);
  return wanted.filter(
    (draft) =>
      (draft.amountAt !== null &&
        (draft.at !== null ||
          draft.targets.length > 0 ||
          draft.unknown !== undefined ||
          goods.every((one) => one.stance !== "wanted" || one.elsewhere))) ||
      (draft.at !== null && draft.amountAt === null && alongside(draft, counted)),
  );
}

/** Named without an amount beside goods with one: a line of the list unless it is only spoken of again. */
const alongside = (draft: Draft, counted: readonly Draft[]): boolean =>
  draft.targets.length === 1 && !draft.asked
    ? !counted.some((other) => other.targets.some((id) => draft.targets.includes(id)))
    : false;

/** One line for a product named twice; with an amount each stands, unless only the product is asked about. */
function onceEach(drafts: readonly Draft[], always = false): readonly Draft[] {
  const seen = new Set<string>();
  return drafts.filter((draft) => {
    const key = draft.unknown ?? draft.targets.join();
    const again = seen.has(key);
    seen.add(key);
    return !again || (draft.amountAt !== null && !always);
  });
}

export function itemsOf(
  intent: Intent,
  settled: Settled,
  sources: Sources,
): { readonly items: readonly ReadItem[]; readonly negated: readonly string[]; readonly mentions: readonly string[] } {
  const { seen, context } = sources;
  const { line, text } = seen;
  const mentions = [...new Set(settled.drafts.flatMap((draft) => draft.targets))];
  const refused = settled.drafts
    .filter((draft) => draft.stance === "refused" || draft.stance === "taken-out")
    .flatMap((draft) => draft.targets);
  if (!ITEM_INTENTS.has(intent)) return { items: [], negated: [...new Set(refused)], mentions };
  const drafts = kept(intent, settled.drafts);
  let items = drafts.map((draft) => itemOf(draft, sources));
  const named = new Set(drafts.flatMap((draft) => draft.targets));
  const negated = intent === "remove" ? [] : [...new Set(refused)].filter((id) => !named.has(id));
  if (items.length === 0) items = nothingNamed(intent, line.text, text, sources);
  const times = intent === "change_quantity" ? relativeTimes(text.tokens.map((token) => token.fold)) : null;
  if (times !== null)
    items = items.map((item) => (item.quantity === null ? { ...item, problem: "relative", times } : item));
  const [shown] = context.shown ?? [];
  if (context.awaiting === "quantity" && shown !== undefined) {
    items = items.map((item) =>
      item.product === null && item.candidates === undefined && item.unknown === undefined
        ? { ...item, product: shown }
        : item,
    );
  }
  return { items, negated, mentions };
}

/** The thing of an earlier turn, or one we do not sell. */
function nothingNamed(intent: Intent, line: string, text: Seen["text"], { seen }: Sources): ReadItem[] {
  const reference: ReadItem = { product: null, quantity: null, unit: null };
  if (intent === "remove" || intent === "change_quantity") return [reference];
  if (intent === "ask_product") {
    const unknown = askedFor(seen.line, text);
    return unknown === null ? [] : [{ ...reference, unknown }];
  }
  return (intent === "order" || intent === "add") &&
    / (?:cai|loai|mon|thu|con) (?:do|nay|kia|ay|hom qua|hom truoc|luc nay|hoi nay)/.test(line)
    ? [reference]
    : [];
}
