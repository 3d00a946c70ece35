/** Which product a mention means once its unit and the words around it are known; several stay several. */
import { type Lexicon } from "./lexicon.ts";
import { isStrong, isWeak, type Line } from "./line.ts";
import { type Normalised, type Token } from "./normalise.ts";
import { stanceOf } from "./polarity.ts";
import { toneless } from "./spelling.ts";
import { sellsIn, unitKind } from "./units.ts";

/** Words around a mention up to the next product, amount or end of sentence, six at most on each side. */
function near(line: Line, text: Normalised, at: number): Token[] {
  const out: Token[] = [];
  const collect = (step: 1 | -1) => {
    for (let here = at + step, left = 7; left > 0; here += step, left -= 1) {
      const piece = line.pieces[here];
      if (piece === undefined || isStrong(piece) || piece.amount !== undefined || /^§[pan]$/.test(piece.text)) return;
      if (piece.mention !== undefined && stanceOf(line, here) !== "spoken-of") return;
      if (piece.mention !== undefined || (piece.text === "," && step === -1)) continue;
      // "mật ong, loại rừng ấy": what kind is said behind the comma.
      if (isWeak(piece) && !(piece.text === "," && line.pieces[here + 1]?.text === "loai")) return;
      const token = text.tokens[piece.from];
      if (token !== undefined && token.kind === "word") out.push(token);
    }
  };
  collect(-1);
  collect(1);
  return out;
}

const says = (token: Token, word: string, accented: boolean): boolean =>
  token.word === word ||
  (token.marked
    ? toneless(token.word) === toneless(word)
    : !accented &&
      word.length >= 3 &&
      token.fold === word.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d"));

/** Words too plain to tell one product from another. */
const PLAIN = new Set(["là", "lá", "và", "có", "của", "cao", "bằng", "an", "to", "nhỏ", "người", "ngày", "1", "đêm"]);

/** The one candidate that a word nearby singles out: "thịt … của lợn", "miến loại dong". */
function singledOut(
  targets: readonly string[],
  tokens: readonly Token[],
  lexicon: Lexicon,
  accented: boolean,
): readonly string[] {
  if (targets.length > 60) return targets;
  const features = targets.map((id) => lexicon.features.get(id) ?? new Set<string>());
  const telling = features.map((own) =>
    [...own].filter((word) => !PLAIN.has(word) && features.some((other) => !other.has(word))),
  );
  const scores = telling.map(
    (words) => words.filter((word) => tokens.some((token) => says(token, word, accented))).length,
  );
  const most = Math.max(...scores);
  const winners = targets.filter((_, at) => scores[at] === most);
  return most > 0 && winners.length < targets.length ? winners : targets;
}

/** Products that have all the words of the mention and are sold in the unit: "mác mật 2 chai", "thạch đen 3 lon". */
function soldIn(words: readonly Token[], unit: string, lexicon: Lexicon): string[] {
  const sets = words.map((word) => lexicon.byWord.get(word.fold) ?? new Set<string>());
  const [first, ...rest] = sets.sort((a, b) => a.size - b.size);
  return [...(first ?? [])]
    .filter((id) => rest.every((set) => set.has(id)) && sellsIn(lexicon.units.get(id), unit))
    .slice(0, 40);
}

export type Resolved = { readonly targets: readonly string[]; readonly unit: string | null };

export function resolve(
  line: Line,
  text: Normalised,
  at: number,
  unit: string | null,
  or: string | undefined,
  lexicon: Lexicon,
): Resolved {
  const mention = line.pieces[at]?.mention;
  if (mention === undefined) return { targets: [], unit };
  let { targets } = mention;
  if (targets.length > 1) targets = singledOut(targets, near(line, text, at), lexicon, text.accented);
  if (unit === null) return { targets, unit };
  const fitting = targets.filter((id) => sellsIn(lexicon.units.get(id), unit));
  if (fitting.length > 0) return { targets: fitting, unit };
  const other = or === undefined ? [] : targets.filter((id) => sellsIn(lexicon.units.get(id), or));
  if (or !== undefined && other.length > 0) return { targets: other, unit: or };
  const words = text.tokens.slice(mention.from, mention.to).filter((token) => token.kind === "word");
  const elsewhere = unitKind(unit) === "weight" ? [] : soldIn(words, unit, lexicon);
  // "can" in bare letters of a thing sold in neither: the weight is the likelier word.
  const said = or === "kg" ? "kg" : unit;
  return elsewhere.length > 0 ? { targets: elsewhere, unit } : { targets, unit: said };
}
