/** What the intent is weighed by: the words of a line and their neighbours, and the shape of what was read of it. */
import * as cues from "./cues.ts";
import * as orderCues from "./cues-order.ts";
import { type Decision } from "./intent-unnamed.ts";
import { isQuestion } from "./questions.ts";
import { type Facts } from "./facts.ts";
import { type Draft } from "./read-items.ts";

/** Marks that part words without meaning anything themselves. */
const WORD = /[\p{L}\p{N}§~]+|[?!⏎/]|\p{Extended_Pictographic}/gu;

/** Products, amounts and contact details are their signs already; any other number is one like another. */
const wordsOf = (gist: string): readonly string[] =>
  (gist.match(WORD) ?? []).map((word) => (/^\d+$/.test(word) ? "9" : word)).filter((word) => word !== "~");

/** Each word, and each with the one before it, from ^ to $. */
function neighbours(words: readonly string[]): string[] {
  const line = ["^", ...words, "$"];
  return [...words, ...line.slice(1).map((word, at) => `${line[at] ?? ""}_${word}`)];
}

const some = (count: number): string => (count > 2 ? "3" : String(count));
const bucket = (length: number): string => String([1, 2, 4, 8, 16, 32].findIndex((most) => length <= most));

function shapeOf({ drafts, ...facts }: Facts, length: number): string[] {
  const now = drafts.filter((draft) => draft.stance === "wanted" && !draft.elsewhere);
  const goods = (draft: Draft) => draft.at !== null || draft.unknown !== undefined;
  const counted = (draft: Draft) => draft.amountAt !== null;
  const full = now.filter((draft) => goods(draft) && counted(draft) && !draft.asked);
  const bare = now.filter((draft) => goods(draft) && !counted(draft));
  const amounts = now.filter((draft) => !goods(draft));
  const gone = drafts.filter((draft) => draft.stance === "taken-out").length;
  const refused = drafts.filter((draft) => draft.stance === "refused").length;
  const asks = isQuestion(facts.line.gist);
  const marks: Readonly<Record<string, boolean>> = {
    swap: facts.swap,
    fix: facts.corrected,
    each: facts.each,
    phone: facts.hasPhone,
    address: facts.hasAddress,
    contact: facts.hasContact,
    english: facts.english,
    asks,
    elsewhere: drafts.some((draft) => draft.elsewhere),
    unknown: now.some((draft) => draft.unknown !== undefined),
    [`${asks ? "asks" : "says"}+full`]: full.length > 0,
    [`${asks ? "asks" : "says"}+bare`]: bare.length > 0 && full.length === 0,
  };
  return [
    `=full${some(full.length)}`,
    `=bare${some(bare.length)}`,
    `=amount${some(amounts.length)}`,
    `=gone${some(gone)}`,
    `=refused${some(refused)}`,
    `=goods${some(drafts.filter(goods).length)}`,
    `=long${bucket(length)}`,
    ...Object.entries(marks).flatMap(([mark, holds]) => (holds ? [`=${mark}`] : [])),
  ];
}

/** Sorted, since a module's names come in no order that holds everywhere. */
const CUES = Object.entries({ ...cues, ...orderCues }).sort(([a], [b]) => (a < b ? -1 : 1));

/** `rule` is what rules make of it: one witness among the others. */
export function featuresOf(facts: Facts, rule: Decision): ReadonlySet<string> {
  const { gist } = facts.line;
  const words = wordsOf(gist);
  const heard = CUES.filter(([, cue]) => cue.test(gist)).map(([name]) => `=${name}`);
  const firm = rule.confidence > 0.5 ? "" : "?";
  return new Set([...neighbours(words), ...shapeOf(facts, words.length), ...heard, `=rule:${rule.intent}${firm}`]);
}
