/** The order lines of a message: product, how many, in which unit, and what the customer says about each. */
import { type Lexicon } from "./lexicon.ts";
import { type Line, textOf } from "./line.ts";
import { type Normalised } from "./normalise.ts";
import { pairUp } from "./pairing.ts";
import { isElsewhere, type Stance, stanceOf } from "./polarity.ts";
import { inQuestion } from "./questions.ts";
import { type QuantityProblem } from "./reading.ts";
import { resolve } from "./resolve.ts";

export type Draft = {
  /** Piece of the product; null: only an amount was said. */
  readonly at: number | null;
  /** Piece of the amount. */
  readonly amountAt: number | null;
  readonly targets: readonly string[];
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly problem?: QuantityProblem;
  readonly stance: Stance;
  /** Bought before, or for some other time. */
  readonly elsewhere: boolean;
  /** In a question of its own. */
  readonly asked: boolean;
  /** Words of a thing not in the catalogue. */
  readonly unknown?: string;
};

/** "mỗi loại 2", "each": the amount right after goes to every product. */
const EACH =
  / (?:moi|tung) (?:thu|loai|mon|cai|vi|san pham|dang|em|loai lay|mon lay|thu lay)(?: lay| cho| minh| em| anh| chi)* $| (?:each|one of each) $/;

function amountOf(
  line: Line,
  at: number | null | undefined,
): Pick<Draft, "amountAt" | "quantity" | "unit" | "problem"> & { readonly or?: string } {
  const amount = at === null || at === undefined ? undefined : line.pieces[at]?.amount;
  if (amount === undefined) return { amountAt: null, quantity: null, unit: null };
  const { quantity, unit, problem, or } = amount;
  return {
    amountAt: at ?? null,
    quantity,
    unit,
    ...(problem === undefined ? {} : { problem }),
    ...(or === undefined ? {} : { or }),
  };
}

/** A unit alone beside the product: "con dao", "Mật ong rừng (chai 500ml)". */
function bareBeside(line: Line, at: number): number | null {
  if (line.pieces[at - 1]?.amount?.bare === true) return at - 1;
  const next = line.pieces[at + 1]?.text === "(" ? at + 2 : at + 1;
  return line.pieces[next]?.amount?.bare === true ? next : null;
}

function draftOf(line: Line, text: Normalised, lexicon: Lexicon, at: number, amountAt: number | undefined): Draft {
  const { or, ...amount } = amountOf(line, amountAt ?? bareBeside(line, at));
  const { targets, unit } = resolve(line, text, at, amount.unit, or, lexicon);
  const elsewhere = isElsewhere(line, amountAt ?? at);
  return {
    at,
    ...amount,
    unit,
    targets,
    stance: stanceOf(line, at),
    elsewhere,
    asked: inQuestion(line, at),
  };
}

/** The amount of "mỗi loại", or null. */
function distributed(line: Line, amounts: readonly number[]): number | null {
  const after = amounts.find((at) => EACH.test(textOf(line, Math.max(0, at - 5), at)));
  if (after !== undefined) return after;
  // "mỗi loại mật ong 1 chai"
  const ofKind = amounts.find(
    (at) => line.pieces[at - 1]?.mention !== undefined && EACH.test(textOf(line, Math.max(0, at - 6), at - 1)),
  );
  if (ofKind !== undefined) return ofKind;
  return amounts.find((at) => /^ each /.test(textOf(line, at + 1, at + 2))) ?? null;
}

/** Amounts that stand for something: with a unit, beside a product, or said as one ("lấy 2", "2 nữa"). */
function counts(line: Line, at: number, isEach: boolean): boolean {
  const amount = line.pieces[at]?.amount;
  if (amount === undefined || amount.bare) return false;
  if (isEach || amount.unit !== null) return true;
  const left = textOf(line, Math.max(0, at - 3), at);
  const right = textOf(line, at + 1, at + 3);
  const said =
    / (?:lay|cho|them|mua|dat|thanh|con|len|xuong|la|take|make it|add|order|chir|sua|so luong|them cho|x)(?: \S+)? $/.test(
      left,
    ) || /^ (?:nua|thoi|nhe|nha|more|a|di) /.test(right);
  const alone = line.pieces.length <= 3;
  return !amount.thin && (said || alone);
}

const isAmount = (line: Line, at: number): boolean => line.pieces[at]?.text === "§q";

