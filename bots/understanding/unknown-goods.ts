/** Things asked for that no catalogue entry names: "2 kg cà phê", "có bán rau dớn không". */
import { commonWords } from "./common-words.ts";
import { type Line, type Piece } from "./line.ts";
import { type Normalised, type Token } from "./normalise.ts";
import words from "./words.json" with { type: "json" };

const talk = new Set([...commonWords, ...words.talk]);

/** A word that may be part of a name of goods. */
const content = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  !piece.text.startsWith("§") &&
  /^\p{L}{2,}~?$/u.test(piece.text) &&
  /[aeiouy]/.test(piece.text) &&
  !talk.has(piece.text);
/** Inside such a name plainer words may stand: "cam Cao Phong", "gà đồi". */
const inner = (piece: Piece | undefined): boolean =>
  piece !== undefined && /^\p{L}{2,}~?$/u.test(piece.text) && !talk.has(piece.text);

function phrase(line: Line, text: Normalised, from: number): string | null {
  let to = from;
  while (to - from < 5 && inner(line.pieces[to])) to += 1;
  if (to === from) return null;
  const start = text.tokens[line.pieces[from]?.from ?? 0]?.start ?? 0;
  const end = text.tokens[(line.pieces[to - 1]?.to ?? 1) - 1]?.end ?? start;
  return text.raw.slice(start, end);
}

/** Words right after an amount, or right before one at the start of a clause. */
export function unknownBeside(line: Line, text: Normalised, amountAt: number): string | null {
  const of = line.pieces[amountAt + 1]?.text === "of" ? amountAt + 2 : amountAt + 1;
  if (content(line.pieces[of])) return phrase(line, text, of);
  let from = amountAt;
  while (from > 0 && amountAt - from < 5 && inner(line.pieces[from - 1])) from -= 1;
  return from < amountAt && content(line.pieces[from]) ? phrase(line, text, from) : null;
}

const kinds: ReadonlySet<string> = new Set(words.kinds);
const bareKinds: ReadonlySet<string> = new Set(words.kindsBare);

/** "bò" in "thịt bò": a word that tells a kind of goods whatever else its letters mean in talk. */
export const tellsKind = (token: Token): boolean =>
  token.kind === "word" && (token.marked ? kinds.has(token.word) : bareKinds.has(token.fold));

/** "dao mắc không", "miến nát quá": what is said of goods, no kind of them. */
const JUDGED = /^(?:khong|qua|lam|ghe|the|vay|hon)$/;

/** "bánh trung thu": a head word that goes on with words none of its products has. */
export function goesOnUnknown(
  line: Line,
  text: Normalised,
  at: number,
  ours: (word: string) => boolean,
): string | null {
  const mention = line.pieces[at]?.mention;
  if (mention === undefined || mention.cost > 0.4) return null;
  const next = line.pieces[at + 1];
  const token = next === undefined ? undefined : text.tokens[next.from];
  if (next === undefined || token === undefined || ours(token.fold)) return null;
  const kind = tellsKind(token);
  if (!kind && (!content(next) || JUDGED.test(line.pieces[at + 2]?.text ?? ""))) return null;
  const rest = phrase(line, text, at + 1) ?? (kind ? text.raw.slice(token.start, token.end) : null);
  const head = text.raw.slice(text.tokens[mention.from]?.start ?? 0, text.tokens[mention.to - 1]?.end ?? 0);
  return rest === null ? null : `${head} ${rest}`;
}

const ASKED = / (?:co ban|co|con ban|ban|con|do you (?:have|sell)|do you have any|have you got|sell) $/;

/** "có bán cà phê không": what is asked for, when nothing known is named. */
export function askedFor(line: Line, text: Normalised): string | null {
  for (const [at, piece] of line.pieces.entries()) {
    if (!content(piece)) continue;
    const before = line.text.slice(0, piece.at);
    if (ASKED.test(before)) return phrase(line, text, at);
  }
  return null;
}
