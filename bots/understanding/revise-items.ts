/** Second thoughts inside one message: corrections, swaps, either-or, sets, and heads named precisely later. */
import { type Line, textOf } from "./line.ts";
import { type Normalised } from "./normalise.ts";
import { MOST } from "./numerals.ts";
import { type Draft } from "./read-items.ts";
import words from "./words.json" with { type: "json" };

const talk: ReadonlySet<string> = new Set(words.talk);

/** The message takes back what it just said. */
export const FIX =
  / (?:a nham|nham|nham roi|lon|lon roi|y lon|y la|y minh la|y em la|a khong|khong khong|a quen|quen mat|quen|khoan|khoan da|sua lai|sua thanh|a ma thoi|ma thoi|a thoi|thoi lay|thoi cho|thoi thi|noi nham|ghi nham|viet nham|no make that|no make it|make that|make it|actually|i mean|sorry|scratch that|doi lai|ay nham|ua nham|ay khong|ma khong|uay|o nham|y nham|hay la|hay thoi) /;
/** Of these, the ones that put one thing in place of another. */
const REPLACES =
  / (?:nham|lon|y la|y minh la|y em la|noi nham|sua|i mean|khong khong|a khong|actually|doi lai|ay nham|a thoi|ma thoi|thoi lay|hay thoi) /;

/** How many lines or words away second thoughts may be. */
const NEAR = 20;

const position = (draft: Draft): number => draft.at ?? draft.amountAt ?? 0;
const first = (draft: Draft): number => Math.min(draft.at ?? Infinity, draft.amountAt ?? Infinity);
const last = (draft: Draft): number => Math.max(draft.at ?? -1, draft.amountAt ?? -1);

const between = (line: Line, a: Draft, b: Draft): string => textOf(line, Math.min(last(a) + 1, first(b)), first(b));

const includes = (wide: Draft, narrow: Draft): boolean =>
  narrow.targets.length > 0 &&
  narrow.targets.length < wide.targets.length &&
  narrow.targets.every((id) => wide.targets.includes(id));

const sameThing = (a: Draft, b: Draft): boolean =>
  a.targets.length > 0 && a.targets.length === b.targets.length && a.targets.every((id) => b.targets.includes(id));

const amountFrom = (from: Draft, unit: string | null): Pick<Draft, "amountAt" | "quantity" | "unit" | "problem"> => ({
  amountAt: from.amountAt,
  quantity: from.quantity,
  unit: from.unit ?? unit,
  ...(from.problem === undefined ? {} : { problem: from.problem }),
});

const withAmount = (draft: Draft, from: Draft): Draft => {
  const { problem, ...rest } = draft;
  return { ...rest, ...amountFrom(from, problem === undefined ? draft.unit : draft.unit) };
};

/** "3 gói, à nhầm 2 gói", "miến khoai à lộn miến dong": the later word holds. */
export function corrected(line: Line, drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const before = out.findLast((one) => one.stance === "wanted" && !one.elsewhere);
    const gap = before === undefined ? "" : between(line, before, draft);
    // "1 hộp kolia … thôi 2 hộp đi"
    const rather = draft.at === null && / thoi $/.test(gap);
    const again = / (?:a|o|ui|y) $/.test(gap) && out.some((one) => sameThing(one, draft));
    if (before === undefined || draft.stance !== "wanted" || !(FIX.test(gap) || again || rather)) {
      out.push(draft);
      continue;
    }
    const at = out.indexOf(before);
    if (draft.at === null) out[at] = { ...withAmount(before, draft) };
    else if (sameThing(before, draft)) out[at] = draft.amountAt === null ? before : { ...withAmount(before, draft) };
    else if (includes(before, draft) && draft.amountAt === null) out[at] = { ...before, targets: draft.targets };
    else if (draft.amountAt === null && REPLACES.test(gap)) {
      out[at] = { ...before, stance: "refused" };
      out.push(withAmount({ ...draft }, before));
    } else if (REPLACES.test(gap) && /nham|lon|khong/.test(gap) && before.at !== null) {
      out[at] = { ...before, stance: "refused" };
      out.push(draft);
    } else out.push(draft);
  }
  return out;
}

/** "quả khô ấy, mác mật phải không": two heads that share one product mean it. */
export function shared(drafts: readonly Draft[]): Draft[] {
  const wide = drafts.filter((draft) => draft.targets.length > 1 && draft.at !== null && draft.stance === "wanted");
  const [one, two] = wide;
  if (wide.length !== 2 || one === undefined || two === undefined || (one.amountAt !== null && two.amountAt !== null))
    return [...drafts];
  const both = one.targets.filter((id) => two.targets.includes(id));
  if (both.length !== 1) return [...drafts];
  const keeps = one.amountAt === null ? two : one;
  return drafts
    .filter((draft) => draft === keeps || !wide.includes(draft))
    .map((draft) => (draft === keeps ? { ...draft, targets: both } : draft));
}