const beside = (line: Line, at: number): boolean =>
  line.pieces[at - 1]?.mention !== undefined ||
  line.pieces[at + 1]?.mention !== undefined ||
  (line.pieces[at + 2]?.mention !== undefined &&
    /^(?::|loai|hop|of|cai|\*|-|gio)$/.test(line.pieces[at + 1]?.text ?? "")) ||
  (line.pieces[at - 2]?.mention !== undefined && /^[:\-–=*(]$/.test(line.pieces[at - 1]?.text ?? ""));

export type ReadLines = { readonly drafts: readonly Draft[]; readonly each: boolean };

/** "còn 1kg thôi, đừng 2kg", "5 gói chứ không phải 2": an amount that is not meant. */
const taken = (line: Line, at: number): boolean =>
  / (?:dung|khong phai|chu khong|chu khong phai|not|thay vi|dau phai|instead of) (?:la )?$/.test(
    textOf(line, Math.max(0, at - 4), at),
  ) ||
  // "bớt 1 gói còn 2 gói": what is left counts.
  (/^ con §q /.test(textOf(line, at + 1, at + 3)) &&
    / (?:bot|giam|rut|bo|tru)(?: \S+)? $/.test(textOf(line, Math.max(0, at - 3), at)));

/** Pieces that are products, and pieces that are amounts. */
function elements(line: Line, skip: ReadonlySet<number>): { readonly products: number[]; readonly amounts: number[] } {
  const products: number[] = [];
  const amounts: number[] = [];
  for (const [at, piece] of line.pieces.entries()) {
    if (piece.mention !== undefined) products.push(at);
    else if (piece.amount !== undefined && !piece.amount.bare && !skip.has(at)) amounts.push(at);
  }
  // Rooms are what is ordered, nights only how long.
  const rooms = amounts.some((at) => line.pieces[at]?.amount?.unit === "phòng");
  return { products, amounts: amounts.filter((at) => !(rooms && line.pieces[at]?.amount?.unit === "đêm")) };
}

const position = (draft: Draft): number => draft.at ?? draft.amountAt ?? 0;

/** Every product with its amount, and amounts left over, in the order said; pieces in `skip` count sets. */
export function readLines(line: Line, text: Normalised, lexicon: Lexicon, skip: ReadonlySet<number>): ReadLines {
  const { products, amounts } = elements(line, skip);
  const each = distributed(line, amounts);
  const useful = amounts.filter(
    (at) => at !== each && !taken(line, at) && (counts(line, at, false) || beside(line, at)),
  );
  // A refused thing takes only the amount right at it: "lá chứ không phải quả, 2 gói".
  const paying = products.filter(
    (at) => stanceOf(line, at) !== "refused" || isAmount(line, at - 1) || isAmount(line, at + 1),
  );
  const pairs = pairUp(line, lexicon, paying, useful);
  const drafts = products.map((at) =>
    draftOf(line, text, lexicon, at, pairs.get(at) ?? (each === null ? undefined : each)),
  );
  // "rượu mỗi loại 1 chai" means every rượu; among several things it means one of each thing.
  const spread = each === null || drafts.length > 1 ? drafts : drafts.flatMap((draft) => spreadOut(draft, each));
  const paired = new Set(pairs.values());
  const left = useful
    .filter(
      (at) =>
        !paired.has(at) && counts(line, at, false) && (line.pieces[at]?.amount?.unit !== "vé" || products.length === 0),
    )
    .map((at): Draft => ({
      at: null,
      ...withoutOr(amountOf(line, at)),
      targets: [],
      stance: "wanted",
      elsewhere: isElsewhere(line, at),
      asked: inQuestion(line, at),
    }));
  if (each !== null && products.length === 0) {
    left.push({
      at: null,
      ...withoutOr(amountOf(line, each)),
      targets: [],
      stance: "wanted",
      elsewhere: false,
      asked: false,
    });
  }
  return { drafts: [...spread, ...left].sort((a, b) => position(a) - position(b)), each: each !== null };
}

const withoutOr = ({ or, unit, ...rest }: ReturnType<typeof amountOf>) => ({ ...rest, unit: or ?? unit });

/** "rượu mỗi loại 1 chai": one of every rượu. */
function spreadOut(draft: Draft, each: number): Draft[] {
  if (draft.amountAt !== each || draft.targets.length < 2 || draft.targets.length > 12) return [draft];
  return draft.targets.map((id) => ({ ...draft, targets: [id] }));
}
