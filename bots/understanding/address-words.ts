/** Words that make an address an address, without accents, and what each is worth as evidence. */
import words from "./address-words.json" with { type: "json" };
import { type Token } from "./normalise.ts";

const NAMED: Readonly<Record<string, number>> = words.named;
const MEETING: Readonly<Record<string, number>> = words.meeting;
const SPELLED: Readonly<Record<string, string>> = words.spelled;
const NEEDS_NUMBER: ReadonlySet<string> = new Set(words.needsNumber);
const OR_NAME: ReadonlySet<string> = new Set(words.orName);

/** First words of all kinds of place: most words of a message are none. */
const OPENS = new Set([...Object.keys(NAMED), ...Object.keys(MEETING)].map((phrase) => phrase.split(" ")[0]));

export type Marker = { readonly length: number; readonly weight: number; readonly meeting: boolean };

const spelledRight = (token: Token, folded: string): boolean => {
  const wanted = SPELLED[folded];
  if (wanted === undefined || !token.marked) return true;
  if (folded === "quan" && token.word === "quán") return true;
  return token.word === wanted || token.word === "sở" || (folded === "toa" && token.word === "toà");
};

const isNumber = (token: Token | undefined): boolean => token?.kind === "number";

/** A marker word at `at`; `brought` = something is being sent there. */
export function markerAt(tokens: readonly Token[], at: number, brought: boolean): Marker | null {
  const one = tokens[at];
  if (one?.kind !== "word" || !OPENS.has(one.fold)) return null;
  for (const length of [3, 2, 1]) {
    const words = tokens.slice(at, at + length);
    if (words.length < length || words.some((word) => word.kind !== "word")) continue;
    const phrase = words.map((word) => word.fold).join(" ");
    const named = NAMED[phrase];
    const meeting = MEETING[phrase];
    if (length === 1) return single(tokens, at, phrase, brought);
    if (named !== undefined) return { length, weight: named, meeting: false };
    if (meeting !== undefined && brought) return { length, weight: meeting, meeting: true };
  }
  return null;
}

function single(tokens: readonly Token[], at: number, phrase: string, brought: boolean): Marker | null {
  const token = tokens[at];
  if (token === undefined || !spelledRight(token, phrase)) return null;
  // "deliver to 8 Ly Thuong Kiet" has no tổ in it.
  if (phrase === "to" && /^(?:deliver|send|ship|bring|it|them|me|this|order)$/.test(tokens[at - 1]?.fold ?? ""))
    return null;
  const dotted = tokens[at + 1]?.word === "." && tokens[at + 1]?.glued === true;
  const next = tokens[dotted ? at + 2 : at + 1];
  if (next === undefined) return null;
  if (token.word === "sở" || token.word === "quán") return brought ? { length: 1, weight: 2, meeting: true } : null;
  const named = NAMED[phrase];
  const abbreviation = phrase.length === 1 || phrase === "tt" || phrase === "tp" || phrase === "tx";
  if (named !== undefined && token.word !== "chợ") {
    const numbered = isNumber(next) || (next.kind === "word" && /^[a-z]\d*$/.test(next.fold) && next.capital);
    if (
      NEEDS_NUMBER.has(phrase) &&
      !numbered &&
      !(OR_NAME.has(phrase) && next.capital) &&
      !(abbreviation && (next.capital || dotted)) &&
      !(phrase === "q" || phrase === "p")
    )
      return null;
    if (next.kind !== "word" && !isNumber(next)) return null;
    // "xa qua", "ban a": a name follows a marker, not a word of talk; accents or a capital tell.
    if (!numbered && !next.capital && NOT_A_NAME.test(next.fold)) return null;
    if (phrase === "xa" && tokens[at - 1]?.fold === "tac") return null;
    return { length: dotted ? 2 : 1, weight: named, meeting: false };
  }
  const meeting = MEETING[phrase];
  if (meeting === undefined || !brought || (phrase === "cho" && token.word !== "chợ")) return null;
  return { length: 1, weight: meeting, meeting: true };
}

const NOT_A_NAME =
  /^(?:qua|a|oi|nhe|nha|khong|la|co|cho|minh|em|anh|chi|shop|duoc|va|thi|nao|gi|the|di|day|do|kia|ay|nay|hang|duoc|luon|giup|ho|hon|lam|hai|ba|lay|mua|dat|giao|gui|ship|them|bo|chot|ve|voi|vs|roi|chua|nua|het|ngon|dep|ca|mien|so|qua|me|bao|hoi|gia|xa|cu|moi|biet|nguoi|tiep|trong|ngoai|tren|duoi|ma|de)$/;