/** "4 hộp trà, 2 kolia 2 giảo cổ lam": the head's amount is the sum of what follows. */
function isTotal(wide: Draft, drafts: readonly Draft[]): boolean {
  if (wide.targets.length < 2 || wide.quantity === null) return false;
  const partsOf = drafts.filter(
    (other) => other !== wide && includes(wide, other) && other.quantity !== null && other.stance === "wanted",
  );
  return partsOf.length >= 2 && partsOf.reduce((sum, one) => sum + (one.quantity ?? 0), 0) === wide.quantity;
}

/** "… miến là miến dong nhé": what a head means wherever it was said. */
function defined(line: Line, drafts: readonly Draft[]): Draft[] {
  const at = drafts.findIndex((draft, order) => {
    const next = drafts[order + 1];
    return next !== undefined && includes(draft, next) && / la $/.test(between(line, draft, next));
  });
  const [head, meant] = [drafts[at], drafts[at + 1]];
  if (head === undefined || meant === undefined) return [...drafts];
  return drafts
    .filter((draft) => draft !== head || draft.amountAt !== null)
    .filter((draft) => draft !== meant || draft.amountAt !== null || drafts.length < 3)
    .map((draft) => (includes(draft, meant) ? { ...draft, targets: meant.targets } : draft));
}

/** "lấy trà, trà kolia ấy, 3 hộp": the head steps back for the thing it meant. */
export function precise(line: Line, read: readonly Draft[]): Draft[] {
  if (!read.some((draft) => draft.targets.length > 1)) return [...read];
  const all = defined(line, read);
  return Array.from({ length: Math.ceil(all.length / NEAR) }, (_, part) =>
    preciseNear(all.slice(part * NEAR, (part + 1) * NEAR)),
  ).flat();
}

function preciseNear(drafts: readonly Draft[]): Draft[] {
  const out = [...drafts];
  for (const [at, wide] of drafts.entries()) {
    if (isTotal(wide, drafts)) out[at] = { ...wide, stance: "spoken-of" };
    if (wide.targets.length < 2 || wide.stance === "refused" || wide.stance === "taken-out") continue;
    const narrow = drafts.findIndex(
      (other) => other !== wide && includes(wide, other) && other.stance === "wanted" && !other.elsewhere,
    );
    const exact = drafts[narrow];
    if (exact === undefined || (wide.quantity !== null && exact.quantity !== null)) continue;
    if (wide.amountAt !== null && exact.amountAt === null && Math.abs(narrow - at) > 1 && narrow < at) continue;
    out[at] = { ...wide, stance: "spoken-of" };
    if (wide.amountAt !== null && exact.amountAt === null) out[narrow] = withAmount(exact, wide);
  }
  return out;
}

const SWAP = / (?:doi|thay|chuyen|doi lai|thay the|swap|change|replace|exchange|doi giup|doi ho) (?!y )/;
/** "lấy X thay cho Y": the first comes, the second goes. */
const INSTEAD = / (?:thay (?:cho|the|vi)|instead of|rather than) $/;
/** "X chuyển thành Y" */
const TURNS_INTO = /^ (?:\S+ ){0,3}(?:doi|chuyen|thay)(?: \S+){0,2} (?:thanh|sang|qua|bang) $/;
const INTO = / (?:thanh|sang|qua|bang|lay|for|to|with|into|cho) /;

/** "đổi 2 gói miến dong thành miến khoai": the first goes, the second comes, with the amount said. */
export function swapped(line: Line, drafts: readonly Draft[]): { readonly drafts: Draft[]; readonly swap: boolean } {
  const named = drafts.filter((draft) => draft.at !== null && draft.stance !== "spoken-of");
  if (!SWAP.test(line.text) && !/ (?:thay|instead|rather) /.test(line.text))
    return { drafts: [...drafts], swap: false };
  for (const [order, old] of named.entries()) {
    const next = named[order + 1];
    if (next === undefined) break;
    if (INSTEAD.test(between(line, old, next)) && !sameThing(old, next)) {
      return {
        drafts: drafts.map((draft): Draft => (draft === next ? { ...next, stance: "refused" } : draft)),
        swap: true,
      };
    }
    const gap = between(line, old, next);
    const turned = SWAP.test(textOf(line, Math.max(0, first(old) - NEAR), first(old))) && INTO.test(gap);
    if (!(turned || TURNS_INTO.test(gap)) || sameThing(old, next)) continue;
    const taken = next.amountAt === null ? withAmount(next, old) : next;
    const after = drafts.map((draft): Draft =>
      draft === old ? { ...old, stance: "refused" } : draft === next ? { ...taken, stance: "wanted" } : draft,
    );
    return { drafts: after, swap: true };
  }
  return { drafts: [...drafts], swap: false };
}

const FALLBACK = / (?:khong co|het|khong con|neu het|neu khong co|out of|lo het) (?:\S+ ){0,2}$/;
const OTHERWISE = / (?:thi|cung duoc|then) /;
const EITHER = /^ (?:hay|hoac|hoac la|hay la|or|\/) (?:la |loai )?$/;
const WHICHEVER =
  / (?:cung duoc|deu duoc|gi cung|nao cung|duoc het|tuy shop|tuy em|cai nao cung|either|whichever|any) /;

/** "không có X thì lấy Y", "X hay Y đều được": either will do, so which one must be asked. */
export function eitherOr(line: Line, drafts: readonly Draft[]): Draft[] {
  const named = drafts.filter((draft) => draft.at !== null);
  for (const [order, one] of named.entries()) {
    const next = named[order + 1];
    if (next?.at === undefined || next.at === null || one.at === null) continue;
    const gap = between(line, one, next);
    const fallback = FALLBACK.test(textOf(line, Math.max(0, first(one) - 5), first(one))) && OTHERWISE.test(gap);
    const either =
      EITHER.test(gap) &&
      (/hoac|or/.test(gap) || WHICHEVER.test(textOf(line, next.at, Math.min(line.pieces.length, next.at + NEAR))));
    if (!fallback && !either) continue;
    const amount = [one, next].find((draft) => draft.amountAt !== null) ?? one;
    const both: Draft = withAmount(
      { ...next, stance: "wanted", elsewhere: false, targets: [...new Set([...one.targets, ...next.targets])] },
      amount,
    );
    return drafts.filter((draft) => draft !== one).map((draft) => (draft === next ? both : draft));
  }
  return [...drafts];
}

const SET_WORD =
  "(?:set|sets|combo|phan|phan qua|suat qua|suat|gio|gio qua|bo|bo qua|hop qua|tui qua|goi qua|gift sets?|gift boxes|gift bags|hampers?|lang qua|thung qua|qua)";
const SETS = new RegExp(`^ (?:x )?${SET_WORD} `);
const PER_SET = new RegExp(
  ` (?:(?:moi|tung|mot|1|§q) ${SET_WORD}|moi (?:tui|hop|thung|goi|§b)|each|gom|gom co|bao gom|moi nguoi|with|containing|co|§q la(?= §q)) `,
);

/** "3 set mỗi set 2 hộp": how many sets, and the piece that says so. */
export function setCount(line: Line): { readonly at: number; readonly times: number } | null {
  for (const [at, piece] of line.pieces.entries()) {
    const times = piece.amount?.quantity;
    if (piece.amount === undefined || piece.amount.bare || times === null || times === undefined) continue;
    const next = textOf(line, at + 1, at + 4);
    const noun = piece.amount.unit === null ? SETS.test(next) : /^ (?:qua|bieu) /.test(next);
    // "2 combo: 1 miến dong, 1 măng khô"
    const listed = / : $/.test(next.slice(0, next.indexOf(":") + 2)) && SETS.test(next);
    if (
      noun &&
      Number.isInteger(times) &&
      times >= 1 &&
      (listed || PER_SET.test(textOf(line, at + 1, line.pieces.length)))
    )
      return { at, times };
  }
  return null;
}

export function multiplied(
  drafts: readonly Draft[],
  sets: { readonly at: number; readonly times: number } | null,
): Draft[] {
  if (sets === null) return [...drafts];
  return drafts.map((draft) => {
    if (draft.at === null || position(draft) < sets.at) return draft;
    const quantity = Math.round((draft.quantity ?? 1) * sets.times * 1000) / 1000;
    return quantity > MOST ? { ...draft, quantity: null, problem: "invalid" as const } : { ...draft, quantity };
  });
}

/** "em 5 gói miến, bạn em 3 gói": an amount of the same unit with a person before it is more of the same. */
export function moreOfSame(line: Line, drafts: readonly Draft[], { tokens }: Normalised): Draft[] {
  return drafts.map((draft, at) => {
    if (draft.at !== null || draft.unit === null || draft.elsewhere) return draft;
    const before = drafts.slice(0, at).findLast((one) => one.at !== null && one.stance === "wanted");
    if (before === undefined || before.unit !== draft.unit || before.targets.length === 0) return draft;
    const said = line.pieces[first(draft) - 1];
    const word = said?.text ?? "";
    // A name, a person or a word of talk; another word may be goods that were not understood.
    const person = word === "§n" || talk.has(word) || (said !== undefined && tokens[said.from]?.capital === true);
    return person ? { ...draft, targets: before.targets } : draft;
  });
}
